package org.hotline400.server.callplans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.Situation.Act;
import org.hotline400.server.callplans.Situation.Conduct;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an imagined call as people write it, in a request or in an example of a plan. Everything may be left out.
///
/// ```json
/// {"caller": "13812345678", "at": "2026-03-03T21:40", "keys": "1,2",
///  "targets": {"13800138001": "busy", "13800138002": {"does": "answers", "afterSeconds": 8, "talkSeconds": 90}},
///  "others": "never-answers", "hangsUpAfterSeconds": 40, "messageSeconds": 12, "closedToday": false,
///  "answers": {"crm": {"customer": {"grade": "gold"}}, "weather": null}, "full": ["13800138003"],
///  "draws": {"staff": {"turn": 7, "seed": 42, "lastAnswered": "13800138002"}}}
/// ```
public final class SituationReader {
    /// The members that a situation may have.
    public static final Set<String> MEMBERS = Set.of(
            "caller",
            "at",
            "keys",
            "targets",
            "others",
            "hangsUpAfterSeconds",
            "messageSeconds",
            "closedToday",
            "answers",
            "draws",
            "full");

    private static final String SOMEBODY = "13800138000";
    private static final int MOST_KEYS = 100;
    private static final int MOST_TARGETS = 200;
    private static final Duration USUAL_RINGING = Duration.ofSeconds(5);
    private static final Duration USUAL_TALK = Duration.ofSeconds(60);
    private static final Duration USUAL_MESSAGE = Duration.ofSeconds(10);

    private final JsonNode node;
    private final String prefix;
    private final Checks checks;

    private SituationReader(JsonNode node, String prefix, Checks checks) {
        this.node = node;
        this.prefix = prefix;
        this.checks = checks;
    }

    /// @param prefix of the fields that violations name: `` or `/examples/0/given/`
    /// @param otherwise when the call is, unless the situation says so
    public static Situation read(JsonNode node, String prefix, Instant otherwise, Checks checks) {
        var reader = new SituationReader(node, prefix, checks);
        return new Situation(
                reader.caller(),
                reader.at(otherwise),
                reader.keys(),
                reader.targets(),
                reader.others(),
                reader.seconds(node, prefix, "hangsUpAfterSeconds"),
                reader.secondsOr(node, prefix, "messageSeconds", USUAL_MESSAGE),
                new WorldReader(node, prefix, checks).world(),
                reader.closedToday());
    }

    /// Complains of every member that is neither a situation's nor one of these.
    public static void refuseOthers(JsonNode node, String prefix, Set<String> known, Checks checks) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> checks.add(
                        prefix + name,
                        "unknown",
                        "there is no such field; known are "
                                + known.stream().sorted().collect(Collectors.joining(", "))));
    }

    private String caller() {
        var caller = node.get("caller");
        if (caller == null || caller.isNull()) {
            return SOMEBODY;
        }
        if (!caller.isString() || caller.asString().length() > 40) {
            checks.add(prefix + "caller", "malformed", "is a telephone number; empty: withheld");
            return SOMEBODY;
        }
        return caller.asString();
    }

    private Instant at(Instant otherwise) {
        var at = node.get("at");
        return checks.readIfPresent(prefix + "at", "malformed", text(at), SituationReader::instant)
                .orElse(otherwise);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.isString() ? node.asString() : node.toString();
    }

    /// An instant, or a time of Chinese clocks.
    public static Instant instant(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(BusinessTime.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "is a time in China such as 2026-03-03T21:40, or an instant such as 2026-03-03T13:40:00Z", e);
        }
    }

    private List<Situation.Key> keys() {
        var keys = node.get("keys");
        var read = new ArrayList<Situation.Key>();
        if (keys != null && keys.isString()) {
            keys.asString().replaceAll("[,\\s]", "").chars().forEach(key -> add(read, Character.toString(key), null));
        } else if (keys != null && keys.isArray()) {
            keys.forEach(key -> {
                if (key.isObject()) {
                    refuseOthers(key, prefix + "keys/", Set.of("key", "afterSeconds"), checks);
                    add(read, key.path("key").asString(""), seconds(key, prefix + "keys/", "afterSeconds"));
                } else {
                    add(read, key.asString(""), null);
                }
            });
        } else if (keys != null && !keys.isNull()) {
            add(read, "", null);
        }
        if (read.size() > MOST_KEYS) {
            checks.add(prefix + "keys", "too-many", "at most " + MOST_KEYS);
        }
        return read;
    }

    private void add(List<Situation.Key> keys, String key, @Nullable Duration after) {
        if (key.length() == 1 && "0123456789*#".contains(key)) {
            keys.add(new Situation.Key(key.charAt(0), after));
        } else {
            checks.add(prefix + "keys", "malformed", "keys are 0-9, * and #, such as \"1,2\"");
        }
    }

    private @Nullable Boolean closedToday() {
        var closed = node.get("closedToday");
        if (closed == null || closed.isNull()) {
            return null;
        }
        if (!closed.isBoolean()) {
            checks.add(prefix + "closedToday", "malformed", "is true or false");
            return null;
        }
        return closed.asBoolean();
    }

    private Map<String, Conduct> targets() {
        var targets = node.get("targets");
        var read = new HashMap<String, Conduct>();
        if (targets == null || targets.isNull()) {
            return read;
        }
        if (!targets.isObject() || targets.size() > MOST_TARGETS) {
            checks.add(prefix + "targets", "malformed", "is an object of at most " + MOST_TARGETS + " targets");
            return read;
        }
        targets.properties()
                .forEach(target ->
                        read.put(target.getKey(), conduct(target.getValue(), prefix + "targets/" + target.getKey())));
        return read;
    }

    private Conduct others() {
        var others = node.get("others");
        return others == null || others.isNull() ? conduct(Act.ANSWERS) : conduct(others, prefix + "others");
    }

    private static Conduct conduct(Act act) {
        return new Conduct(act, USUAL_RINGING, USUAL_TALK);
    }

    private Conduct conduct(JsonNode does, String field) {
        if (!does.isObject()) {
            return conduct(act(does.asString(""), field));
        }
        refuseOthers(does, field + "/", Set.of("does", "afterSeconds", "talkSeconds"), checks);
        return new Conduct(
                act(does.path("does").asString(""), field),
                secondsOr(does, field + "/", "afterSeconds", USUAL_RINGING),
                secondsOr(does, field + "/", "talkSeconds", USUAL_TALK));
    }

    private Act act(String code, String field) {
        for (var act : Act.values()) {
            if (act.code().equals(code)) {
                return act;
            }
        }
        checks.add(
                field,
                "unknown",
                "a target " + Arrays.stream(Act.values()).map(Act::code).collect(Collectors.joining(", ")));
        return Act.ANSWERS;
    }

    private Duration secondsOr(JsonNode of, String at, String name, Duration otherwise) {
        var seconds = seconds(of, at, name);
        return seconds == null ? otherwise : seconds;
    }

    private @Nullable Duration seconds(JsonNode of, String at, String name) {
        var seconds = of.get(name);
        if (seconds == null || seconds.isNull()) {
            return null;
        }
        if (!seconds.isIntegralNumber() || seconds.asLong() < 0 || seconds.asLong() > 86_400) {
            checks.add(at + name, "out-of-range", "is 0 to 86400 seconds");
            return null;
        }
        return Duration.ofSeconds(seconds.asLong());
    }
}
