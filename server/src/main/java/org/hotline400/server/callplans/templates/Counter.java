package org.hotline400.server.callplans.templates;

import static org.hotline400.server.callplans.templates.Json.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The plan of a counter: in its hours a few telephones ring one after the other, else callers leave a message or are
/// told when to call.
///
/// @param greeting said before anybody is rung; then the platform answers first
/// @param afterHours said when it is closed
/// @param nobodyFree said when nobody answered
record Counter(
        List<String> lines,
        OfficeHours hours,
        int ringSeconds,
        boolean voicemail,
        Optional<String> greeting,
        Optional<String> afterHours,
        Optional<String> nobodyFree) {
    Counter {
        lines = List.copyOf(lines);
    }

    ObjectNode plan() {
        return Json.document(object(
                "settings",
                object(
                        "charging",
                        greeting.isPresent() ? "answer-first" : "ringback",
                        "ringSeconds",
                        ringSeconds,
                        "attempts",
                        Math.max(1, lines.size())),
                "start",
                "office-hours",
                "steps",
                steps(),
                "examples",
                examples()));
    }

    private Map<String, Object> steps() {
        var steps = new LinkedHashMap<String, Object>();
        steps.put(
                "office-hours",
                object(
                        "type",
                        "schedule",
                        "periods",
                        List.of(hours.period()),
                        "open",
                        "team",
                        "closed",
                        "after-hours"));
        steps.put("team", Json.distribute(greeting.stream().toList(), lines, "nobody-free"));
        steps.put("nobody-free", farewell(nobodyFree, "system-no-answer", "no-answer"));
        steps.put("after-hours", farewell(afterHours, "system-closed", "off-hours"));
        return steps;
    }

    private Map<String, Object> farewell(Optional<String> said, String otherwise, String cause) {
        return voicemail
                ? Json.voicemail(said.orElse("system-voicemail"))
                : object("type", "hang-up", "prompts", List.of(said.orElse(otherwise)), "cause", cause);
    }

    private List<Map<String, Object>> examples() {
        if (lines.isEmpty()) {
            return List.of();
        }
        var examples = new ArrayList<Map<String, Object>>();
        var first = lines.getFirst();
        examples.add(example(
                "上班时间先响第一部电话 · in hours the first telephone rings",
                object("at", hours.openAt()),
                object("path", List.of("office-hours", "team"), "reached", first)));
        examples.add(example(
                "无人接听 · nobody answers",
                object("at", hours.openAt(), "others", "never-answers"),
                object(
                        "path",
                        List.of("office-hours", "team", "nobody-free"),
                        "end",
                        voicemail ? "voicemail" : "no-answer")));
        hours.closedAt()
                .ifPresent(closed -> examples.add(example(
                        "下班时间 · after hours",
                        object("at", closed),
                        object(
                                "path",
                                List.of("office-hours", "after-hours"),
                                "end",
                                voicemail ? "voicemail" : "off-hours"))));
        return examples;
    }

    private static Map<String, Object> example(String name, Object given, Object expected) {
        return object("name", name, "given", given, "expect", expected);
    }
}
