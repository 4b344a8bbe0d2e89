package org.hotline400.server.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription;
import org.springframework.stereotype.Component;

/// Reads the calls' records on and puts into the outbox what they lead to. One node at a time does; the cursor
/// moves in the same transaction.
@Component
class Feeder {
    static final int BATCH = 500;
    /// A limit that is reached turns many calls away; one word of it in this time is enough.
    private static final Duration LIMIT_PAUSE = Duration.ofMinutes(10);

    private final CallFeed feed;
    private final SubscriptionRows subscriptions;
    private final OutboxRows outbox;
    private final Transactions transactions;
    private final Clock clock;

    Feeder(CallFeed feed, SubscriptionRows subscriptions, OutboxRows outbox, Transactions transactions, Clock clock) {
        this.feed = feed;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Takes the next calls in.
    ///
    /// @return how many were read; fewer than [#BATCH] when no more are there, or another node reads
    int step() {
        return transactions.asOperator(() -> {
            var cursor = outbox.lockCursor();
            if (cursor.isEmpty()) {
                return 0;
            }
            var entries = feed.after(cursor.get(), BATCH);
            if (!entries.isEmpty()) {
                tell(entries);
                outbox.moveCursor(entries.getLast().position());
            }
            return entries.size();
        });
    }

    private void tell(List<CallFeed.Entry> entries) {
        var tenants = entries.stream().map(CallFeed.Entry::tenant).collect(Collectors.toSet());
        var listeners = subscriptions.activeOf(tenants).stream().collect(Collectors.groupingBy(Subscription::tenant));
        var wanted = entries.stream()
                .filter(entry -> listeners.containsKey(entry.tenant()))
                .map(CallFeed.Entry::id)
                .toList();
        for (var call : feed.records(wanted)) {
            tell(call, listeners.getOrDefault(call.tenant(), List.of()));
        }
    }

    private void tell(CallRecord call, List<Subscription> listeners) {
        for (var event : CallEvents.of(call)) {
            var receivers = receivers(event, listeners);
            if (!receivers.isEmpty() && isDue(event, call)) {
                outbox.put(event, receivers, clock.instant());
            }
        }
    }

    private boolean isDue(Event event, CallRecord call) {
        return event.kind() != EventKind.LIMIT_REACHED
                || outbox.tellLimit(
                        event.tenant(), event.number(), call.end().reason().code(), event.at(), LIMIT_PAUSE);
    }

    /// Whom an event goes to: those of its tenant alone.
    static List<UUID> receivers(Event event, List<Subscription> listeners) {
        var receivers = new ArrayList<UUID>();
        for (var subscription : listeners) {
            if (subscription.tenant().equals(event.tenant()) && subscription.wants(event.kind(), event.number())) {
                receivers.add(subscription.id());
            }
        }
        return receivers;
    }
}
