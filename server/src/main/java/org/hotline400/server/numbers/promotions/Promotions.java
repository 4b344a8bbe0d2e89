package org.hotline400.server.numbers.promotions;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.springframework.stereotype.Service;

/// The promotions that run, and how a number is taken by one of them.
///
/// Whoever keeps something made of them makes it anew on the topic `number-promotions`: after each change and
/// use, and when one begins or ends.
@Service
public class Promotions {
    /// The topic of [ConfigurationChanges] that tells of other promotions.
    public static final String TOPIC = "number-promotions";

    private final Transactions transactions;
    private final PromotionRows rows;
    private final Clock clock;
    private volatile List<Promotion> unfinished = List.of();

    Promotions(Transactions transactions, PromotionRows rows, ConfigurationChanges changes, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        changes.subscribe(TOPIC, this::refresh);
    }

    synchronized void refresh() {
        unfinished = transactions.asOperator(() -> rows.unfinished(clock.instant())).stream()
                .map(StoredPromotion::promotion)
                .toList();
    }

    /// Those that run at this instant and have something left, the oldest first: from memory. What they were
    /// used meanwhile is at most a second old; [#take] knows it exactly.
    public List<Promotion> running() {
        var now = clock.instant();
        return unfinished.stream().filter(one -> one.isRunning(now)).toList();
    }

    /// Of promotions that are for a number: the best for its buyer, which is the one whose fee is lowest, and
    /// of those the one that ends first, so that the others are left for later. Empty when none is cheaper than
    /// the list.
    public static Optional<Promotion> best(Collection<Promotion> applying, NumberPrice listed) {
        return applying.stream()
                .filter(one -> fee(one, listed).compareTo(listed.setUpFee()) < 0)
                .min(Comparator.comparing((Promotion one) -> fee(one, listed))
                        .thenComparing(Promotion::end)
                        .thenComparing(Promotion::id));
    }

    private static Money fee(Promotion promotion, NumberPrice listed) {
        return promotion.priceOf(listed).setUpFee();
    }

    /// Takes a number for a buyer by a promotion, within the transaction under way for the operator: with it,
    /// it is undone. Takings of one promotion wait for each other until their transactions end, so its quota is
    /// never exceeded; lock the number before, never after.
    ///
    /// @param numbers knows what the promotion's query finds
    public Taking take(UUID promotion, HotlineNumber number, TenantId tenant, PromotedNumbers numbers) {
        return transactions.asOperator(() -> {
            var found = rows.lock(promotion);
            if (found.isEmpty()) {
                return new Taking.NotRunning();
            }
            var known = found.get().promotion();
            if (rows.hasUse(promotion, number, tenant)) {
                return new Taking.Taken(known);
            }
            return numbers.finds(known.query(), number) ? take(known, number, tenant) : new Taking.DoesNotApply();
        });
    }

    private Taking take(Promotion promotion, HotlineNumber number, TenantId tenant) {
        var now = clock.instant();
        if (!promotion.isTime(now)) {
            return new Taking.NotRunning();
        }
        if (promotion.quota().isUsedUp(promotion.used())) {
            return new Taking.Exhausted(false);
        }
        if (promotion.quota().isUsedUpByTenant(rows.usesOf(promotion.id(), tenant))) {
            return new Taking.Exhausted(true);
        }
        rows.addUse(promotion.id(), number, tenant, now);
        return new Taking.Taken(promotion);
    }

    /// Gives back what was taken, when the buyer does not keep the number after all; within the transaction
    /// under way for the operator. Others may take it then, while the promotion runs.
    ///
    /// @return false when it was not taken, or was given back before
    public boolean giveBack(UUID promotion, HotlineNumber number, TenantId tenant) {
        return transactions.asOperator(
                () -> rows.lock(promotion).isPresent() && rows.removeUse(promotion, number, tenant));
    }
}
