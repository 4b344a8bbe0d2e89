package org.hotline400.server.calls.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.Ladders;
import org.hotline400.server.kernel.CallerNumber;

/// Takes out of the signalling who called when the caller asked for privacy (RFC 3323, RFC 3325 §9.3): the network
/// trusts the platform with the number, not its tenants.
final class HiddenCaller {
    private static final String MASK = "anonymous";
    private static final Set<String> PRIVATE = Set.of("id", "user", "header");
    /// Headers that name the caller in a request of his.
    private static final Set<String> IDENTITIES = Set.of(
            "from", "f", "contact", "m", "p-asserted-identity", "p-preferred-identity", "remote-party-id", "reply-to");
    /// Headers that name the caller whoever sends them.
    private static final Set<String> ASSERTED =
            Set.of("p-asserted-identity", "p-preferred-identity", "remote-party-id");
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern NAME = Pattern.compile("(^|,)[^<>\",:;]*+<");
    private static final Pattern USER = Pattern.compile("(?i)(sips?:)([^@<>\\s]*+)(?=@)|(tel:)([^<>,\\s]*+)");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,32}");

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private final CallRecord call;
    private final Set<String> numbers = new HashSet<>();

    private HiddenCaller(CallRecord call) {
        this.call = call;
    }

    /// The messages as a tenant may see them: as they are, unless the caller asked for privacy.
    static List<Ladders.Message> from(CallRecord call, List<Ladders.Message> messages) {
        return from(call, messages, false);
    }

    /// @param always also when the caller did not ask: for those who see no caller's number
    static List<Ladders.Message> from(CallRecord call, List<Ladders.Message> messages, boolean always) {
        var withheld = call.caller().kind() == CallerNumber.Kind.WITHHELD;
        if (!always && !withheld && messages.stream().noneMatch(message -> asksForPrivacy(message.text()))) {
            return messages;
        }
        var hidden = new HiddenCaller(call);
        hidden.learn(call.caller().raw());
        messages.stream()
                .filter(message -> !message.outgoing() && hidden.isCallers(message))
                .filter(message -> message.text().startsWith("INVITE "))
                .forEach(invite -> lines(invite.text())
                        .filter(line -> IDENTITIES.contains(name(line)))
                        .forEach(hidden::learnUsers));
        return messages.stream().map(hidden::masked).toList();
    }

    private static boolean asksForPrivacy(String text) {
        return lines(text)
                .filter(line -> name(line).equals("privacy"))
                .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split("[;,]", -1)))
                .anyMatch(wish -> PRIVATE.contains(wish.strip().toLowerCase(Locale.ROOT)));
    }

    private boolean isCallers(Ladders.Message message) {
        return message.sipCallId().equals(call.route().sipCallId());
    }

    private void learnUsers(String line) {
        var users = USER.matcher(line);
        while (users.find()) {
            learn(user(users));
        }
    }

    private void learn(String user) {
        var number = user.split(";", 2)[0].replaceAll("[().-]", "");
        if (NUMBER.matcher(number).matches() && !isDialled(number)) {
            numbers.add(number);
            numbers.add(CallerNumber.of(number, "").normalised());
        }
    }

    private boolean isDialled(String user) {
        return !call.number().isEmpty() && user.split(";", 2)[0].endsWith(call.number());
    }

    private static String user(MatchResult uri) {
        return uri.group(1) == null ? uri.group(4) : uri.group(2);
    }

    private Ladders.Message masked(Ladders.Message message) {
        var head = new StringBuilder();
        lines(message.text())
                .forEach(line -> head.append(masked(line, isCallers(message))).append("\r\n"));
        var text = head + body(message.text());
        // A longer way to write the number goes before a shorter one that is part of it.
        for (var number : numbers.stream().sorted(LONGEST_FIRST).toList()) {
            text = text.replace(number, MASK);
        }
        return new Ladders.Message(message.at(), message.sipCallId(), message.outgoing(), message.peer(), text);
    }

    private String masked(String line, boolean callers) {
        int colon = line.indexOf(':');
        var name = name(line);
        if (name.isEmpty()) {
            // A request line; one towards the caller has his contact in it.
            return callers ? withoutUsers(line) : line;
        }
        if (ASSERTED.contains(name) || (callers && namesHim(name))) {
            var value = QUOTED.matcher(line.substring(colon + 1)).replaceAll("");
            return line.substring(0, colon + 1)
                    + withoutUsers(NAME.matcher(value).replaceAll("$1 <"));
        }
        return line;
    }

    /// In requests towards the caller he is the To.
    private static boolean namesHim(String header) {
        return IDENTITIES.contains(header) || header.equals("to") || header.equals("t");
    }

    private String withoutUsers(String text) {
        return USER.matcher(text).replaceAll(uri -> {
            var scheme = uri.group(1) == null ? uri.group(3) : uri.group(1);
            return Matcher.quoteReplacement(isDialled(user(uri)) ? uri.group() : scheme + MASK);
        });
    }

    /// The name of a header in small letters; empty for the first line of a message.
    private static String name(String line) {
        int colon = line.indexOf(':');
        var name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return name.contains(" ") ? "" : name;
    }

    private static int endOfHead(String text) {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text.length() : end;
    }

    /// The lines of the head, unfolded (RFC 3261 §7.3.1).
    private static Stream<String> lines(String text) {
        return FOLD.matcher(text.substring(0, endOfHead(text))).replaceAll(" ").lines();
    }

    /// What follows the head's last line break.
    private static String body(String text) {
        return text.substring(Math.min(text.length(), endOfHead(text) + 2));
    }
}
