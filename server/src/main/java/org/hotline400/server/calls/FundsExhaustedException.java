package org.hotline400.server.calls;

import java.util.List;

/// What a call was paid for with is used up, and a verb was under way. Not a fault: the call is ended.
public final class FundsExhaustedException extends RuntimeException {
    private final transient List<DialledAll.Rung> rung;

    public FundsExhaustedException() {
        this(List.of());
    }

    /// @param rung what became of the targets that rang, or had answered and not yet accepted
    public FundsExhaustedException(List<DialledAll.Rung> rung) {
        super("nothing is left to pay the call with", null, false, false);
        this.rung = List.copyOf(rung);
    }

    /// Of all targets that rang, in the order in which they were given; empty when none did.
    public List<DialledAll.Rung> rung() {
        return rung;
    }
}
