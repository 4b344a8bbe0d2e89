package org.hotline400.server.charging.internal;

import java.time.Instant;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Held;
import org.hotline400.server.ledger.HoldOrder;
import org.jspecify.annotations.Nullable;

/// What one call holds of one account. Belongs to the call's thread.
final class Share {
    private final String key;
    private final AccountId account;
    private final Purse purse;
    private int sequence;
    private long total;
    private boolean spent;
    /// One that nothing was heard of: it may have been made.
    private @Nullable HoldOrder pending;

    /// What came of reaching for more.
    enum Reach {
        ENOUGH,
        SHORT,
        /// The database did not answer.
        AWAY
    }

    Share(String key, AccountId account, Purse purse) {
        this.key = key;
        this.account = account;
        this.purse = purse;
    }

    AccountId account() {
        return account;
    }

    long total() {
        return total;
    }

    /// Whether it once gave less than it was asked for.
    boolean isSpent() {
        return spent;
    }

    /// Sees to it that the call holds `most` in all; less where the account has less, nothing more where that were
    /// below `least`.
    Reach reach(long least, long most, Instant expires) {
        var before = pending;
        if (before != null && !place(before)) {
            return Reach.AWAY;
        }
        if (total >= most) {
            return Reach.ENOUGH;
        }
        sequence++;
        var order = new HoldOrder(key, sequence, account, Math.max(0, least - total), most - total, expires);
        if (!place(order)) {
            return Reach.AWAY;
        }
        return total >= most ? Reach.ENOUGH : Reach.SHORT;
    }

    private boolean place(HoldOrder order) {
        pending = order;
        var held = purse.hold(order);
        held.ifPresent(this::take);
        return held.isPresent();
    }

    private void take(Held held) {
        pending = null;
        total = held.total();
        spent = held.amount() < held.order().most();
    }
}
