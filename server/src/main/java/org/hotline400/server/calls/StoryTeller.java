package org.hotline400.server.calls;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what happened to a call, and why, in plain words.
public final class StoryTeller {
    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Properties ZH = words("zh");
    private static final Properties EN = words("en");

    private StoryTeller() {}

    static Properties words(String language) {
        var words = new Properties();
        try (var in = StoryTeller.class.getResourceAsStream("/stories/" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("the story's words are missing: " + language);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole story, in order.
    public static List<StoryLine> tell(CallRecord call) {
        var lines = new ArrayList<StoryLine>();
        var times = call.times();
        lines.add(line(times.startedAt(), "started", Map.of("caller", caller(call), "number", call.number())));
        if (times.platformAnsweredAt() != null) {
            lines.add(line(times.platformAnsweredAt(), "answered", Map.of()));
        }
        call.steps().forEach(step -> lines.add(tell(step)));
        // Stable: what happened in the same millisecond stays in its order.
        lines.sort(Comparator.comparing(StoryLine::at));
        call.quality().forEach(leg -> lines.addAll(tell(leg, times.endedAt())));
        lines.add(line(
                times.endedAt(),
                "ended." + call.end().side().code(),
                Map.of(
                        "reason", call.end().reason().code(),
                        "detail", call.end().detail())));
        return lines;
    }

    /// One step.
    public static StoryLine tell(StepTaken step) {
        return line(step.at(), step.why().code(), step.facts());
    }

    /// What was bad about a leg's audio; nothing when all went well.
    private static List<StoryLine> tell(LegQuality leg, Instant at) {
        var lines = new ArrayList<StoryLine>();
        var received = leg.received();
        if (leg.heardBadly()) {
            var missing = (double) received.lost() + received.late();
            var share = missing / Math.max(1, received.packets() + received.lost());
            lines.add(line(
                    at,
                    "quality-bad.received." + leg.leg().code(),
                    facts(leg, share, received.jitter(), String.valueOf(received.mos()))));
        }
        var reported = leg.sent().reported();
        if (leg.hearsBadly() && reported != null) {
            lines.add(line(
                    at,
                    "quality-bad.sent." + leg.leg().code(),
                    facts(
                            leg,
                            reported.lossRatio(),
                            reported.jitter(),
                            String.valueOf(leg.sent().mos()))));
        }
        return lines;
    }

    private static Map<String, String> facts(LegQuality leg, double loss, Duration jitter, String mos) {
        return Map.of(
                "target", leg.target(),
                "loss", "%.1f%%".formatted(Math.min(100, 100 * loss)),
                "jitter", String.valueOf(jitter.toMillis()),
                "mos", mos);
    }

    private static String caller(CallRecord call) {
        return call.caller().normalised();
    }

    private static StoryLine line(Instant at, String key, Map<String, String> facts) {
        return new StoryLine(at, fill(ZH, key, ChineseFacts.of(facts)), fill(EN, key, facts));
    }

    private static String fill(Properties words, String key, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        if ("started".equals(key) && all.getOrDefault("caller", "").isEmpty()) {
            all.put("caller", words.getProperty("withheld", ""));
        }
        return FACT.matcher(words.getProperty(key, key))
                .replaceAll(match -> Matcher.quoteReplacement(all.getOrDefault(match.group(1), "")))
                .strip();
    }

    /// Whether both languages have words for this; for the test that nothing is forgotten.
    static boolean hasWords(String key) {
        return ZH.containsKey(key) && EN.containsKey(key);
    }
}
