package org.hotline400.server.numbers.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// With the day the segments may change: at midnight in Shanghai it tells whoever keeps something made of the
/// stock.
@Component
class StockMidnight implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StockMidnight.class);
    private static final long LOOK_MS = 500;

    private final Transactions transactions;
    private final StockRows rows;
    private final Clock clock;
    private LocalDate told;
    private volatile @Nullable ScheduledThreadPoolExecutor timer;

    StockMidnight(Transactions transactions, StockRows rows, Clock clock) {
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

    private void lookAgain() {
        try {
            var _ = look();
        } catch (RuntimeException e) {
            LOG.warn("could not tell of the new day, trying again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("number-stock").daemon().factory());
        var _ = thread.scheduleWithFixedDelay(this::lookAgain, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        timer = thread;
    }

    @Override
    public void stop() {
        var thread = timer;
        if (thread != null) {
            thread.shutdownNow();
        }
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
