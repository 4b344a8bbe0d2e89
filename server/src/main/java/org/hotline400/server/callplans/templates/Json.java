package org.hotline400.server.callplans.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes JSON as it reads: `object("type", "hang-up", "prompts", List.of("system-goodbye"))`.
final class Json {
    private static final JsonMapper JSON = new JsonMapper();

    private Json() {}

    /// @param members name, value, name, value; in this order
    static Map<String, Object> object(Object... members) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }

    static ObjectNode document(Map<String, Object> object) {
        return JSON.valueToTree(object);
    }

    static JsonNode node(Object value) {
        return JSON.valueToTree(value);
    }

    static List<Map<String, Object>> targets(List<String> lines) {
        return lines.stream().map(line -> object("to", line)).toList();
    }

    static Map<String, Object> distribute(List<String> prompts, List<String> lines, String otherwise) {
        var step = object("type", "distribute");
        if (!prompts.isEmpty()) {
            step.put("prompts", prompts);
        }
        step.put("targets", targets(lines));
        step.put("otherwise", otherwise);
        return step;
    }

    static Map<String, Object> voicemail(String greeting) {
        return object("type", "voicemail", "greeting", List.of(greeting), "maxSeconds", 120);
    }
}
