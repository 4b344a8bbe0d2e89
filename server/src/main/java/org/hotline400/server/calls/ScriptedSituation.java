package org.hotline400.server.calls;

import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.Situation;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import tools.jackson.databind.JsonNode;

/// An imagined call, as the rehearsed phone plays it.
final class ScriptedSituation {
    private ScriptedSituation() {}

    static RehearsalScript of(Situation situation) {
        return new RehearsalScript(
                situation.caller(),
                situation.at(),
                situation.keys().stream()
                        .map(key -> new RehearsalScript.Key(key.key(), key.after()))
                        .toList(),
                situation.targets().entrySet().stream()
                        .collect(Collectors.toMap(target -> target.getKey(), target -> behaviour(target.getValue()))),
                behaviour(situation.others()),
                situation.patience(),
                situation.message());
    }

    static RehearsalWorld world(Situation situation) {
        var world = situation.world();
        return new RehearsalWorld(
                situation.closedToday(),
                world.answers().entrySet().stream()
                        .collect(Collectors.toMap(answer -> answer.getKey(), answer -> answer(answer.getValue()))),
                world.draws(),
                world.full());
    }

    private static DataDips.Answer answer(Optional<JsonNode> document) {
        return document.<DataDips.Answer>map(DataDips.Answer.Json::new)
                .orElseGet(() -> new DataDips.Answer.Failed("it gives no answer", false));
    }

    private static Behaviour behaviour(Situation.Conduct conduct) {
        return switch (conduct.act()) {
            case ANSWERS -> new Behaviour.Answers(conduct.after(), conduct.talks());
            case NEVER_ACCEPTS -> new Behaviour.NeverAccepts(conduct.after(), conduct.talks());
            case BUSY -> new Behaviour.Busy();
            case NEVER_ANSWERS -> new Behaviour.NeverAnswers();
            case DECLINES -> new Behaviour.Declines(conduct.after());
            case UNREACHABLE -> new Behaviour.Unreachable();
            case FAILING -> new Behaviour.Failing();
        };
    }
}
