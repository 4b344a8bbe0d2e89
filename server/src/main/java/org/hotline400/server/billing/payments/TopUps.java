package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.payments.PaymentReference;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// What customers pay into their accounts.
@Service
public class TopUps {
    /// When the provider is asked first, where its notification has not come.
    static final Duration FIRST_LOOK = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final PayWays ways;
    private final TopUpSettings settings;
    private final Arrivals arrivals;
    private final Clock clock;

    TopUps(
            Transactions transactions,
            TopUpRows rows,
            TopUpEntryRows entries,
            PayWays ways,
            TopUpSettings settings,
            Arrivals arrivals,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.entries = entries;
        this.ways = ways;
        this.settings = settings;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// Runs in the caller's transaction and sees what that may see.
    public Optional<TopUp> find(TopUpId id) {
        return rows.find(id);
    }

    /// The first thing first; runs in the caller's transaction and sees what that may see.
    public List<TopUpEntry> entries(TopUpId topUp) {
        return entries.of(topUp);
    }

    /// The newest first; runs in the caller's transaction and sees what that may see.
    ///
    /// @param before start behind this one
    public Page<TopUp> list(TopUpFilter filter, Optional<TopUpId> before, int limit) {
        return Page.of(
                rows.list(filter, before, limit + 1), limit, one -> one.id().toString());
    }

    /// Writes a wish down.
    public TopUpAsked ask(TenantId tenant, TopUpOrder order, TopUp.By by) {
        if (!ways.isOffered(order.way())) {
            return new TopUpAsked.NotOffered(order.way());
        }
        return transactions.asTenant(tenant, () -> {
            var topUp = make(tenant, order, by);
            var look = order.way().isOnline()
                    ? Optional.of(topUp.dates().created().plus(FIRST_LOOK))
                    : Optional.of(topUp.dates().expires());
            return rows.add(topUp, order.key(), look) ? new TopUpAsked.Done(topUp) : before(tenant, order);
        });
    }

    private TopUpAsked before(TenantId tenant, TopUpOrder order) {
        var known = rows.withKey(tenant, order.key()).orElseThrow();
        return order.isFor(known) ? new TopUpAsked.AsBefore(known) : new TopUpAsked.KeyUsed();
    }

    private TopUp make(TenantId tenant, TopUpOrder order, TopUp.By by) {
        var now = clock.instant();
        return new TopUp(
                TopUpId.next(),
                tenant,
                PaymentReference.next("HT"),
                order.way(),
                order.amount(),
                new TopUpState.Asked(),
                order.forBill(),
                Optional.empty(),
                by,
                new TopUp.Dates(now, expiry(order.way(), now), Optional.empty(), Optional.empty()));
    }

    private Instant expiry(PayWay way, Instant now) {
        return now.plus(way.isOnline() ? settings.onlineExpiry() : settings.transferExpiry());
    }

    /// How an online top-up is paid: asks the provider for its page where there is none yet. Not in a
    /// transaction.
    public PaymentProvider.Beginning begin(TopUp topUp) {
        return topUp.page()
                .<PaymentProvider.Beginning>map(PaymentProvider.Beginning.OnPage::new)
                .orElseGet(() -> beginNow(topUp));
    }

    private PaymentProvider.Beginning beginNow(TopUp topUp) {
        var beginning = ways.provider(topUp.way())
                .map(provider -> provider.begin(topUp))
                .orElseGet(() -> new PaymentProvider.Beginning.Away(notOffered(topUp.way())));
        if (beginning instanceof PaymentProvider.Beginning.OnPage(var page)) {
            transactions.asTenant(
                    topUp.tenant(), () -> rows.lock(topUp.id()).ifPresent(now -> rows.store(now.with(page))));
        }
        return beginning;
    }

    private static PaymentProvider.Trouble notOffered(PayWay way) {
        return new PaymentProvider.Trouble(way.code() + " is not configured", false);
    }

    /// Gives a top-up up, at the provider first. What turns out to be paid is booked instead. Not in a
    /// transaction.
    ///
    /// @return what the provider said where it could not be closed now
    public Optional<PaymentProvider.Trouble> close(TopUp topUp) {
        return end(topUp, new TopUpEvent.Close());
    }

    /// @param event that ends it unless it was paid
    Optional<PaymentProvider.Trouble> end(TopUp topUp, TopUpEvent event) {
        if (!topUp.way().isOnline()) {
            arrivals.ended(topUp, event);
            return Optional.empty();
        }
        var provider = ways.provider(topUp.way());
        if (provider.isEmpty()) {
            return Optional.of(notOffered(topUp.way()));
        }
        return switch (provider.get().close(topUp.reference())) {
            case PaymentProvider.Closing.Done() -> {
                arrivals.ended(topUp, event);
                yield Optional.empty();
            }
            case PaymentProvider.Closing.Paid() -> look(provider.get(), topUp);
            case PaymentProvider.Closing.Away(var trouble) -> Optional.of(trouble);
        };
    }

    /// Asks the provider how an order stands, and books what came.
    ///
    /// @return what the provider said where it could not tell
    Optional<PaymentProvider.Trouble> look(PaymentProvider provider, TopUp topUp) {
        return switch (provider.look(topUp.reference())) {
            case PaymentProvider.Standing.Arrived(var paid) -> {
                arrivals.book(provider.way(), paid);
                yield Optional.empty();
            }
            case PaymentProvider.Standing.Waiting(), PaymentProvider.Standing.Gone() -> Optional.empty();
            case PaymentProvider.Standing.Away(var trouble) -> Optional.of(trouble);
        };
    }
}
