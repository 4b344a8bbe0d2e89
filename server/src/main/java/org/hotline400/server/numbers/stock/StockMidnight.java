package org.hotline400.server.numbers.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// With the day the segments may change: at midnight in Shanghai it tells whoever keeps something made of the
/// stock.
@Component
class StockMidnight extends Lookout {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Transactions transactions;
    private final StockRows rows;
    private final Clock clock;
    private LocalDate told;

    StockMidnight(Transactions transactions, StockRows rows, Clock clock) {
        super("number-stock", PAUSE);
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        this.told = day();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// Tells of a new day, once.
    ///
    /// @return whether there was one
    synchronized boolean look() {
        var today = day();
        if (today.equals(told)) {
            return false;
        }
        transactions.asOperator(rows::announce);
        told = today;
        return true;
    }

    @Override
    protected void lookOut() {
        var _ = look();
    }
}
