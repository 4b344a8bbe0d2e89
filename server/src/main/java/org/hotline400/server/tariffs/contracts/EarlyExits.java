package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.hotline400.server.kernel.Money;

/// What leaving a contract before the end of its term costs.
public final class EarlyExits {
    private EarlyExits() {}

    /// By the terms of the package that holds last. Each span's part of a month is rounded half up to the fen.
    ///
    /// @param contract as it is before it is ended
    /// @param ends the first day on which it will not hold any more
    public static Money due(Contract contract, LocalDate ends) {
        // What was agreed for later neither binds yet nor lets one out of the term that runs.
        var last =
                contract.on(ends.minusDays(1)).orElseGet(() -> contract.spans().getFirst());
        var binding = last.binding();
        if (!binding.runsOn(ends)) {
            return Money.ZERO;
        }
        return switch (last.tariff().conditions().earlyExit()) {
            case NOTHING -> Money.ZERO;
            case DISCOUNT_BACK -> sum(contract, binding.since(), ends, EarlyExits::discount);
            case REMAINING_RENT ->
                sum(
                        contract,
                        later(ends, contract.paidUntil()),
                        binding.until(),
                        days -> days.span().rentPerMonth().microYuan());
        };
    }

    /// What one did not pay of the list's rent.
    private static long discount(MonthDays days) {
        var span = days.span();
        long less = span.tariff().rentPerMonth().minus(span.rentPerMonth()).microYuan();
        return days.isFree() ? 0 : Math.max(0, less);
    }

    private static Money sum(Contract contract, LocalDate from, LocalDate until, ToLongFunction<MonthDays> perMonth) {
        return months(from, until)
                .flatMap(month -> MonthDays.of(contract, month).stream())
                .map(days -> days.since(from).before(until))
                .map(days -> MonthShare.wholeFen(
                        Math.multiplyExact(perMonth.applyAsLong(days), days.count()), days.ofDays()))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Stream<YearMonth> months(LocalDate from, LocalDate until) {
        return Stream.iterate(
                YearMonth.from(from), month -> month.atDay(1).isBefore(until), month -> month.plusMonths(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
