package org.hotline400.server.callplans;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns a plan document into a plan and finds everything that is wrong with its form. What it means — whether its
/// steps lead anywhere — is [PlanChecker]'s.
final class PlanReader {
    /// A new kind of step is its record and a line here.
    private static final Map<String, Function<Fields, Step>> TYPES = new TreeMap<>(Map.of(
            Announce.TYPE, Announce::read,
            Menu.TYPE, Menu::read,
            Forward.TYPE, Forward::read,
            Hours.TYPE, Hours::read,
            Voicemail.TYPE, Voicemail::read,
            HangUpStep.TYPE, HangUpStep::read));

    // A key named twice would silently lose one of its meanings.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(PlanBounds.MAX_DEPTH)
                            .maxDocumentLength(PlanBounds.MAX_BYTES)
                            .build())
                    .build())
            .build();

    private PlanReader() {}

    /// A plan as far as it could be read.
    ///
    /// @param named every step that the document names, readable or not
    record Draft(CallPlan plan, Set<StepName> named) {}

    /// Null when the document is no plan at all.
    static @Nullable Draft read(String document, PlanBounds bounds, Findings findings) {
        if (document.getBytes(StandardCharsets.UTF_8).length > PlanBounds.MAX_BYTES) {
            findings.error("", "plan.too-large", "a plan has at most " + PlanBounds.MAX_BYTES / 1024 + " KiB");
            return null;
        }
        try {
            var root = new Fields(JSON.readTree(document), "", bounds, findings);
            var draft = draft(root, findings);
            root.done();
            return draft;
        } catch (JacksonException e) {
            findings.error("", "plan.not-json", "this is no JSON document: " + e.getOriginalMessage() + where(e));
            return null;
        }
    }

    private static String where(JacksonException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")
                .orElse("");
    }

    private static Draft draft(Fields root, Findings findings) {
        var settings = root.object("settings", PlanSettings::read);
        var start = root.step("start");
        var members = root.members("steps");
        var steps = new HashMap<StepName, Step>();
        var named = new HashSet<StepName>();
        if (members.size() > PlanBounds.MAX_STEPS) {
            root.error(
                    "steps",
                    "plan.too-many",
                    "a plan has at most " + PlanBounds.MAX_STEPS + " steps, found " + members.size());
        } else {
            members.forEach((name, node) -> root.stepName(name, "steps/" + name).ifPresent(valid -> {
                named.add(valid);
                step(root, name, node).ifPresent(step -> steps.put(valid, step));
            }));
        }
        if (findings.faulty()) {
            // Stands for names that could not be read and were reported as such.
            named.add(Fields.STAND_IN_STEP);
        }
        return new Draft(new CallPlan(settings, start, steps), named);
    }

    private static Optional<Step> step(Fields root, String name, JsonNode node) {
        var type = node.path("type").asString("");
        var reader = TYPES.get(type);
        if (reader == null) {
            root.error(
                    "steps/" + name + "/type",
                    "plan.step-type-unknown",
                    "there is no step of type \"" + type + "\"; known are " + String.join(", ", TYPES.keySet()));
            return Optional.empty();
        }
        return Optional.of(root.read(node, "steps/" + name, fields -> {
            fields.text("type");
            return reader.apply(fields);
        }));
    }
}
