package org.hotline400.server.enrolment.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.guide.Phrase;
import org.hotline400.server.enrolment.papers.PaperKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The texts in the box: a template for each kind of message, and what fields are called.
final class MessageTexts {
    private static final String FILE = "/enrolment/messages.json";
    private static final String PAPERS = "papers.";

    private final Map<MessageKind, MessageTemplate> templates;
    private final Map<String, Phrase> fields;

    private MessageTexts(Document document) {
        var found = new EnumMap<MessageKind, MessageTemplate>(MessageKind.class);
        document.templates().forEach(template -> found.put(MessageKind.of(template.kind()), template));
        for (var kind : MessageKind.values()) {
            if (!found.containsKey(kind)) {
                throw new IllegalArgumentException(FILE + " has no text for " + kind.code());
            }
        }
        this.templates = found;
        this.fields = Map.copyOf(document.fields());
    }

    private record Document(int version, String note, List<MessageTemplate> templates, Map<String, Phrase> fields) {}

    /// @throws IllegalArgumentException when a text is missing or written wrong
    static MessageTexts own() {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = Objects.requireNonNull(MessageTexts.class.getResourceAsStream(FILE))) {
            return new MessageTexts(json.readValue(file, Document.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(FILE + " is written wrong: " + e.getMessage(), e);
        }
    }

    MessageTemplate of(MessageKind kind) {
        return Objects.requireNonNull(templates.get(kind));
    }

    /// One line for each finding: what it is about, and what is wrong with it.
    Facts findings(Facts facts, List<Finding> findings) {
        return findings.isEmpty()
                ? facts
                : facts.with("findings", lines(findings, true), lines(findings, false))
                        .with("count", Integer.toString(findings.size()));
    }

    private String lines(List<Finding> findings, boolean chinese) {
        return findings.stream()
                .map(one -> chinese
                        ? "· " + subject(one).chinese() + "：" + one.chinese()
                        : "- " + subject(one).english() + ": " + one.english())
                .collect(Collectors.joining("\n"));
    }

    private Phrase subject(Finding finding) {
        var subject = finding.subject();
        if (finding.isAboutPaper()) {
            return paper(subject.substring(PAPERS.length()));
        }
        var group = subject.contains(".") ? subject.substring(0, subject.indexOf('.')) : subject;
        return fields.getOrDefault(subject, fields.getOrDefault(group, new Phrase(subject, subject)));
    }

    private static Phrase paper(String code) {
        for (var kind : PaperKind.values()) {
            if (kind.code().equals(code)) {
                return new Phrase(kind.chinese(), kind.english());
            }
        }
        return new Phrase(code, code);
    }
}
