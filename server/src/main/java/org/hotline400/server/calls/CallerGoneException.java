package org.hotline400.server.calls;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller hung up while a verb was under way. Not a fault: the story simply ends here.
public final class CallerGoneException extends RuntimeException {
    private final transient DialOutcome.@Nullable Signalling signalling;
    private final transient List<DialledAll.Rung> rung;

    public CallerGoneException(String how) {
        this(how, null, List.of());
    }

    /// @param signalling of the target that was ringing when the caller went away
    public CallerGoneException(String how, DialOutcome.@Nullable Signalling signalling) {
        this(how, signalling, List.of());
    }

    /// @param rung what became of the targets that rang at once when the caller went away
    public CallerGoneException(String how, List<DialledAll.Rung> rung) {
        this(how, null, rung);
    }

    private CallerGoneException(String how, DialOutcome.@Nullable Signalling signalling, List<DialledAll.Rung> rung) {
        super(how, null, false, false);
        this.signalling = signalling;
        this.rung = List.copyOf(rung);
    }

    /// Of the one target that was ringing, or had answered and not yet accepted; empty when there was none.
    public Optional<DialOutcome.Signalling> signalling() {
        return Optional.ofNullable(signalling);
    }

    /// Of all that rang at once, in the order in which they were given; empty when they did not.
    public List<DialledAll.Rung> rung() {
        return rung;
    }
}
