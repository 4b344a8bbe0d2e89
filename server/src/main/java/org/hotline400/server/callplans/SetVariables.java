package org.hotline400.server.callplans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hotline400.server.prompts.PromptName;

/// Sets variables, puts tags on the call, gives it a priority, and goes on.
///
/// ```json
/// {"type": "set", "variables": {"team": "south"}, "tags": ["returning"], "priority": 5, "next": "branch"}
/// ```
///
/// @param tags kept in the call's record
/// @param newPriority empty: stays as it is; higher is served first
public record SetVariables(
        Map<VariableName, Template> values, List<String> tags, OptionalInt newPriority, StepName next) implements Step {
    static final String TYPE = "set";

    public SetVariables {
        values = Map.copyOf(values);
        tags = List.copyOf(tags);
    }

    static SetVariables read(Fields fields) {
        var values = fields.has("variables")
                ? VariableFields.templates(fields, "variables")
                : new LinkedHashMap<VariableName, Template>();
        var tags = fields.textsIn("tags");
        var priority =
                fields.has("priority") ? OptionalInt.of(fields.number("priority", 0, 0, 9)) : OptionalInt.empty();
        if (values.isEmpty() && tags.isEmpty() && priority.isEmpty()) {
            fields.error("", "plan.set-nothing", "a set step sets variables, tags or priority");
        }
        return new SetVariables(values, tags, priority, fields.step("next"));
    }

    @Override
    public List<VariableName> variables() {
        return values.values().stream()
                .flatMap(template -> template.variables().stream())
                .toList();
    }

    @Override
    public List<VariableName> sets() {
        return List.copyOf(values.keySet());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of(new Exit("next", next, false));
    }

    @Override
    public List<PromptName> prompts() {
        return List.of();
    }
}
