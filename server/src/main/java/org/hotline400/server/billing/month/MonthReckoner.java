package org.hotline400.server.billing.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.contracts.MonthShare;
import org.hotline400.server.tariffs.entitlements.BoughtOption;

/// Reckons a month: facts in, lines out. The same facts give the same lines, whoever asks: the bill, its preview, a
/// replay.
public final class MonthReckoner {
    private final VatRates rates;

    public MonthReckoner(VatRates rates) {
        this.rates = rates;
    }

    public Reckoning reckon(MonthFacts facts) {
        var share = MonthShare.of(facts.contract(), YearMonth.from(facts.month()));
        var lines = new ArrayList<Bill.Line>();
        share.parts().forEach(part -> lines.add(line(facts, ChargeKind.RENT, part.rent(), Sentence.rent(part))));
        bundle(facts, share)
                .ifPresent(bundle -> lines.add(
                        line(facts, ChargeKind.BUNDLED_MINUTES, Money.ZERO, Sentence.bundle(bundle, unused(share)))));
        facts.calls().stream()
                .sorted(Comparator.comparing(RatedCalls.Total::component))
                .forEach(total -> lines.add(line(
                        facts,
                        ChargeKind.of(total.component()),
                        Fen.round(total.cost()),
                        Sentence.calls(total, facts.month()))));
        minimum(facts, share).ifPresent(lines::add);
        facts.options().forEach(option -> option(facts, option).ifPresent(lines::add));
        payByUse(facts, share).ifPresent(lines::add);
        fee(facts, ChargeKind.EARLY_EXIT, facts.earlyExit()).ifPresent(lines::add);
        fee(facts, ChargeKind.LATE_FEE, facts.lateFee()).ifPresent(lines::add);
        return sum(facts, share, lines);
    }

    private Bill.Line line(MonthFacts facts, ChargeKind kind, Money amount, Sentence sentence) {
        return line(rates, facts.nextMonth().minusDays(1), kind, amount, sentence);
    }

    private static Bill.Line line(VatRates rates, LocalDate day, ChargeKind kind, Money amount, Sentence sentence) {
        return new Bill.Line(kind.code(), amount, rates.percent(kind, day), sentence.chinese(), sentence.english());
    }

    /// What of the bundle was used.
    ///
    /// @param granted seconds
    /// @param used of them; more where minutes came from months before
    record Bundle(long granted, long used) {
        long unused() {
            return Math.max(0, granted - used);
        }
    }

    private static Optional<Bundle> bundle(MonthFacts facts, MonthShare share) {
        long granted = share.seconds();
        long used = facts.calls().stream().mapToLong(RatedCalls.Total::covered).sum();
        return granted == 0 && used == 0 ? Optional.empty() : Optional.of(new Bundle(granted, used));
    }

    /// The policy of the package that held last in the month.
    private static UnusedMinutes unused(MonthShare share) {
        return share.parts().stream()
                .reduce((_, last) -> last)
                .map(part -> part.span().tariff().conditions().unused())
                .orElseGet(UnusedMinutes.Expire::new);
    }

    /// The least that calls cost, by the days of each package.
    private Optional<Bill.Line> minimum(MonthFacts facts, MonthShare share) {
        int ofDays = facts.month().lengthOfMonth();
        var least = share.parts().stream()
                .map(part -> Fen.share(part.span().tariff().conditions().minimum(), part.days(), ofDays))
                .reduce(Money.ZERO, Money::plus);
        var calls = facts.calls().stream().map(total -> Fen.round(total.cost())).reduce(Money.ZERO, Money::plus);
        var missing = least.minus(calls);
        return missing.compareTo(Money.ZERO) > 0
                ? Optional.of(line(facts, ChargeKind.MINIMUM, missing, Sentence.minimum(least, calls)))
                : Optional.empty();
    }

    private Optional<Bill.Line> option(MonthFacts facts, BoughtOption option) {
        var from = option.from().isBefore(facts.month()) ? facts.month() : option.from();
        var until =
                option.until().filter(end -> end.isBefore(facts.nextMonth())).orElseGet(facts::nextMonth);
        until = facts.contract().ends().filter(until::isAfter).orElse(until);
        long days = until.toEpochDay() - from.toEpochDay();
        if (days <= 0) {
            return Optional.empty();
        }
        int ofDays = facts.month().lengthOfMonth();
        var amount = Fen.share(option.pricePerMonth(), days, ofDays);
        return Optional.of(
                line(facts, ChargeKind.OPTION, amount, Sentence.option(option, from, until.minusDays(1), ofDays)));
    }

    /// The rent of the unused share.
    private Optional<Bill.Line> payByUse(MonthFacts facts, MonthShare share) {
        var bundle = bundle(facts, share).filter(one -> one.unused() > 0);
        if (bundle.isEmpty() || !(unused(share) instanceof UnusedMinutes.PayByUse)) {
            return Optional.empty();
        }
        var rent = share.rent().plus(usedAdvance(facts, share));
        var back =
                Fen.share(rent, bundle.get().unused(), bundle.get().granted()).negated();
        return Optional.of(line(facts, ChargeKind.UNUSED_MINUTES, back, Sentence.payByUse(bundle.get(), rent)));
    }

    private Optional<Bill.Line> fee(MonthFacts facts, ChargeKind kind, Money exact) {
        var amount = Fen.round(exact);
        return amount.equals(Money.ZERO)
                ? Optional.empty()
                : Optional.of(line(facts, kind, amount, Sentence.fee(kind)));
    }

    private static Reckoning sum(MonthFacts facts, MonthShare share, List<Bill.Line> lines) {
        var exact = facts.calls().stream().map(RatedCalls.Total::cost).reduce(Money.ZERO, Money::plus);
        var rounded =
                facts.calls().stream().map(total -> Fen.round(total.cost())).reduce(Money.ZERO, Money::plus);
        var dues = new Dues(
                rounded.minus(exact),
                of(lines, ChargeKind.RENT).plus(of(lines, ChargeKind.UNUSED_MINUTES)),
                of(lines, ChargeKind.MINIMUM)
                        .plus(of(lines, ChargeKind.OPTION))
                        .plus(of(lines, ChargeKind.EARLY_EXIT))
                        .plus(of(lines, ChargeKind.LATE_FEE)),
                Money.ZERO);
        return new Reckoning(lines, VatRates.groups(lines), exact, dues, usedAdvance(facts, share));
    }

    /// Of the rent that was paid in advance, at its price then, the share of this month's days.
    private static Money usedAdvance(MonthFacts facts, MonthShare share) {
        var rent = facts.contract().spans().getFirst().rentPerMonth();
        return share.parts().stream()
                .filter(part -> part.paidDays() > 0)
                .map(part -> Fen.share(rent, part.paidDays(), part.ofDays()))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money of(List<Bill.Line> lines, ChargeKind kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind.code()))
                .map(Bill.Line::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /// What is charged when a number comes into service: its set-up, and rents in advance.
    public Reckoning start(StartFacts facts) {
        var lines = List.of(
                line(rates, facts.day(), ChargeKind.SET_UP, facts.setUp(), Sentence.setUp(facts)),
                line(rates, facts.day(), ChargeKind.RENT_ADVANCE, facts.rent(), Sentence.advance(facts)));
        var dues = new Dues(Money.ZERO, Money.ZERO, facts.setUp(), facts.rent());
        return new Reckoning(lines, VatRates.groups(lines), Money.ZERO, dues, Money.ZERO);
    }
}
