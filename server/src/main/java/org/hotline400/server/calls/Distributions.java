package org.hotline400.server.calls;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What distributing steps remember from call to call.
public interface Distributions {

    /// Draws for one call that a step distributes: the step's turn goes on by one.
    Draw draw(Whose whose, StepName name, Distribute step, CallerNumber caller);

    /// A target of a step that rings the least recent first was rung.
    ///
    /// @param target as the plan names it
    void rung(Whose whose, String target, Instant at);

    /// A target has talked with this caller.
    void talked(Whose whose, CallerNumber caller, String target, Instant at);

    /// Takes one of the calls that a target may have at once.
    ///
    /// @return empty when it has as many as it may
    Optional<TargetLimits.Taken> take(Whose whose, String target, int most);

    record Whose(TenantId tenant, HotlineNumber number) {}
}
