package org.hotline400.server.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.DataDip;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.callplans.Template;
import org.hotline400.server.callplans.VariableName;
import tools.jackson.databind.JsonNode;

/// Takes the steps that ask a system of the enterprise.
final class Dipping {
    private final Phone phone;
    private final Course course;
    private final CallNotes notes;
    private final Voice voice;
    private final DataDips dips;

    Dipping(Phone phone, Course course, CallNotes notes, Voice voice, DataDips dips) {
        this.phone = phone;
        this.course = course;
        this.notes = notes;
        this.voice = voice;
        this.dips = dips;
    }

    /// @return where the call goes on
    StepName ask(StepName name, DataDip step) {
        // Filled here: the variables belong to the call's thread.
        var question = question(name, step);
        var answer = phone.whileDoing(
                        new Errand<>(name.value(), () -> tries(question, step)), step.patience(), voice.holdMusic())
                .orElseGet(() -> new DataDips.Answer.Failed(
                        "no answer within " + step.patience().toSeconds() + " s", false));
        step.defaults().forEach(course::set);
        return switch (answer) {
            case DataDips.Answer.Json json -> {
                keep(step, json.document());
                yield gone(Why.DATA_FOUND, step.next(), Map.of("into", told(step)));
            }
            case DataDips.Answer.Failed failed -> gone(Why.DATA_MISSING, step.failed(), Map.of("text", failed.text()));
        };
    }

    private DataDips.Answer tries(DataDips.Question question, DataDip step) {
        var begin = System.nanoTime();
        DataDips.Answer answer;
        int tries = 0;
        do {
            var left = step.patience().minusNanos(System.nanoTime() - begin);
            if (left.compareTo(Duration.ofMillis(50)) < 0) {
                return new DataDips.Answer.Failed(
                        "no answer within " + step.patience().toSeconds() + " s", false);
            }
            answer = dips.ask(question.within(left));
            tries++;
        } while (answer instanceof DataDips.Answer.Failed failed && failed.again() && tries <= step.retries());
        return answer;
    }

    private DataDips.Question question(StepName name, DataDip step) {
        var asking = step.request();
        return new DataDips.Question(
                name,
                asking.method(),
                asking.url().fill(course::variable, Dipping::encoded),
                filled(asking.headers()),
                filled(asking.body()),
                step.patience());
    }

    /// Percent-encoded (RFC 3986 §2.1), for a path as for a query.
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<String, String> filled(Map<String, Template> templates) {
        var filled = new HashMap<String, String>();
        templates.forEach((name, template) -> filled.put(name, template.fill(course::variable)));
        return filled;
    }

    private void keep(DataDip step, JsonNode document) {
        step.into().forEach((name, pointer) -> {
            var found = document.at(pointer);
            if (found.isValueNode() && !found.isNull()) {
                course.set(name, found.asString());
            }
        });
    }

    private String told(DataDip step) {
        return step.into().keySet().stream().map(VariableName::value).sorted().collect(Collectors.joining(", "));
    }

    private StepName gone(Why why, StepName next, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("next", next.value());
        notes.because(why, all);
        return next;
    }
}
