package org.hotline400.server.enrolment.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hotline400.server.callplans.templates.PlanTemplates;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The call plan that a new number begins with, as `enrolment/first-plan.json` says: in hours the lines of the
/// application ring, after hours and when nobody answers callers leave a message.
final class FirstPlan {
    private static final JsonMapper JSON = new JsonMapper();

    private final Recipe recipe;

    FirstPlan() {
        this.recipe = read();
    }

    /// @param template of `callplans`
    /// @param lines the name of the question that asks for them
    /// @param answers to the other questions
    record Recipe(String note, String template, String lines, ObjectNode answers) {}

    private static Recipe read() {
        try (var resource = new ClassPathResource("enrolment/first-plan.json").getInputStream()) {
            return JSON.readValue(resource, Recipe.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks enrolment/first-plan.json", e);
        }
    }

    /// The plan's document.
    ///
    /// @param lines that answer, in this order
    String document(List<String> lines) {
        var answers = recipe.answers().deepCopy();
        lines.forEach(answers.putArray(recipe.lines())::add);
        return PlanTemplates.write(recipe.template(), answers)
                .map(JsonNode::toPrettyString)
                .orElseThrow(() -> new IllegalStateException("there is no template " + recipe.template()));
    }
}
