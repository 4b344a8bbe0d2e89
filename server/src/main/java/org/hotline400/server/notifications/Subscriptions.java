package org.hotline400.server.notifications;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Subscription.Order;
import org.hotline400.server.notifications.internal.SubscriptionRows;
import org.hotline400.server.vault.Seal;
import org.springframework.stereotype.Service;

/// Who is told what. Reading joins the caller's transaction; each change is one of its own, for its tenant.
@Service
public class Subscriptions {
    /// A tenant may have so many.
    public static final int MOST = 100;
    /// How long the old secret of a webhook signs beside the new one.
    public static final Duration ROTATION = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final SubscriptionRows rows;
    private final Transactions transactions;
    private final Seal seal;
    private final Clock clock;

    public Subscriptions(SubscriptionRows rows, Transactions transactions, Seal seal, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
    }

    /// One that was just made or changed.
    ///
    /// @param secret of a webhook, in clear, for the one answer that shows it; else empty
    public record Issued(Subscription subscription, Optional<String> secret) {
        @Override
        public String toString() {
            return "Issued[" + subscription.id() + "]";
        }
    }

    /// Newest first.
    ///
    /// @param after the last one of the page before
    public Page<Subscription> list(Optional<UUID> after, int limit) {
        return Page.of(
                rows.list(after, limit + 1),
                limit,
                subscription -> subscription.id().toString());
    }

    public Optional<Subscription> find(UUID id) {
        return rows.find(id);
    }

    /// Adds one; empty when the tenant has as many as it may.
    public Optional<Issued> add(TenantId tenant, Order order) {
        return transactions.asTenant(tenant, () -> {
            if (rows.count(tenant) >= MOST) {
                return Optional.<Issued>empty();
            }
            var secret = order.destination() instanceof Destination.Webhook
                    ? Optional.of(newSecret())
                    : Optional.<String>empty();
            var id = Ids.next();
            rows.insert(tenant, id, order, secret.map(seal::close), clock.instant());
            return Optional.of(new Issued(known(id), secret));
        });
    }

    /// Changes what its owner says of it. Its channel stays. Switching it on forgets its failures.
    public Subscription change(Subscription before, Order order) {
        if (before.order().destination().channel() != order.destination().channel()) {
            throw new IllegalArgumentException("a subscription keeps its channel");
        }
        return transactions.asTenant(before.tenant(), () -> {
            rows.update(before.tenant(), before.id(), order, clock.instant());
            return known(before.id());
        });
    }

    /// Gives a webhook a new secret. The old one signs beside it for a day, so that the receiver can change
    /// over.
    public Issued rotate(Subscription webhook) {
        return transactions.asTenant(webhook.tenant(), () -> {
            var secret = newSecret();
            var now = clock.instant();
            rows.rotate(webhook.tenant(), webhook.id(), seal.close(secret), now.plus(ROTATION));
            return new Issued(known(webhook.id()), Optional.of(secret));
        });
    }

    /// Removes it, with what was to be delivered to it.
    public void remove(Subscription subscription) {
        transactions.asTenant(subscription.tenant(), () -> rows.delete(subscription.tenant(), subscription.id()));
    }

    private Subscription known(UUID id) {
        return rows.find(id).orElseThrow();
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whs_" + HexFormat.of().formatHex(bytes);
    }
}
