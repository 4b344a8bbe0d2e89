package org.hotline400.server.numbers.promotions;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// When a promotion begins or ends nothing is written: this tells whoever keeps something made of those that
/// run.
@Component
class PromotionTimes extends Lookout {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Transactions transactions;
    private final PromotionRows rows;
    private final Promotions promotions;
    private List<UUID> told = List.of();

    PromotionTimes(Transactions transactions, PromotionRows rows, Promotions promotions) {
        super("number-promotions", PAUSE);
        this.transactions = transactions;
        this.rows = rows;
        this.promotions = promotions;
    }

    /// Tells when other promotions run than at the last look.
    ///
    /// @return whether it did
    synchronized boolean look() {
        var running = promotions.running().stream().map(Promotion::id).toList();
        if (running.equals(told)) {
            return false;
        }
        transactions.asOperator(rows::announce);
        told = running;
        return true;
    }

    @Override
    protected void lookOut() {
        var _ = look();
    }
}
