package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the world does in a rehearsal.
///
/// @param caller the calling number as signalled; empty: withheld
/// @param keys what the caller presses, in this order
/// @param targets how targets behave, by their text in the plan
/// @param others how all others behave
/// @param patience null: the caller stays as long as the plan wants him
/// @param message how long the caller speaks when asked for one
public record RehearsalScript(
        String caller,
        Instant at,
        List<Key> keys,
        Map<String, Behaviour> targets,
        Behaviour others,
        @Nullable Duration patience,
        Duration message) {

    /// @param after when it is pressed, counted from the start; null: as soon as a key is asked for
    public record Key(char key, @Nullable Duration after) {}

    /// What a target does when it is called.
    public sealed interface Behaviour {

        /// @param after it began to ring
        /// @param talks then it hangs up
        record Answers(Duration after, Duration talks) implements Behaviour {}

        record Busy() implements Behaviour {}

        record NeverAnswers() implements Behaviour {}

        /// @param after it began to ring
        record Declines(Duration after) implements Behaviour {}

        record Unreachable() implements Behaviour {}

        record Failing() implements Behaviour {}
    }

    public RehearsalScript {
        keys = List.copyOf(keys);
        targets = Map.copyOf(targets);
    }

    Optional<Duration> patienceOfCaller() {
        return Optional.ofNullable(patience);
    }

    Behaviour of(String target) {
        return targets.getOrDefault(target, others);
    }
}
