package org.hotline400.server.calls;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// How many calls a target takes at the same time, over all nodes. Implemented by `limits`.
public interface TargetLimits {

    /// Takes one of the target's places, waiting at most half a second.
    ///
    /// @param target as the plan names it
    /// @param most how many it has, at least one
    /// @return empty when all are taken
    Optional<Taken> tryTake(TenantId tenant, HotlineNumber number, String target, int most);

    /// A place that was taken; whoever took it gives it back in every case.
    interface Taken {

        /// Gives the place back. Again does nothing; never throws, never waits.
        void release();

        /// What the record shall say of how it was taken; needs no facts.
        default Optional<Why> note() {
            return Optional.empty();
        }
    }
}
