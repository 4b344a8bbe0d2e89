package org.hotline400.server.callplans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The member `examples` of a plan document: what its author says about single calls.
final class PlanExamples {
    static final String MEMBER = "examples";
    static final String FAILED = "plan.example-failed";
    private static final String MALFORMED = "plan.example-malformed";
    private static final int MOST = 100;
    private static final Instant TUESDAY = Instant.parse("2026-03-03T02:00:00Z");
    // As strict as the reader of plans: what that refuses is left to it, untouched.
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private PlanExamples() {}

    private static @Nullable JsonNode read(String document) {
        if (!document.contains("\"" + MEMBER + "\"") || document.length() > PlanBounds.MAX_BYTES) {
            return null;
        }
        try {
            return JSON.readTree(document);
        } catch (JacksonException _) {
            return null;
        }
    }

    /// Those that can be read; of the others the findings tell.
    static List<PlanExample> of(String document, List<Finding> findings) {
        var root = read(document);
        var examples = root == null ? null : root.get(MEMBER);
        if (examples == null) {
            return List.of();
        }
        if (!examples.isArray() || examples.size() > MOST) {
            findings.add(
                    Finding.error("/" + MEMBER, MALFORMED, "examples are a list […] of at most " + MOST + " objects"));
            return List.of();
        }
        var read = new ArrayList<PlanExample>();
        for (int i = 0; i < examples.size(); i++) {
            read.add(example(examples.get(i), "/" + MEMBER + "/" + i, findings));
        }
        return read;
    }

    private static PlanExample example(JsonNode node, String path, List<Finding> findings) {
        var checks = new Checks();
        SituationReader.refuseOthers(node, path + "/", Set.of("name", "given", "expect"), checks);
        var given = node.path("given");
        SituationReader.refuseOthers(given, path + "/given/", SituationReader.MEMBERS, checks);
        var example = new PlanExample(
                text(node, "name", path, checks, "example " + path.substring(path.lastIndexOf('/') + 1)),
                SituationReader.read(given, path + "/given/", TUESDAY, checks).onAnyDay(),
                expected(node.path("expect"), path, checks));
        noted(checks, findings);
        return example;
    }

    private static PlanExample.Expected expected(JsonNode node, String path, Checks checks) {
        var at = path + "/expect";
        SituationReader.refuseOthers(node, at + "/", Set.of("path", "end", "reached"), checks);
        if (node.isEmpty()) {
            checks.add(at, MALFORMED, "an example expects a path, an end or a target reached");
        }
        return new PlanExample.Expected(
                steps(node.path("path"), at + "/path", checks),
                node.has("end") ? text(node, "end", at, checks, "") : null,
                node.has("reached") ? text(node, "reached", at, checks, "") : null);
    }

    private static @Nullable List<String> steps(JsonNode path, String at, Checks checks) {
        if (path.isMissingNode()) {
            return null;
        }
        if (!path.isArray() || !path.valueStream().allMatch(JsonNode::isString)) {
            checks.add(at, MALFORMED, "a path is a list of step names");
            return null;
        }
        return path.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(JsonNode node, String name, String path, Checks checks, String otherwise) {
        var text = node.get(name);
        if (text != null && text.isString() && text.asString().length() <= 200) {
            return text.asString();
        }
        if (text != null) {
            checks.add(path + "/" + name, MALFORMED, "this wants a text in quotes of at most 200 characters");
        }
        return otherwise;
    }

    private static void noted(Checks checks, List<Finding> findings) {
        try {
            checks.done();
        } catch (InvalidInputException e) {
            e.violations()
                    .forEach(violation -> findings.add(Finding.error(
                            violation.field(),
                            "unknown".equals(violation.code()) ? "plan.field-unknown" : MALFORMED,
                            violation.message())));
        }
    }
}
