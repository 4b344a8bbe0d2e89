package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.charging.RatedLeg;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Settlement;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.TransferKind;

/// A call that is over, rated in one pass from its record and from the bundled seconds that it holds.
///
/// @param bundles that pay for it, with the seconds that it holds of each, what expires first in front
/// @param held money that it holds
/// @param cost what it comes to
record RatedCall(
        CallRecord call, PricedContract contract, AccountId funds, List<Bundle> bundles, long held, CallCost cost) {
    /// By how much a call that was reserved for may end behind what is paid for, because a hang-up takes a moment:
    /// that begins no increment.
    private static final long TOLERANCE_MILLIS = 2_000;

    static RatedCall of(CallRecord call, PricedContract contract, AccountId funds, List<Bundle> bundles, long held) {
        var facts = Components.of(call);
        var cost = CallCost.of(contract, facts, bundles);
        var rated = new RatedCall(call, contract, funds, bundles, held, cost);
        return rated.isUncovered() && rated.wasReserved() ? rated.within(facts) : rated;
    }

    private boolean wasReserved() {
        return held > 0 || bundles.stream().anyMatch(bundle -> bundle.seconds() > 0);
    }

    /// Whether it costs more than it holds.
    boolean isUncovered() {
        return cost.total().microYuan() > held;
    }

    /// Cut at the moment up to which it was paid for, where that was meant to be its end.
    private RatedCall within(List<Stretch> facts) {
        var from = call.times().startedAt();
        var ended = call.times().endedAt();
        var paid = Affordable.until(
                from,
                ended,
                held,
                moment -> CallCost.of(contract, by(facts, moment), bundles).total());
        boolean meant = call.end().reason() == EndReason.FUNDS_EXHAUSTED
                || !paid.plusMillis(TOLERANCE_MILLIS).isBefore(ended);
        return meant
                ? new RatedCall(call, contract, funds, bundles, held, CallCost.of(contract, by(facts, paid), bundles))
                : this;
    }

    private static List<Stretch> by(List<Stretch> facts, Instant moment) {
        return facts.stream().map(stretch -> stretch.endingBy(moment)).toList();
    }

    String key() {
        return call.id().toString();
    }

    LocalDate month() {
        return LocalDate.ofInstant(call.times().startedAt(), BusinessTime.ZONE).withDayOfMonth(1);
    }

    /// Whether it cost or used anything.
    boolean isCharged() {
        return !cost.parts().isEmpty();
    }

    /// Ends what it holds, and takes what it came to: the money first, then the seconds.
    Settlement settlement() {
        var transfers = new ArrayList<Transfer>();
        long amount = cost.total().microYuan();
        if (amount > 0) {
            transfers.add(transfer("call/" + key(), funds, PlatformAccount.REVENUE, amount, TransferKind.CALL));
        }
        for (int i = 0; i < bundles.size(); i++) {
            long used = cost.used().get(i);
            if (used > 0) {
                transfers.add(transfer(
                        "call/" + key() + "/" + (i + 1),
                        bundles.get(i).account(),
                        PlatformAccount.MINUTES_USED,
                        used,
                        TransferKind.MINUTES_USED));
            }
        }
        return new Settlement(key(), transfers);
    }

    private Transfer transfer(String key, AccountId from, PlatformAccount to, long amount, TransferKind kind) {
        return new Transfer(
                key,
                new Party.Customer(from),
                new Party.Platform(to),
                amount,
                kind,
                key(),
                call.times().startedAt());
    }

    /// What the account could not give.
    ///
    /// @param posted the amounts of the settlement's transfers
    long unsecured(List<Long> posted) {
        long amount = cost.total().microYuan();
        return amount == 0 ? 0 : amount - posted.getFirst();
    }

    /// What nobody pays is an expense of the platform.
    Transfer writeOff(long amount) {
        return new Transfer(
                "call/" + key() + "/unsecured",
                new Party.Platform(PlatformAccount.UNSECURED),
                new Party.Platform(PlatformAccount.REVENUE),
                amount,
                TransferKind.CALL,
                key(),
                call.times().startedAt());
    }

    /// @param unsecured of the cost; the last legs bear it
    List<RatedLeg> legs(long unsecured) {
        var legs = new ArrayList<RatedLeg>();
        long rest = unsecured;
        for (int i = cost.parts().size() - 1; i >= 0; i--) {
            var part = cost.parts().get(i);
            long borne = Math.min(rest, Math.max(0, part.cost().microYuan()));
            legs.addFirst(leg(i + 1, part, new Money(borne)));
            rest -= borne;
        }
        return legs;
    }

    private RatedLeg leg(int number, CallCost.Part part, Money unsecured) {
        return new RatedLeg(
                call.id(),
                number,
                contract.tenant(),
                contract.contract(),
                new HotlineNumber(call.number()),
                part.component(),
                part.target(),
                part.from(),
                part.month(),
                part.seconds(),
                part.charged(),
                part.covered(),
                part.cost(),
                unsecured);
    }
}
