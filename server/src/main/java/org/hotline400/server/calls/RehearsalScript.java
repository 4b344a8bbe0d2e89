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
/// @param errands how long what is done meanwhile takes, by its name; others take no time
public record RehearsalScript(
        String caller,
        Instant at,
        List<Key> keys,
        Map<String, Behaviour> targets,
        Behaviour others,
        @Nullable Duration patience,
        Duration message,
        Map<String, Duration> errands) {

    /// One in which nothing that is done meanwhile takes time.
    public RehearsalScript(
            String caller,
            Instant at,
            List<Key> keys,
            Map<String, Behaviour> targets,
            Behaviour others,
            @Nullable Duration patience,
            Duration message) {
        this(caller, at, keys, targets, others, patience, message, Map.of());
    }

    /// @param after when it is pressed, counted from the start; null: as soon as a key is asked for
    public record Key(char key, @Nullable Duration after) {}

    /// What a target does when it is called.
    public sealed interface Behaviour {

        /// A person, who also accepts the call where that is wanted.
        ///
        /// @param after it began to ring
        /// @param talks then it hangs up
        record Answers(Duration after, Duration talks) implements Behaviour {}

        /// A voicemail box, say: it answers and presses no key. Where none is wanted it is reached as anybody
        /// else.
        ///
        /// @param after it began to ring
        /// @param talks then it hangs up
        record NeverAccepts(Duration after, Duration talks) implements Behaviour {}

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
        errands = Map.copyOf(errands);
    }

    Optional<Duration> patienceOfCaller() {
        return Optional.ofNullable(patience);
    }

    Duration lengthOf(Errand<?> errand) {
        return errands.getOrDefault(errand.name(), Duration.ZERO);
    }

    Behaviour of(String target) {
        return targets.getOrDefault(target, others);
    }
}
