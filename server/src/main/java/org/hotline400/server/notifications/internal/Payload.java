package org.hotline400.server.notifications.internal;

import java.util.LinkedHashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of an event, as `docs/webhooks.md` describes it.
public final class Payload {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN_AHEAD = 3;
    private static final int SHOWN_BEHIND = 4;
    /// Where a caller's number stands.
    private static final Set<String> CALLERS = Set.of("caller");

    private Payload() {}

    static String of(Event event) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", event.id().toString());
        body.put("kind", event.kind().code());
        body.put("at", event.at().toString());
        body.put("tenant", event.tenant().toString());
        if (!event.number().isEmpty()) {
            body.put("number", event.number());
        }
        body.put("data", event.data());
        return JSON.writeValueAsString(body);
    }

    public static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    /// The same with the middle of callers' numbers hidden, for whoever is not of the tenant.
    public static JsonNode withoutCallers(String text) {
        var body = read(text);
        for (var name : CALLERS) {
            for (var parent : body.findParents(name)) {
                if (parent.get(name) instanceof ObjectNode caller && caller.has("number")) {
                    caller.put("number", masked(caller.get("number").asString()));
                }
            }
        }
        return body;
    }

    private static String masked(String number) {
        if (number.length() <= SHOWN_AHEAD + SHOWN_BEHIND) {
            return "*".repeat(number.length());
        }
        return number.substring(0, SHOWN_AHEAD)
                + "*".repeat(number.length() - SHOWN_AHEAD - SHOWN_BEHIND)
                + number.substring(number.length() - SHOWN_BEHIND);
    }
}
