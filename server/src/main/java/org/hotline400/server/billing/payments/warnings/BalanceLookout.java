package org.hotline400.server.billing.payments.warnings;

import java.time.Duration;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// Looks at balances every few minutes, by night as well: a hotline that falls silent at night is no better.
@Component
class BalanceLookout extends Lookout {
    private final BalanceWarnings warnings;

    BalanceLookout(BalanceWarnings warnings) {
        super("balances", Duration.ofMinutes(5));
        this.warnings = warnings;
    }

    @Override
    protected void lookOut() {
        warnings.step();
    }
}
