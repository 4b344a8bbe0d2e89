package org.hotline400.server.callplans;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads what is so beside an imagined call: what the enterprise's systems answer, what is drawn, who is full.
record WorldReader(JsonNode node, String prefix, Checks checks) {
    private static final int MOST = 100;

    Situation.World world() {
        return new Situation.World(answers(), draws(), full());
    }

    private Map<String, Optional<JsonNode>> answers() {
        var answers = new HashMap<String, Optional<JsonNode>>();
        members("answers")
                .properties()
                .forEach(answer -> answers.put(
                        answer.getKey(), Optional.of(answer.getValue()).filter(document -> !document.isNull())));
        return answers;
    }

    private Map<String, Draw> draws() {
        var draws = new HashMap<String, Draw>();
        members("draws").properties().forEach(draw -> draws.put(draw.getKey(), draw(draw.getKey(), draw.getValue())));
        return draws;
    }

    private Draw draw(String step, JsonNode draw) {
        var field = prefix + "draws/" + step;
        if (!draw.isObject()) {
            checks.add(field, "malformed", "is an object with seed, turn, lastAnswered");
            return Draw.FIRST;
        }
        SituationReader.refuseOthers(draw, field + "/", Set.of("seed", "turn", "lastAnswered"), checks);
        var last = draw.path("lastAnswered").asString("");
        return new Draw(
                draw.path("seed").asLong(0),
                draw.path("turn").asLong(0),
                Map.of(),
                last.isEmpty() ? Optional.empty() : Optional.of(last));
    }

    private Set<String> full() {
        var full = new HashSet<String>();
        var named = node.path("full");
        if (!named.isMissingNode() && !named.isNull() && !named.isArray()) {
            checks.add(prefix + "full", "malformed", "is a list of targets");
        }
        if (named.isArray()) {
            named.forEach(target -> full.add(target.asString("")));
        }
        return full;
    }

    private JsonNode members(String name) {
        var members = node.path(name);
        if (members.isMissingNode() || members.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!members.isObject() || members.size() > MOST) {
            checks.add(prefix + name, "malformed", "is an object of at most " + MOST + " members, by the step's name");
            return JsonNodeFactory.instance.objectNode();
        }
        return members;
    }
}
