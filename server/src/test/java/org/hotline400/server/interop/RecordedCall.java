package org.hotline400.server.interop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A call's record as the REST interface shows it.
record RecordedCall(JsonNode json) {

    String id() {
        return json.at("/id").asString();
    }

    String endReason() {
        return json.at("/endReason").asString();
    }

    String hangupSide() {
        return json.at("/hangupSide").asString();
    }

    /// Keys pressed in menus, in order.
    List<String> keys() {
        var keys = new ArrayList<String>();
        for (var step : json.at("/ivr")) {
            if (step.hasNonNull("key")) {
                keys.add(step.at("/key").asString());
            }
        }
        return keys;
    }

    /// Whom the call reached, as the plan names it.
    String target() {
        return json.at("/attempts")
                .valueStream()
                .filter(attempt -> attempt.at("/result").asString().equals("reached"))
                .map(attempt -> attempt.at("/target").asString())
                .findFirst()
                .orElse("");
    }

    /// How many targets were rung.
    int attempts() {
        return json.at("/attempts").size();
    }

    /// How long targets rang.
    Duration ring() {
        return seconds("ringSeconds");
    }

    /// From the target's answer to the end.
    Duration talk() {
        return seconds("talkSeconds");
    }

    private Duration seconds(String name) {
        return Duration.ofMillis(Math.round(json.at("/" + name).asDouble() * 1000));
    }

    @Override
    public String toString() {
        return json.toPrettyString();
    }
}
