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
    private static final Map<String, Function<Fields, Step>> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry(Announce.TYPE, Announce::read),
            Map.entry(Branch.TYPE, Branch::read),
            Map.entry(Collect.TYPE, Collect::read),
            Map.entry(DataDip.TYPE, DataDip::read),
            Map.entry(Dial.TYPE, Dial::read),
            Map.entry(Distribute.TYPE, Distribute::read),
            Map.entry(HangUpStep.TYPE, HangUpStep::read),
            Map.entry(ListCheck.TYPE, ListCheck::read),
            Map.entry(Menu.TYPE, Menu::read),
            Map.entry(RegionRoute.TYPE, RegionRoute::read),
            Map.entry(Schedule.TYPE, Schedule::read),
            Map.entry(SetVariables.TYPE, SetVariables::read),
            Map.entry(Survey.TYPE, Survey::read),
            Map.entry(Voicemail.TYPE, Voicemail::read)));

    /// What plans published by earlier releases say.
    private static final Map<String, Function<Fields, Step>> OLD_TYPES =
            Map.of(Schedule.OLD_TYPE, Schedule::read, Distribute.OLD_TYPE, Distribute::read);

    // A key named twice would silently lose one of its meanings.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(PlanBounds.MAX_DEPTH)
                            .maxDocumentLength(PlanBounds.MAX_BYTES)
                            .build())
                    .build())
            .build();

    static final String EXAMPLES = "examples";

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
            // Tried out by whoever publishes; see PlanExamples.
            root.has(EXAMPLES);
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
        return new Draft(CallPlan.of(settings, start, steps), named);
    }

    private static Optional<Step> step(Fields root, String name, JsonNode node) {
        var type = node.path("type").asString("");
        var reader = TYPES.getOrDefault(type, OLD_TYPES.get(type));
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
