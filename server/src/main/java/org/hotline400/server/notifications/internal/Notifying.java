package org.hotline400.server.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The work in the background: reads calls on and sends what is due, twice a second and whenever there is room.
@Component
class Notifying implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Notifying.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    /// How long deliveries that are over can be seen and replayed, and that a letter was sent is known.
    static final Duration KEPT = Duration.ofDays(30);

    private static final int PURGED_AT_ONCE = 10_000;
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Feeder feeder;
    private final Dispatcher dispatcher;
    private final LetterDispatcher letters;
    private final OutboxRows outbox;
    private final Transactions transactions;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});
    private boolean failing;
    private long swept = System.nanoTime();

    Notifying(
            Feeder feeder,
            Dispatcher dispatcher,
            LetterDispatcher letters,
            OutboxRows outbox,
            Transactions transactions,
            Clock clock) {
        this.feeder = feeder;
        this.dispatcher = dispatcher;
        this.letters = letters;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        dispatcher.whenRoom(news::release);
        letters.whenRoom(news::release);
        thread = Thread.ofPlatform().name("notifications").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            boolean more = turn();
            try {
                if (!more) {
                    var _ = news.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
                news.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// A failure (mostly: the database is away) is told once and the work done at the next turn.
    ///
    /// @return whether there is more to do at once
    private boolean turn() {
        try {
            boolean more = feeder.step() == Feeder.BATCH;
            dispatcher.step();
            letters.step();
            sweep();
            failing = false;
            return more;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("notifications wait, the outbox cannot be worked on: {}", String.valueOf(e));
            }
            failing = true;
            return false;
        }
    }

    private void sweep() {
        if (System.nanoTime() - swept > SWEEP.toNanos()) {
            swept = System.nanoTime();
            transactions.asOperator(() -> outbox.purge(clock.instant().minus(KEPT), PURGED_AT_ONCE));
            letters.purge(KEPT, PURGED_AT_ONCE);
        }
    }

    /// Begins no more attempts, and waits for those under way to be noted.
    @Override
    public void stop() {
        running = false;
        news.release();
        long until = System.nanoTime() + STOP.toNanos();
        try {
            var _ = thread.join(STOP);
            while (!(dispatcher.isIdle() && letters.isIdle()) && System.nanoTime() < until) {
                var _ = news.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
