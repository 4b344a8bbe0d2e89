package org.hotline400.server.billing.advisor;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.month.ChargeKind;
import org.hotline400.server.billing.month.MonthFacts;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.MonthShare;
import org.hotline400.server.tariffs.entitlements.BoughtOption;

/// Reckons a bill's month again, as if another package had held in it: a pure function.
///
/// @param bill of a month
/// @param contract as it is
/// @param options that it has or had
record OtherPackage(MonthReckoner reckoner, Bill bill, Contract contract, List<BoughtOption> options, Offer other) {

    ReplayedBill replay(Legs legs) {
        var replay = Replay.ofMonth(
                other.tariff(),
                YearMonth.from(bill.month()),
                MonthShare.of(changed(), month()).seconds());
        legs.each(replay::take);
        var after = after(replay.totals(contract.id()));
        var before = before();
        var kinds = Stream.of(ChargeKind.values())
                .map(ChargeKind::code)
                .map(kind -> new ReplayedBill.Kind(kind, of(before, kind), of(after, kind)))
                .filter(kind -> !kind.before().isEmpty() || !kind.after().isEmpty())
                .toList();
        return new ReplayedBill(bill, other, isPaidInAdvance(), kinds, missing());
    }

    private YearMonth month() {
        return YearMonth.from(bill.month());
    }

    private static List<Bill.Line> of(List<Bill.Line> lines, String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).toList();
    }

    private boolean isPaidInAdvance() {
        return contract.paidUntil().isAfter(bill.month());
    }

    /// As the bill has them, but for rent that was paid in advance.
    private List<Bill.Line> before() {
        if (!isPaidInAdvance()) {
            return bill.lines();
        }
        var owed =
                reckoner.reckon(MonthFacts.of(without(contract, contract.spans()), bill.month(), List.of(), List.of()));
        var rent = ChargeKind.RENT.code();
        return Stream.concat(
                        of(owed.lines(), rent).stream(),
                        bill.lines().stream().filter(line -> !line.kind().equals(rent)))
                .toList();
    }

    /// What has nothing to do with the package stays.
    private List<Bill.Line> after(List<RatedCalls.Total> totals) {
        var reckoned = reckoner.reckon(MonthFacts.of(changed(), bill.month(), totals, otherOptions()));
        var stay = Set.of(ChargeKind.EARLY_EXIT.code(), ChargeKind.LATE_FEE.code());
        return Stream.concat(
                        reckoned.lines().stream(), bill.lines().stream().filter(line -> stay.contains(line.kind())))
                .toList();
    }

    /// The contract with the other package on all days of the month.
    private Contract changed() {
        return without(contract, contract.spans().stream().map(this::changed).toList());
    }

    private Contract.Span changed(Contract.Span span) {
        boolean isOver = span.until().filter(end -> !end.isAfter(bill.month())).isPresent();
        return isOver || !span.from().isBefore(nextMonth())
                ? span
                : new Contract.Span(
                        span.from(),
                        span.until(),
                        span.number(),
                        other.tariff(),
                        other.rent(),
                        other.termMonths(),
                        span.binding());
    }

    private LocalDate nextMonth() {
        return bill.month().plusMonths(1);
    }

    /// With nothing paid in advance.
    private static Contract without(Contract contract, List<Contract.Span> spans) {
        return new Contract(contract.id(), contract.tenant(), spans, contract.starts(), contract.exit());
    }

    /// At the other package's prices, without those that it includes or cannot have.
    private List<BoughtOption> otherOptions() {
        var prices = other.tariff().entitlements().options();
        return options.stream()
                .filter(one -> prices.containsKey(one.feature()) && !isIncluded(one.feature()))
                .map(one -> new BoughtOption(
                        one.contract(),
                        one.feature(),
                        Objects.requireNonNull(prices.get(one.feature())),
                        one.from(),
                        one.until()))
                .toList();
    }

    private boolean isIncluded(Feature feature) {
        return other.tariff().entitlements().included().contains(feature);
    }

    private Set<Feature> missing() {
        var prices = other.tariff().entitlements().options();
        return options.stream()
                .filter(one -> one.from().isBefore(nextMonth()))
                .filter(one -> one.until().map(bill.month()::isBefore).orElse(true))
                .map(BoughtOption::feature)
                .filter(feature -> !isIncluded(feature) && !prices.containsKey(feature))
                .collect(Collectors.toSet());
    }
}
