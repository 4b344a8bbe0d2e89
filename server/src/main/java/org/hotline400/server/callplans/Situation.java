package org.hotline400.server.callplans;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A call that somebody imagines: who calls, when, what he presses, and what the lines that are rung do.
///
/// @param caller the calling number as signalled; empty: withheld
/// @param keys in the order they are pressed
/// @param targets what single targets do, by their text in the plan
/// @param others what all others do
/// @param patience after which the caller hangs up; null: he stays
/// @param message how long he speaks when asked for a message
/// @param world what is so beside the call itself
/// @param switched whether the number is closed out of turn; null: as it is now
public record Situation(
        String caller,
        Instant at,
        List<Key> keys,
        Map<String, Conduct> targets,
        Conduct others,
        @Nullable Duration patience,
        Duration message,
        World world,
        @Nullable Boolean switched) {

    /// @param answers of the enterprise's systems, by the name of the step that asks; empty: it fails
    /// @param draws what chance, rotation and memory say, by the name of the step that distributes
    /// @param full targets that have all the calls they may, by their text in the plan
    public record World(Map<String, Optional<JsonNode>> answers, Map<String, Draw> draws, Set<String> full) {
        public static final World USUAL = new World(Map.of(), Map.of(), Set.of());

        public World {
            answers = Map.copyOf(answers);
            draws = Map.copyOf(draws);
            full = Set.copyOf(full);
        }
    }

    /// @param after from the start of the call; null: as soon as a key is asked for
    public record Key(char key, @Nullable Duration after) {}

    /// What a target that is rung does.
    ///
    /// @param after of ringing, where it answers or declines
    /// @param talks then it hangs up, where it answers
    public record Conduct(Act act, Duration after, Duration talks) {}

    public enum Act {
        ANSWERS("answers"),
        /// Answers and presses no key, as a voicemail box.
        NEVER_ACCEPTS("never-accepts"),
        BUSY("busy"),
        NEVER_ANSWERS("never-answers"),
        DECLINES("declines"),
        UNREACHABLE("unreachable"),
        FAILING("failing");

        private final String code;

        Act(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Situation {
        keys = List.copyOf(keys);
        targets = Map.copyOf(targets);
    }

    /// Whether the number is closed out of turn; empty: as it is now.
    public Optional<Boolean> closedToday() {
        return Optional.ofNullable(switched);
    }

    /// The same, with a switch that does not depend on the day: open unless it says otherwise.
    Situation onAnyDay() {
        return switched == null
                ? new Situation(caller, at, keys, targets, others, patience, message, world, false)
                : this;
    }
}
