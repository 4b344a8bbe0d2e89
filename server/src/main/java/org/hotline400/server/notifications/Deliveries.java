package org.hotline400.server.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.notifications.internal.DeliveryLog;
import org.hotline400.server.notifications.internal.OutboxRows;
import org.springframework.stereotype.Service;

/// What was sent, what is to be sent, and sending it again. Reading joins the caller's transaction; a replay or
/// a test is one of its own, for its tenant.
@Service
public class Deliveries {
    /// So many are replayed at once.
    public static final int MOST_REPLAYED = 1000;

    private final DeliveryLog log;
    private final OutboxRows outbox;
    private final Transactions transactions;
    private final Clock clock;

    public Deliveries(DeliveryLog log, OutboxRows outbox, Transactions transactions, Clock clock) {
        this.log = log;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Those of one subscription, newest first.
    ///
    /// @param after the last one of the page before
    public Page<Delivery> list(UUID subscription, Optional<Delivery.State> state, Optional<UUID> after, int limit) {
        return Page.of(
                log.list(subscription, state, after, limit + 1),
                limit,
                delivery -> delivery.id().toString());
    }

    public Optional<Delivery> find(UUID id) {
        return log.find(id);
    }

    /// Sends an event again to where it went; the delivery that was stays as it is.
    public Delivery replay(Delivery delivery) {
        return transactions.asTenant(delivery.tenant(), () -> {
            var replayed = outbox.replay(delivery.tenant(), List.of(delivery.id()), clock.instant());
            return log.find(replayed.getFirst()).orElseThrow();
        });
    }

    /// Sends again what went to a subscription and was made in this time, each event once, at most
    /// [#MOST_REPLAYED] of them, the oldest first.
    ///
    /// @param state of those that are sent again; pending ones are on their way and never are
    /// @return the new deliveries
    public List<UUID> replay(Subscription subscription, Instant from, Instant to, Delivery.State state) {
        return transactions.asTenant(subscription.tenant(), () -> {
            var chosen = log.between(subscription.id(), from, to, state, MOST_REPLAYED);
            return outbox.replay(subscription.tenant(), chosen, clock.instant());
        });
    }

    /// Sends a test event to one subscription.
    public Delivery test(Subscription subscription) {
        return transactions.asTenant(subscription.tenant(), () -> {
            var made = outbox.putTest(
                    subscription.tenant(),
                    subscription.id(),
                    Map.of("zh", "这是一条测试通知。", "en", "This is a test notification."),
                    clock.instant());
            return log.find(made).orElseThrow();
        });
    }
}
