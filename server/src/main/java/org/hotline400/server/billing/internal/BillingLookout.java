package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Daytime;
import org.hotline400.server.kernel.Lookout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks for what comes with time alone: the end of a month, a due day that has passed. Letters are written by day
/// only.
@Component
class BillingLookout extends Lookout {
    private final MonthClose months;
    private final Dunning dunning;
    private final Clock clock;
    private @Nullable LocalDate dunned;

    BillingLookout(MonthClose months, Dunning dunning, Clock clock) {
        super("billing", Duration.ofMinutes(1));
        this.months = months;
        this.dunning = dunning;
        this.clock = clock;
    }

    @Override
    protected void lookOut() {
        months.step();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, BusinessTime.ZONE);
        if (!today.equals(dunned) && Daytime.includes(now)) {
            dunning.collect();
            dunning.accrueLateFees();
            dunning.remind();
            dunned = today;
        }
    }
}
