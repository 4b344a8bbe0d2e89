package org.hotline400.server.callplans;

import org.hotline400.server.kernel.TenantId;

/// Rings lines to have them confirmed; answered by whoever has a telephone.
@FunctionalInterface
public interface ConfirmationCalls {

    /// Rings the line and, once somebody answers, says the code twice. Returns at once; the call is bounded in time.
    ///
    /// @return false when no way leads to this line now
    boolean ring(TenantId tenant, Target.Line line, String code);
}
