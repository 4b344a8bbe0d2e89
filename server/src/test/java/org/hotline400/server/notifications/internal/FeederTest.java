package org.hotline400.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.notifications.internal.Calls.aCall;
import static org.hotline400.server.notifications.internal.Calls.missed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Delivery;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// From the calls' records into the outbox.
@Timeout(120)
class FeederTest {
    private static final Destination OWNER = new Destination.Mail("owner@example.com");

    private final Lab lab = new Lab();
    private final TenantId shop = Lab.tenant();
    private final TenantId school = Lab.tenant();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void eachSubscriptionIsToldWhatItAskedForOfItsOwnTenantAlone() {
        var misses = lab.subscribe(shop, OWNER, EventKind.CALL_MISSED);
        var ends = lab.subscribe(shop, OWNER, EventKind.CALL_ENDED);
        var others = lab.subscribe(school, OWNER, EventKind.CALL_MISSED, EventKind.CALL_ENDED);

        lab.ended(missed(shop), aCall(shop, EndReason.COMPLETED).answered().record());

        assertThat(lab.deliveries(misses)).extracting(Delivery::kind).containsExactly(EventKind.CALL_MISSED);
        assertThat(lab.deliveries(ends))
                .extracting(Delivery::kind)
                .containsExactly(EventKind.CALL_ENDED, EventKind.CALL_ENDED);
        assertThat(lab.deliveries(others)).isEmpty();
    }

    @Test
    void aSubscriptionMayBeForSomeNumbersOnly() {
        var one = lab.subscriptions
                .add(shop, new Order(OWNER, Set.of(EventKind.CALL_MISSED), Set.of("4006666666"), true))
                .orElseThrow();

        lab.ended(missed(shop), aCall(shop, EndReason.BUSY).to("4006666666").record());

        assertThat(lab.delivery(one).payload()).contains("4006666666");
    }

    @Test
    void whatIsPausedIsNotTold() {
        var paused = lab.subscriptions
                .add(shop, new Order(OWNER, Set.of(EventKind.CALL_MISSED), Set.of(), false))
                .orElseThrow();

        lab.ended(missed(shop));

        assertThat(lab.deliveries(paused)).isEmpty();
    }

    @Test
    void aLimitIsToldOnceInTenMinutesForEachNumberAndReason() {
        var limits = lab.subscribe(shop, OWNER, EventKind.LIMIT_REACHED);
        var busy = EndReason.REJECTED_CONCURRENCY;

        lab.ended(
                aCall(shop, busy).record(),
                aCall(shop, busy).after(Duration.ofMinutes(1)).record(),
                aCall(shop, busy).after(Duration.ofMinutes(9)).record(),
                aCall(shop, EndReason.CAPPED).after(Duration.ofMinutes(1)).record(),
                aCall(shop, busy).to("4006666666").after(Duration.ofMinutes(1)).record());
        assertThat(lab.deliveries(limits)).hasSize(3);

        lab.ended(aCall(shop, busy).after(Duration.ofMinutes(10)).record());
        assertThat(lab.deliveries(limits)).hasSize(4);
    }

    @Test
    void theCursorOutlivesTheProcessAndNothingIsToldTwice() {
        var misses = lab.subscribe(shop, OWNER, EventKind.CALL_MISSED);
        lab.ended(missed(shop));

        assertThat(lab.feeder().step()).isZero();
        lab.ended(missed(shop));

        assertThat(lab.deliveries(misses)).hasSize(2);
    }

    @Test
    void whatFailsHalfwayLeavesCursorAndOutboxAsTheyWere() {
        var misses = lab.subscribe(shop, OWNER, EventKind.CALL_MISSED);
        var call = missed(shop);
        lab.transactions.asOperator(() -> lab.records.insert(List.of(call)));
        try {
            lab.transactions.asOperator(() -> {
                lab.feeder.step();
                throw new IllegalStateException("killed before the commit");
            });
        } catch (IllegalStateException _) {
            // As a kill would.
        }
        assertThat(lab.deliveries(misses)).isEmpty();

        lab.ended();
        org.awaitility.Awaitility.await().atMost(Lab.SOON).until(() -> {
            lab.feeder.step();
            return lab.deliveries(misses).size() == 1;
        });
    }

    @Test
    void oneNodeReadsAtATime() {
        lab.subscribe(shop, OWNER, EventKind.CALL_MISSED);
        lab.transactions.asOperator(() -> lab.records.insert(List.of(missed(shop))));

        lab.transactions.asOperator(() -> {
            assertThat(lab.outbox.lockCursor()).isPresent();
            var other = new Thread(() -> assertThat(lab.transactions.asOperator(lab.outbox::lockCursor))
                    .isEmpty());
            var failed = new java.util.concurrent.atomic.AtomicReference<Throwable>();
            other.setUncaughtExceptionHandler((_, e) -> failed.set(e));
            other.start();
            joinQuietly(other);
            assertThat(failed.get()).isNull();
        });
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
