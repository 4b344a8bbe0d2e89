package org.hotline400.server.billing.payments;

import java.time.Duration;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// Makes the rounds.
@Component
class TopUpLookout extends Lookout {
    private final TopUpRounds rounds;

    TopUpLookout(TopUpRounds rounds) {
        super("top-ups", Duration.ofSeconds(10));
        this.rounds = rounds;
    }

    @Override
    protected void lookOut() {
        rounds.step();
    }
}
