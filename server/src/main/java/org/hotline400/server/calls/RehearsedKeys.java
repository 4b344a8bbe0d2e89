package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The keys of a script's caller, in their order.
final class RehearsedKeys {
    private final Instant start;
    private final Deque<RehearsalScript.Key> keys;

    RehearsedKeys(Instant start, List<RehearsalScript.Key> keys) {
        this.start = start;
        this.keys = new ArrayDeque<>(keys);
    }

    /// How long it takes until the next is pressed. One whose time has come before it was asked for is taken at
    /// once, as one that was typed ahead.
    ///
    /// @param reaction of a caller who presses when asked
    Optional<Duration> next(Instant now, Duration reaction) {
        return Optional.ofNullable(keys.peek()).map(key -> {
            var after = key.after();
            if (after == null) {
                return reaction;
            }
            var at = start.plus(after);
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        });
    }

    char take() {
        return keys.remove().key();
    }

    /// Whether the next key is this one, and pressed until then, be it because it is asked for now.
    boolean takeWhenAsked(char key, Instant until) {
        var next = keys.peek();
        var taken = next != null && next.key() == key && (next.after() == null || isPressed(next, until));
        if (taken) {
            keys.remove();
        }
        return taken;
    }

    /// Whether this key was pressed at its own time until then; it is taken out of its place.
    boolean takeTimed(char key, Instant until) {
        return keys.removeIf(one -> one.key() == key && isPressed(one, until));
    }

    /// Forgets what was pressed at its own time until then.
    void forget(Instant until) {
        keys.removeIf(one -> isPressed(one, until));
    }

    private boolean isPressed(RehearsalScript.Key key, Instant until) {
        return key.after() != null && !start.plus(key.after()).isAfter(until);
    }
}
