package org.hotline400.server.enrolment.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of one kind of message, with names of facts in braces.
///
/// @param post whether it also goes by mail and text message
/// @param zh lines; one whose fact is not known is left out
/// @param en the same in English
/// @param brief of the text message, in Chinese; empty where there is none
record MessageTemplate(
        String kind, boolean post, String subjectZh, String subjectEn, List<String> zh, List<String> en, String brief) {
    /// How text messages of the trade begin: who writes.
    private static final String SENDER = "【400】";

    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

    MessageTemplate {
        zh = List.copyOf(zh);
        en = List.copyOf(en);
        MessageKind.of(kind);
        if (zh.isEmpty() || en.isEmpty() || subjectZh.isBlank() || subjectEn.isBlank() || post == brief.isBlank()) {
            throw new IllegalArgumentException(kind + " lacks a text, or has a brief one and is not posted");
        }
        Stream.of(Stream.of(subjectZh, subjectEn, brief), zh.stream(), en.stream())
                .flatMap(lines -> lines)
                .flatMap(line -> FACT.matcher(line).results().map(found -> found.group(1)))
                .filter(name -> !Facts.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(template(name));
                });
    }

    private static String template(String name) {
        return "there is no fact {" + name + "}; there are " + Facts.NAMES;
    }

    Message.Words chinese(Facts facts) {
        return words(subjectZh, zh, facts.inChinese());
    }

    Message.Words english(Facts facts) {
        return words(subjectEn, en, facts.inEnglish());
    }

    String briefly(Facts facts) {
        return fill(brief, facts.inChinese())
                .orElseGet(
                        () -> SENDER + words(subjectZh, zh, facts.inChinese()).subject());
    }

    private static Message.Words words(String subject, List<String> lines, Map<String, String> facts) {
        var text = lines.stream().flatMap(line -> fill(line, facts).stream()).collect(Collectors.joining("\n"));
        var head = fill(subject, facts).orElseGet(() -> subject.split("[：:]", 2)[0]);
        return new Message.Words(head, text);
    }

    /// Empty when a fact is not known.
    private static Optional<String> fill(String line, Map<String, String> facts) {
        var known = FACT.matcher(line).results().allMatch(found -> facts.containsKey(found.group(1)));
        return known
                ? Optional.of(FACT.matcher(line)
                        .replaceAll(found -> Matcher.quoteReplacement(facts.getOrDefault(found.group(1), ""))))
                : Optional.empty();
    }
}
