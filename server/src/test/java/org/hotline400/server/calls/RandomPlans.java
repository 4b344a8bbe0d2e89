package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;

/// Plans of all kinds of steps, made by chance: each step leads only to later ones, so that every call ends.
final class RandomPlans {
    private static final int STEPS = 14;
    private static final Duration TALK = Duration.ofMillis(200);
    private static final List<String> CALLERS =
            List.of("138%08d", "133%08d", "186%08d", "0108%07d", "0218%07d", "07558%07d", "+44207%07d", "1390013%04d");

    /// A target and what it does, the same in the simulator and in rehearsals.
    private record Line(String number, Behaviour rehearsed, org.hotline400.simulator.Behaviour real) {
        static Line answering(String number) {
            return new Line(
                    number,
                    new Behaviour.Answers(Duration.ZERO, TALK),
                    org.hotline400.simulator.Behaviour.answers(
                            Duration.ZERO, Talk.saying(new Voice.Silence()).hangingUpAfter(TALK)));
        }
    }

    private static final List<Line> LINES = List.of(
            Line.answering("13900000001"),
            Line.answering("02088880002"),
            new Line("13900000003", new Behaviour.Busy(), org.hotline400.simulator.Behaviour.busy()),
            new Line("13900000004", new Behaviour.Unreachable(), org.hotline400.simulator.Behaviour.notFound()),
            new Line(
                    "13900000005",
                    new Behaviour.Declines(Duration.ZERO),
                    org.hotline400.simulator.Behaviour.declines()));

    private final Random chance;
    private final List<String> targets;
    private final int hour;
    /// Whether the plan that is being made goes on after talks.
    private boolean talksOn;

    /// @param now so that no hours begin or end while the calls go on
    RandomPlans(Random chance, List<String> targets, Instant now) {
        this.chance = chance;
        this.targets = targets;
        this.hour = now.atZone(BusinessTime.ZONE).getHour();
    }

    /// Puts the phones behind the carrier.
    static List<String> targets(Carrier carrier) {
        LINES.forEach(line -> carrier.phone(line.number(), line.real()));
        return LINES.stream().map(Line::number).toList();
    }

    /// The same phones in a rehearsal.
    static RehearsalScript script(String caller, String keys, Instant at) {
        var lines = new HashMap<String, Behaviour>();
        LINES.forEach(line -> lines.put(line.number(), line.rehearsed()));
        return new RehearsalScript(
                caller,
                at,
                keys.chars()
                        .mapToObj(key -> new RehearsalScript.Key((char) key, null))
                        .toList(),
                lines,
                new Behaviour.Unreachable(),
                null,
                Duration.ofSeconds(5));
    }

    /// Lists that the plans name: name and prefixes.
    Map<String, List<String>> lists() {
        return Map.of("friends", List.of("1390013"), "nuisance", List.of("1331", "0218"));
    }

    /// Another caller each time.
    String caller(int ordinal) {
        var form = CALLERS.get(chance.nextInt(CALLERS.size()));
        return form.formatted(form.contains("%04d") ? ordinal % 10_000 : ordinal + 1_000_000);
    }

    /// Pressed as soon as the call is answered. None where a talk may come before a menu: they would go to the target,
    /// and a rehearsal's keys wait until they are asked for.
    String keysFor(String plan) {
        if (plan.contains("afterTalk")) {
            return "";
        }
        var keys = new StringBuilder();
        for (int i = chance.nextInt(7); i > 0; i--) {
            keys.append("123459*#".charAt(chance.nextInt(8)));
        }
        return keys.toString();
    }

    String next() {
        talksOn = chance.nextInt(4) == 0;
        var steps = new ArrayList<String>();
        for (int i = 0; i < STEPS; i++) {
            steps.add("\"s%d\": %s".formatted(i, step(i)));
        }
        steps.add("\"s%d\": {\"type\": \"hang-up\"}".formatted(STEPS));
        return """
                {"settings": {"charging": "%s", "attempts": %d}, "start": "s0", "steps": {%s}}
                """.formatted(
                chance.nextBoolean() ? "ringback" : "answer-first", 1 + chance.nextInt(4), String.join(",\n", steps));
    }

