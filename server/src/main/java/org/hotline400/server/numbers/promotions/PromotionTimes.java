package org.hotline400.server.numbers.promotions;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// When a promotion begins or ends nothing is written: this tells whoever keeps something made of those that
/// run.
@Component
class PromotionTimes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PromotionTimes.class);
    private static final long LOOK_MS = 250;

    private final Transactions transactions;
    private final PromotionRows rows;
    private final Promotions promotions;
    private List<UUID> told = List.of();
    private volatile @Nullable ScheduledThreadPoolExecutor timer;

    PromotionTimes(Transactions transactions, PromotionRows rows, Promotions promotions) {
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

    private void lookAgain() {
        try {
            var _ = look();
        } catch (RuntimeException e) {
            LOG.warn("could not tell which promotions run now, trying again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("number-promotions").daemon().factory());
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
