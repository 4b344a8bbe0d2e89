package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.prompts.PromptName;
import tools.jackson.core.JsonPointer;

/// Asks a system of the enterprise over HTTP, and keeps parts of its JSON answer in variables.
///
/// ```json
/// {"type": "http", "method": "get", "url": "https://crm.example.com/callers/${caller}", "timeoutSeconds": 3,
///  "retries": 1, "into": {"grade": "/customer/grade"}, "defaults": {"grade": "none"}, "next": "branch",
///  "failed": "reception"}
/// ```
///
/// @param request what is asked
/// @param patience for all tries together; the caller waits no longer
/// @param retries after the first try
/// @param into where each variable stands in the answer (RFC 6901)
/// @param defaults of variables that are not there
/// @param next with an answer of 2xx that is JSON
/// @param failed without one
public record DataDip(
        Asking request,
        Duration patience,
        int retries,
        Map<VariableName, JsonPointer> into,
        Map<VariableName, String> defaults,
        StepName next,
        StepName failed)
        implements Step {
    static final String TYPE = "http";

    public enum Method {
        GET,
        POST;

        /// As in the document: `get`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param url values go in percent-encoded; its host is fixed
    /// @param body members of a JSON object, for POST
    public record Asking(Method method, Template url, Map<String, Template> headers, Map<String, Template> body) {
        public Asking {
            headers = Map.copyOf(headers);
            body = Map.copyOf(body);
        }
    }

    public DataDip {
        into = Map.copyOf(into);
        defaults = Map.copyOf(defaults);
    }

    static DataDip read(Fields fields) {
        var method = fields.choice("method", Method.values(), Method::code, Method.GET);
        if (method == Method.GET && fields.has("body")) {
            fields.error("body", "plan.body-unused", "only post sends a body: set \"method\": \"post\"");
        }
        var request = new Asking(
                method,
                VariableFields.url(fields, "url"),
                fields.has("headers") ? VariableFields.headers(fields, "headers") : Map.of(),
                fields.has("body") ? VariableFields.namedTemplates(fields, "body") : Map.of());
        return new DataDip(
                request,
                fields.seconds("timeoutSeconds", 3, 1, 10),
                fields.number("retries", 0, 0, 3),
                fields.has("into") ? VariableFields.pointers(fields, "into") : new LinkedHashMap<>(),
                fields.has("defaults") ? VariableFields.values(fields, "defaults") : new LinkedHashMap<>(),
                fields.step("next"),
                fields.step("failed"));
    }

    @Override
    public List<VariableName> variables() {
        var all = new ArrayList<>(request.url().variables());
        request.headers().values().forEach(template -> all.addAll(template.variables()));
        request.body().values().forEach(template -> all.addAll(template.variables()));
        return all;
    }

    @Override
    public List<VariableName> sets() {
        var all = new ArrayList<>(into.keySet());
        all.addAll(defaults.keySet());
        return all;
    }

    @Override
    public Optional<StepName> bypass() {
        return Optional.of(failed);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of(new Exit("next", next, false), new Exit("failed", failed, false));
    }

    @Override
    public List<PromptName> prompts() {
        return List.of();
    }
}
