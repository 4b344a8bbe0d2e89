package org.hotline400.server.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Empties the outbox: claims what is due, tries each on a virtual thread, notes what came of it.
///
/// So that a slow receiver holds up nobody else: one subscription has at most [#EACH] attempts under way, one
/// at a time when its last failed; all failing ones together have half of the slots, and do not delay the
/// claims of the others.
@Component
class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    static final int SLOTS = 64;
    static final int EACH = 8;
    /// Longer than any attempt takes.
    static final Duration LAPSE = Duration.ofMinutes(2);
    /// A receiver that failed without a break for so long is switched off.
    static final Duration PATIENCE = Duration.ofDays(3);

    private final DeliveryRows rows;
    private final SubscriptionRows subscriptions;
    private final OutboxRows outbox;
    private final Transactions transactions;
    private final Sender sender;
    private final Clock clock;
    private final Map<UUID, AtomicInteger> healthy = new ConcurrentHashMap<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Runnable onRoom = () -> {};

    Dispatcher(
            DeliveryRows rows,
            SubscriptionRows subscriptions,
            OutboxRows outbox,
            Transactions transactions,
            Sender sender,
            Clock clock) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.transactions = transactions;
        this.sender = sender;
        this.clock = clock;
    }

    /// @param listener told when an attempt has ended, so that there is room for another
    void whenRoom(Runnable listener) {
        onRoom = listener;
    }

    /// Begins attempts at what is due.
    ///
    /// @return how many
    int step() {
        int begun = begin(false, EACH, SLOTS - underWay.get());
        return begun + begin(true, 1, Math.min(SLOTS / 2 - failing.size(), SLOTS - underWay.get()));
    }

    private int begin(boolean ofFailing, int each, int room) {
        if (room <= 0) {
            return 0;
        }
        var busy = Set.copyOf(ofFailing ? failing : healthy.keySet());
        var now = clock.instant();
        var parcels = transactions.asOperator(
                () -> rows.claim(new DeliveryRows.Lane(ofFailing, busy, each, room), Ids.next(), now, LAPSE));
        parcels.forEach(parcel -> occupy(parcel, ofFailing));
        parcels.forEach(parcel -> Thread.ofVirtual().name("notification").start(() -> attempt(parcel, ofFailing)));
        return parcels.size();
    }

    private void occupy(Parcel parcel, boolean ofFailing) {
        underWay.incrementAndGet();
        if (ofFailing) {
            failing.add(parcel.subscription());
        } else {
            healthy.computeIfAbsent(parcel.subscription(), _ -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    private void vacate(Parcel parcel, boolean ofFailing) {
        if (ofFailing) {
            failing.remove(parcel.subscription());
        } else {
            healthy.computeIfPresent(parcel.subscription(), (_, count) -> count.decrementAndGet() == 0 ? null : count);
        }
        underWay.decrementAndGet();
        onRoom.run();
    }

    /// Whether no attempt is under way.
    boolean isIdle() {
        return underWay.get() == 0;
    }

    private void attempt(Parcel parcel, boolean ofFailing) {
        try {
            var began = clock.instant();
            var timer = System.nanoTime();
            var outcome = send(parcel);
            settle(parcel, outcome, began, Duration.ofNanos(System.nanoTime() - timer));
        } catch (RuntimeException e) {
            // Its claim lapses, then it is tried again.
            LOG.warn("what came of delivery {} could not be noted: {}", parcel.id(), e.getMessage());
        } finally {
            vacate(parcel, ofFailing);
        }
    }

    private Outcome send(Parcel parcel) {
        try {
            return sender.send(parcel);
        } catch (RuntimeException e) {
            LOG.error("delivery {} failed unforeseen", parcel.id(), e);
            return Outcome.failed("platform-failure");
        }
    }

    private void settle(Parcel parcel, Outcome outcome, Instant began, Duration took) {
        transactions.asTenant(parcel.tenant(), () -> {
            var now = clock.instant();
            var next = outcome.isTaken()
                    ? Optional.<Instant>empty()
                    : RetrySchedule.pauseAfter(parcel.attempts() + 1).map(now::plus);
            if (!rows.settle(parcel, outcome, next, now)) {
                return;
            }
            rows.note(parcel, outcome, began, took);
            if (outcome.isTaken()) {
                subscriptions.noteSuccess(parcel.tenant(), parcel.subscription());
            } else {
                failed(parcel, outcome, now);
            }
        });
    }

    private void failed(Parcel parcel, Outcome outcome, Instant now) {
        subscriptions.noteFailure(parcel.tenant(), parcel.subscription(), now);
        var reason = "every delivery failed for " + PATIENCE.toDays() + " days, the last one with: " + outcome.error();
        subscriptions
                .disable(parcel.tenant(), parcel.subscription(), now.minus(PATIENCE), reason)
                .ifPresent(disabled -> tellDisabled(disabled, outcome, now));
    }

    private void tellDisabled(Subscription disabled, Outcome outcome, Instant now) {
        LOG.warn("switched off subscription {} of tenant {}: {}", disabled.id(), disabled.tenant(), outcome.error());
        var destination = disabled.order().destination();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", disabled.id().toString());
        facts.put("channel", destination.channel().code());
        facts.put("destination", destination.text());
        disabled.failingSince().ifPresent(since -> facts.put("failingSince", since.toString()));
        facts.put("error", outcome.error());
        var event = Event.of(disabled.tenant(), EventKind.SUBSCRIPTION_DISABLED, now, Map.of("subscription", facts));
        var receivers = Feeder.receivers(event, subscriptions.activeOf(List.of(disabled.tenant())));
        if (!receivers.isEmpty()) {
            outbox.put(event, receivers, now);
        }
    }
}
