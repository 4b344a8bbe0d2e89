package org.hotline400.server.billing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.billing.month.Dues;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Settlement;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;

/// The movements for one bill between the customer's account and where its dues go. Their keys count how often
/// something was taken, so that the same attempt made again moves nothing.
record BillTransfers(BillState state, AccountId funds, Instant at) {

    /// Where a kind of dues goes.
    private enum Due {
        ROUNDING(PlatformAccount.ROUNDING, TransferKind.ROUNDING),
        ADVANCE(PlatformAccount.PREPAID_RENT, TransferKind.RENT),
        RENT(PlatformAccount.REVENUE, TransferKind.RENT),
        FEES(PlatformAccount.REVENUE, TransferKind.FEE);

        private final PlatformAccount where;
        private final TransferKind kind;

        Due(PlatformAccount where, TransferKind kind) {
            this.where = where;
            this.kind = kind;
        }

        Money of(Dues dues) {
            return switch (this) {
                case ROUNDING -> dues.rounding();
                case ADVANCE -> dues.advance();
                case RENT -> dues.rent();
                case FEES -> dues.fees();
            };
        }

        Dues as(Money amount) {
            var zero = Money.ZERO;
            return switch (this) {
                case ROUNDING -> new Dues(amount, zero, zero, zero);
                case ADVANCE -> new Dues(zero, zero, zero, amount);
                case RENT -> new Dues(zero, amount, zero, zero);
                case FEES -> new Dues(zero, zero, amount, zero);
            };
        }
    }

    private String key() {
        return "bill/" + state.bill() + "/take/" + state.takes();
    }

    /// What is to be taken; without transfers where nothing is.
    Settlement take() {
        return new Settlement(key(), transfers(1));
    }

    /// What is to be given back, because it is below zero.
    List<Transfer> giveBack() {
        return transfers(-1);
    }

    private List<Transfer> transfers(int sign) {
        var transfers = new ArrayList<Transfer>();
        for (var due : Due.values()) {
            long amount = sign * due.of(state.dues()).microYuan();
            if (amount > 0) {
                transfers.add(transfer(due, amount, sign > 0));
            }
        }
        return transfers;
    }

    private Transfer transfer(Due due, long amount, boolean takes) {
        var customer = new Transfer.Party.Customer(funds);
        var platform = new Transfer.Party.Platform(due.where);
        var key = key() + "/" + due.name().toLowerCase(java.util.Locale.ROOT);
        return takes
                ? new Transfer(key, customer, platform, amount, due.kind, state.number(), at)
                : new Transfer(key, platform, customer, amount, due.kind, state.number(), at);
    }

    /// The bill when so much of [#take()] was posted, and all of [#giveBack()].
    ///
    /// @param posted of each transfer, in their order
    BillState after(List<Long> posted) {
        var left = Dues.NONE;
        int transfer = 0;
        for (var due : Due.values()) {
            var wanted = due.of(state.dues());
            if (wanted.compareTo(Money.ZERO) > 0) {
                left = left.plus(due.as(wanted.minus(new Money(posted.get(transfer)))));
                transfer++;
            }
        }
        return state.taken(left);
    }
}
