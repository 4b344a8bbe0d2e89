package org.hotline400.server.numbers.promotions;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.springframework.stereotype.Service;

/// The operator makes promotions, changes them before they begin, and ends them early. What is done is in force
/// on this node when it returns.
@Service
public class Campaigns {
    private final Transactions transactions;
    private final PromotionRows rows;
    private final Promotions promotions;
    private final Clock clock;

    Campaigns(Transactions transactions, PromotionRows rows, Promotions promotions, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.promotions = promotions;
        this.clock = clock;
    }

    public StoredPromotion create(PromotionOrder order, String author) {
        var id = Ids.next();
        var made = transactions.asOperator(() -> {
            rows.add(id, order, author, clock.instant());
            return rows.find(id).orElseThrow();
        });
        promotions.refresh();
        return made;
    }

    /// Makes another one of it that has not begun.
    public PromotionChange change(UUID id, PromotionOrder order, String author) {
        return changing(id, known -> {
            var now = clock.instant();
            if (known.ended().isPresent()) {
                return new PromotionChange.Over();
            }
            if (!now.isBefore(known.promotion().begin())) {
                return new PromotionChange.Begun();
            }
            rows.change(id, order, author, now);
            return new PromotionChange.Done(rows.find(id).orElseThrow());
        });
    }

    /// Ends it now, be it before it has begun. What was taken stays promised.
    ///
    /// @param reason 1 to 500 characters
    public PromotionChange end(UUID id, String reason, String author) {
        return changing(id, known -> {
            var now = clock.instant();
            if (known.ended().isPresent() || !now.isBefore(known.promotion().end())) {
                return new PromotionChange.Over();
            }
            rows.end(id, new StoredPromotion.EarlyEnd(now, author, reason));
            return new PromotionChange.Done(rows.find(id).orElseThrow());
        });
    }

    private PromotionChange changing(UUID id, Function<StoredPromotion, PromotionChange> change) {
        var changed = transactions.asOperator(() -> rows.lock(id).map(change));
        promotions.refresh();
        return changed.orElseGet(PromotionChange.Unknown::new);
    }

    public Optional<StoredPromotion> find(UUID id) {
        return transactions.asOperator(() -> rows.find(id));
    }

    /// The newest first.
    ///
    /// @param before those before this one
    public Page<StoredPromotion> list(Optional<UUID> before, int limit) {
        return Page.of(
                transactions.asOperator(() -> rows.page(before, limit + 1)),
                limit,
                one -> one.promotion().id().toString());
    }
}