    private String step(int at) {
        return switch (chance.nextInt(at < 3 ? 8 : 12)) {
            case 0 -> schedule(at);
            case 1 ->
                """
                    {"type": "region", "cases": [{"provinces": ["%s"], "to": "%s"}, {"kinds": ["%s"], "to": "%s"}],
                     "otherwise": "%s"}""".formatted(
                                pick("北京", "上海", "广东"),
                                later(at),
                                pick("mobile", "fixed", "international"),
                                later(at),
                                later(at));
            case 2 -> """
                    {"type": "list", "cases": [{"list": "nuisance", "to": "%s"}, {"list": "friends", "to": "%s"}],
                     "otherwise": "%s"}""".formatted(later(at), later(at), later(at));
            case 3 -> """
                    {"type": "set", "variables": {"seen": "${caller.kind}-%d"}, "tags": ["t%d"], "next": "%s"}""".formatted(chance.nextInt(2), chance.nextInt(3), later(at));
            case 4 -> """
                    {"type": "branch", "cases": [{"when": [{"variable": "seen", "prefix": "mobile"}], "to": "%s"},
                     {"when": [{"tag": "t1"}, {"variable": "caller", "prefix": "13", "not": true}], "to": "%s"}],
                     "otherwise": "%s"}""".formatted(later(at), later(at), later(at));
            case 5 -> """
                    {"type": "menu", "prompts": ["blip"], "keys": {"1": "%s", "2": "%s", "*": "%s"}, "tries": %d,
                     "waitSeconds": 1, "wrongKey": ["blip"], "noKey": ["blip"], "otherwise": "%s"}""".formatted(later(at), later(at), later(at), 1 + chance.nextInt(2), later(at));
            case 6 -> """
                    {"type": "collect", "prompts": ["blip"], "digits": {"least": %d, "most": 3}, "waitSeconds": 1,
                     "pauseSeconds": 1, "tries": 1, "into": "code", "wrong": ["blip"], "next": "%s",
                     "otherwise": "%s"}""".formatted(1 + chance.nextInt(3), later(at), later(at));
            case 7 -> """
                    {"type": "announce", "prompts": ["blip"], "next": "%s"}""".formatted(later(at));
            case 8, 9 ->
                """
                    {"type": "distribute", "strategy": "%s", "targets": [%s], "otherwise": "%s"%s}""".formatted(
                                pick("sequential", "round-robin", "random", "nearest"),
                                someTargets(),
                                later(at),
                                afterTalk(at));
            case 10 -> """
                    {"type": "dial", "to": "%s", "busy": "%s", "otherwise": "%s"%s}""".formatted(pick(targets), later(at), later(at), afterTalk(at));
            default -> """
                    {"type": "hang-up", "cause": "%s"}""".formatted(pick("auto", "completed", "busy", "no-answer"));
        };
    }

    private String schedule(int at) {
        // Open around now or closed around now, never near an edge.
        int from = (hour + (chance.nextBoolean() ? 22 : 4)) % 24;
        int to = (from + 5) % 24;
        return """
                {"type": "schedule", "periods": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                 "from": "%02d:30", "to": "%02d:30"}], "open": "%s", "closed": "%s"}""".formatted(from, to, later(at), later(at));
    }

    private String afterTalk(int at) {
        return talksOn && chance.nextInt(3) == 0 ? ", \"afterTalk\": \"" + later(at) + "\"" : "";
    }

    private String someTargets() {
        var some = new ArrayList<String>();
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            var serves = chance.nextBoolean() ? "" : ", \"serves\": [\"%s\"]".formatted(pick("北京", "广东"));
            some.add("{\"to\": \"%s\"%s}".formatted(pick(targets), serves));
        }
        return String.join(", ", some);
    }

    private String later(int at) {
        return "s" + (at + 1 + chance.nextInt(Math.min(4, STEPS - at)));
    }

    private String pick(String... words) {
        return words[chance.nextInt(words.length)];
    }

    private String pick(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }
}
