package org.hotline400.server.callplans;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundUrl;
import tools.jackson.core.JsonPointer;

/// Reads variables, and texts with variables in them, of a plan document.
final class VariableFields {
    private static final VariableName STAND_IN_VARIABLE = new VariableName("none");
    private static final Pattern HOST = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+[/?#]");

    private VariableFields() {}

    /// A text with variables in it.
    static Template template(Fields fields, String name) {
        return template(fields, fields.text(name), name);
    }

    private static Template template(Fields fields, String text, String field) {
        if (text.length() > PlanBounds.MAX_TEXT) {
            fields.error(field, "plan.text-too-long", "at most " + PlanBounds.MAX_TEXT + " characters here");
            return Template.of("");
        }
        try {
            return Template.of(text);
        } catch (IllegalArgumentException e) {
            fields.error(field, "plan.variable-malformed", String.valueOf(e.getMessage()));
            return Template.of("");
        }
    }

    /// Texts with variables in them, each by the name of the variable it is for.
    static Map<VariableName, Template> templates(Fields fields, String name) {
        var templates = new LinkedHashMap<VariableName, Template>();
        strings(fields, name)
                .forEach((key, text) -> settable(fields, key, name + "/" + key)
                        .ifPresent(variable -> templates.put(variable, template(fields, text, name + "/" + key))));
        return templates;
    }

    static Map<String, Template> namedTemplates(Fields fields, String name) {
        var templates = new LinkedHashMap<String, Template>();
        strings(fields, name).forEach((key, text) -> templates.put(key, template(fields, text, name + "/" + key)));
        return templates;
    }

    /// Header fields of a request.
    static Map<String, Template> headers(Fields fields, String name) {
        var headers = namedTemplates(fields, name);
        headers.keySet().forEach(header -> {
            try {
                OutboundRequest.requireHeader(header, "");
            } catch (IllegalArgumentException e) {
                fields.error(name + "/" + header, "plan.header-malformed", String.valueOf(e.getMessage()));
            }
        });
        return headers;
    }

    static Map<VariableName, String> values(Fields fields, String name) {
        var values = new LinkedHashMap<VariableName, String>();
        strings(fields, name)
                .forEach((key, text) ->
                        settable(fields, key, name + "/" + key).ifPresent(variable -> values.put(variable, text)));
        return values;
    }

    static Map<VariableName, JsonPointer> pointers(Fields fields, String name) {
        var pointers = new LinkedHashMap<VariableName, JsonPointer>();
        strings(fields, name)
                .forEach((key, text) -> settable(fields, key, name + "/" + key).ifPresent(variable -> {
                    try {
                        pointers.put(variable, JsonPointer.compile(text));
                    } catch (IllegalArgumentException e) {
                        fields.error(
                                name + "/" + key,
                                "plan.pointer-malformed",
                                "this is a JSON pointer, such as /customer/grade");
                    }
                }));
        return pointers;
    }

    private static Map<String, String> strings(Fields fields, String name) {
        var members = fields.members(name);
        if (members.size() > PlanBounds.MAX_VARIABLES) {
            fields.error(
                    name, "plan.too-many", "at most " + PlanBounds.MAX_VARIABLES + " here, found " + members.size());
            return Map.of();
        }
        var strings = new TreeMap<String, String>();
        members.forEach((key, value) -> {
            if (value.isString() || value.isNumber() || value.isBoolean()) {
                strings.put(key, value.asString());
            } else {
                fields.error(name + "/" + key, "plan.not-a-text", "this wants a text in quotes");
            }
        });
        return strings;
    }

    /// An address whose host cannot be changed by what a variable holds.
    static Template url(Fields fields, String name) {
        var template = template(fields, name);
        var fixed = template.fixedStart();
        if (!template.text().isEmpty() && HOST.matcher(fixed + "/").lookingAt()) {
            try {
                OutboundUrl.of(template.fill(_ -> "1"));
            } catch (IllegalArgumentException e) {
                fields.error(name, "plan.url-malformed", String.valueOf(e.getMessage()));
            }
        }
        if (!template.text().isEmpty()
                && !HOST.matcher(fixed + (template.variables().isEmpty() ? "/" : ""))
                        .lookingAt()) {
            fields.error(
                    name,
                    "plan.url-malformed",
                    "an address begins with http:// or https:// and a host without variables, such as"
                            + " https://crm.example.com/callers/${caller}");
        }
        return template;
    }

    /// A variable that is read.
    static Optional<VariableName> variable(Fields fields, String name) {
        return variable(fields, fields.text(name), name);
    }

    /// A variable that is set.
    static VariableName settable(Fields fields, String name) {
        return settable(fields, fields.text(name), name).orElse(STAND_IN_VARIABLE);
    }

    private static Optional<VariableName> settable(Fields fields, String text, String field) {
        var variable = variable(fields, text, field);
        if (variable.isPresent() && variable.get().isFact()) {
            fields.error(field, "plan.variable-is-a-fact", "\"" + text + "\" is set by the platform; name another one");
            return Optional.empty();
        }
        return variable;
    }

    private static Optional<VariableName> variable(Fields fields, String text, String field) {
        try {
            return Optional.of(new VariableName(text));
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                fields.error(field, "plan.variable-malformed", String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }
}
