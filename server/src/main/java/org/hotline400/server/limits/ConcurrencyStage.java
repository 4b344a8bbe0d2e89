package org.hotline400.server.limits;

import org.hotline400.server.calls.Admission;

/// Refuses calls of a number all of whose places are taken. [CapsStage] has asked and gives the place back.
final class ConcurrencyStage implements Admission {
    private final NumberLines lines;

    ConcurrencyStage(NumberLines lines) {
        this.lines = lines;
    }

    @Override
    public Stage stage() {
        return Stage.CONCURRENCY;
    }

    @Override
    public Verdict admit(Request call) {
        return lines.concurrency(call);
    }
}
