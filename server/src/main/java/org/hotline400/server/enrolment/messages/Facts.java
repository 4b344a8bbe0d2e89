package org.hotline400.server.enrolment.messages;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.BusinessTime;

/// What stands in a message where its template has a name in braces.
public final class Facts {
    /// The names that a template may use.
    public static final Set<String> NAMES = Set.of(
            "company",
            "number",
            "application",
            "answerBy",
            "deadline",
            "due",
            "amount",
            "reference",
            "findings",
            "count",
            "refund",
            "tariff",
            "purpose",
            "reason");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Map<String, String> chinese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();

    /// The same in both languages; an empty one is left out.
    public Facts with(String name, Optional<String> text) {
        text.ifPresent(one -> with(name, one, one));
        return this;
    }

    public Facts with(String name, String text) {
        return with(name, text, text);
    }

    public Facts with(String name, String inChinese, String inEnglish) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("a fact is one of " + NAMES + "; was " + name);
        }
        chinese.put(name, inChinese);
        english.put(name, inEnglish);
        return this;
    }

    /// To the minute, in Shanghai.
    public Facts at(String name, Optional<Instant> time) {
        return with(name, time.map(one -> MINUTE.format(one.atZone(BusinessTime.ZONE))));
    }

    public Map<String, String> inChinese() {
        return Map.copyOf(chinese);
    }

    public Map<String, String> inEnglish() {
        return Map.copyOf(english);
    }
}
