package org.hotline400.server.callplans;

import java.util.List;
import org.hotline400.server.prompts.PromptName;
import tools.jackson.databind.JsonNode;

/// Reads what is said of a plan document.
final class PromptFields {
    private static final PromptName STAND_IN_PROMPT = new PromptName("none");

    private PromptFields() {}

    static List<PromptName> prompts(Fields fields, String name, boolean required) {
        if (!fields.has(name) && !required) {
            return List.of();
        }
        return fields.elements(name, PlanBounds.MAX_PROMPTS).stream()
                .map(element -> prompt(fields, element.node(), element.field()))
                .toList();
    }

    static List<Phrase> phrases(Fields fields, String name, boolean required) {
        if (!fields.has(name) && !required) {
            return List.of();
        }
        return fields.elements(name, PlanBounds.MAX_PROMPTS).stream()
                .map(element -> phrase(fields, element.node(), element.field()))
                .toList();
    }

    private static Phrase phrase(Fields fields, JsonNode node, String field) {
        if (!node.isObject()) {
            return new Phrase.Recorded(prompt(fields, node, field));
        }
        return fields.read(
                node,
                field,
                spoken -> new Phrase.Spoken(
                        spoken.choice("say", Phrase.Manner.values(), Phrase.Manner::code, Phrase.Manner.DIGITS),
                        VariableFields.template(spoken, "value")));
    }

    static PromptName promptName(Fields fields, String name) {
        var child = fields.find(name);
        return child == null ? STAND_IN_PROMPT : prompt(fields, child, name);
    }

    static List<PromptName> promptsOr(Fields fields, String name, PromptName otherwise) {
        return fields.has(name) ? prompts(fields, name, true) : List.of(otherwise);
    }

    private static PromptName prompt(Fields fields, JsonNode node, String field) {
        try {
            return new PromptName(node.isString() ? node.asString() : "");
        } catch (IllegalArgumentException e) {
            fields.error(field, "plan.prompt-name-malformed", String.valueOf(e.getMessage()));
            return STAND_IN_PROMPT;
        }
    }
}
