package org.hotline400.server.billing.advisor;

import java.time.YearMonth;
import org.hotline400.server.billing.month.Fen;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.UnusedMinutes;

/// What a month would have cost, in whole fen.
///
/// @param calls each component's sum rounded once, as on a bill
/// @param topUp up to the monthly minimum of calls
/// @param credit for unused minutes, to be taken off
/// @param isWithin whether the bundled minutes paid for all that they may pay for
public record MonthCost(
        YearMonth month, Money rent, Money calls, Money options, Money topUp, Money credit, boolean isWithin) {
    private static final int MINUTE = 60;

    static MonthCost of(MonthUse use, Offer offer, Money options) {
        var calls = use.calls().values().stream().map(Fen::round).reduce(Money.ZERO, Money::plus);
        var missing = offer.tariff().conditions().minimum().minus(calls);
        return new MonthCost(
                use.month(),
                offer.rent(),
                calls,
                options,
                missing.compareTo(Money.ZERO) > 0 ? Fen.round(missing) : Money.ZERO,
                credit(use, offer),
                use.beyond() == 0);
    }

    private static Money credit(MonthUse use, Offer offer) {
        return switch (offer.tariff().conditions().unused()) {
            case UnusedMinutes.PayByUse() -> unused(use, offer.tariff(), offer.rent());
            case UnusedMinutes.Expire() -> Money.ZERO;
            case UnusedMinutes.CarryOver _ -> Money.ZERO;
        };
    }

    private static Money unused(MonthUse use, Tariff tariff, Money rent) {
        long bundled = (long) tariff.minutes() * MINUTE;
        return bundled == 0 ? Money.ZERO : Fen.share(rent, use.unused(), bundled);
    }

    public Money total() {
        return rent.plus(calls).plus(options).plus(topUp).minus(credit);
    }
}
