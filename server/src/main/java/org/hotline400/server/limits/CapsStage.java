package org.hotline400.server.limits;

import org.hotline400.server.calls.Admission;
import org.hotline400.server.kernel.CallId;

/// Refuses calls of a number that has had its calls of the month. It also holds the place that the call takes
/// among those of the moment.
final class CapsStage implements Admission {
    private final NumberLines lines;

    CapsStage(NumberLines lines) {
        this.lines = lines;
    }

    @Override
    public Stage stage() {
        return Stage.CAPS;
    }

    @Override
    public Verdict admit(Request call) {
        return lines.caps(call);
    }

    @Override
    public void release(CallId call) {
        lines.over(call);
    }

    @Override
    public void withdraw(CallId call) {
        lines.withdraw(call);
    }
}
