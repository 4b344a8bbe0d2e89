package org.hotline400.server.enrolment.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a yearly check stands.
public enum ReverificationState {
    /// Its time has not come.
    PLANNED,
    /// The holder was asked.
    ASKED,
    /// He did not confirm in time: a suspension is proposed.
    OVERDUE,
    /// He confirmed, or said what has changed; waits for the operator's people.
    CONFIRMED,
    /// All is well; the next one is planned.
    PASSED,
    /// It is not: a suspension is proposed, and the holder may mend it.
    FAILED,
    /// The number left the holder before.
    ENDED;

    /// What can happen to it.
    public enum Event {
        ASK,
        EXPIRE,
        CONFIRM,
        PASS,
        FAIL,
        END
    }

    /// The text code: `asked`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReverificationState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a re-verification is one of "
                        + Arrays.stream(values()).map(ReverificationState::code).toList()));
    }

    /// The one function that says what may happen.
    ///
    /// @return the state after it; empty when it cannot happen
    public Optional<ReverificationState> after(Event event) {
        return Optional.ofNullable(next(event));
    }

    private @Nullable ReverificationState next(Event event) {
        return switch (event) {
            case ASK -> this == PLANNED ? ASKED : null;
            case EXPIRE -> this == ASKED ? OVERDUE : null;
            case CONFIRM -> this == ASKED || this == OVERDUE || this == FAILED ? CONFIRMED : null;
            case PASS -> this == CONFIRMED ? PASSED : null;
            case FAIL -> this == CONFIRMED ? FAILED : null;
            case END -> this == PASSED || this == ENDED ? null : ENDED;
        };
    }

    /// Whether the operator should consider a suspension; nothing suspends by itself.
    public boolean proposesSuspension() {
        return this == OVERDUE || this == FAILED;
    }
}
