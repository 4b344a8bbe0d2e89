package org.hotline400.server.charging.internal;

import java.time.Duration;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// Looks for what comes with time alone: a new month, holds that outlive their calls, customers who can pay again.
@Component
class ChargingLookout extends Lookout {
    private final MonthTurn months;
    private final Orphans orphans;
    private final Exhaustion exhaustion;

    ChargingLookout(MonthTurn months, Orphans orphans, Exhaustion exhaustion) {
        super("charging-lookout", Duration.ofMinutes(1));
        this.months = months;
        this.orphans = orphans;
        this.exhaustion = exhaustion;
    }

    @Override
    protected void lookOut() {
        var _ = months.issue();
        var _ = months.expire();
        var _ = orphans.release();
        exhaustion.restoreAll();
    }
}
