package org.hotline400.server.calls;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller hung up while a verb was under way. Not a fault: the story simply ends here.
public final class CallerGoneException extends RuntimeException {
    private final transient DialOutcome.@Nullable Signalling signalling;

    public CallerGoneException(String how) {
        this(how, null);
    }

    /// @param signalling of the target that was ringing when the caller went away
    public CallerGoneException(String how, DialOutcome.@Nullable Signalling signalling) {
        super(how, null, false, false);
        this.signalling = signalling;
    }

    public Optional<DialOutcome.Signalling> signalling() {
        return Optional.ofNullable(signalling);
    }
}
