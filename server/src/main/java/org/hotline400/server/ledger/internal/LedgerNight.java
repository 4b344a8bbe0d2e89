package org.hotline400.server.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Lookout;
import org.hotline400.server.ledger.LedgerChecks;
import org.springframework.stereotype.Component;

/// Has the books checked each night, when few calls are made.
@Component
class LedgerNight extends Lookout {
    private static final int FROM = 3;
    private static final int TO = 6;

    private final LedgerChecks checks;
    private final Clock clock;

    LedgerNight(LedgerChecks checks, Clock clock) {
        super("ledger-night", Duration.ofMinutes(20));
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    protected void lookOut() {
        var now = clock.instant().atZone(BusinessTime.ZONE);
        if (now.getHour() >= FROM && now.getHour() < TO) {
            var _ = checks.run(now.toLocalDate());
        }
    }
}
