package org.hotline400.bench.charging;

import org.hotline400.bench.BenchFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the platform's own process measured.
record Measured(JsonNode figures) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @param json what `hotline measure-charging` prints
    static Measured read(String json) {
        try {
            return new Measured(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new BenchFailedException("hotline measure-charging printed no figures: " + json);
        }
    }

    double value(String field) {
        if (!figures.path(field).isNumber()) {
            throw new BenchFailedException("hotline measure-charging did not tell " + field);
        }
        return figures.path(field).doubleValue();
    }
}
