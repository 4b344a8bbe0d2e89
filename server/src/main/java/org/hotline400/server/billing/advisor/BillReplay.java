package org.hotline400.server.billing.advisor;

import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.month.ChargeKind;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.charging.ChargedLegs;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.tariffs.entitlements.Features;
import org.springframework.stereotype.Service;

/// Replays bills under other packages. Reads, and writes nothing.
@Service
public class BillReplay {
    private final Contracts contracts;
    private final Features features;
    private final ChargedLegs legs;
    private final MonthReckoner reckoner;

    BillReplay(Contracts contracts, Features features, ChargedLegs legs, MonthReckoner reckoner) {
        this.contracts = contracts;
        this.features = features;
        this.legs = legs;
        this.reckoner = reckoner;
    }

    /// Runs in the caller's transaction.
    ///
    /// @return empty for a bill that is not of a month, such as the first one, of what was paid at the
    ///     beginning
    public Optional<ReplayedBill> replay(Bill bill, Offer other) {
        return isOfMonth(bill)
                ? contracts.find(bill.contract()).map(contract -> replay(bill, contract, other))
                : Optional.empty();
    }

    private static boolean isOfMonth(Bill bill) {
        return bill.lines().stream().noneMatch(line -> line.kind().equals(ChargeKind.SET_UP.code()));
    }

    private ReplayedBill replay(Bill bill, Contract contract, Offer other) {
        return new OtherPackage(reckoner, bill, contract, features.bought(contract.id()), other)
                .replay(taker -> legs.each(
                        contract.id(),
                        bill.month(),
                        bill.month().plusMonths(1),
                        leg -> taker.accept(Leg.one(leg.component(), leg.from(), leg.seconds()))));
    }
}
