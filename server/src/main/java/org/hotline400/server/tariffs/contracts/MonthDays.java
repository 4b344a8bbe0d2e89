package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.contracts.Contract.Span;

/// Days of a month on which a span holds.
///
/// @param until the first day that is not among them
/// @param ofDays what they are a share of
/// @param isFree whether neither rent nor bundle count
record MonthDays(Span span, LocalDate from, LocalDate until, int ofDays, boolean isFree) {

    int count() {
        return (int) Math.max(0, until.toEpochDay() - from.toEpochDay());
    }

    MonthDays before(LocalDate day) {
        return new MonthDays(span, from, earlier(until, day), ofDays, isFree);
    }

    MonthDays since(LocalDate day) {
        return new MonthDays(span, later(from, day), until, ofDays, isFree);
    }

    /// Those of a contract, span by span.
    static List<MonthDays> of(Contract contract, YearMonth month) {
        var next = month.plusMonths(1).atDay(1);
        int ofDays = ofDays(contract, month);
        boolean isFree = isFirst(contract, month) && policy(contract) == FirstMonth.ACTUAL_USE;
        return contract.spans().stream()
                .map(span -> new MonthDays(
                        span,
                        later(span.from(), month.atDay(1)),
                        earlier(span.until().orElse(next), next),
                        ofDays,
                        isFree))
                .filter(days -> days.count() > 0)
                .toList();
    }

    private static int ofDays(Contract contract, YearMonth month) {
        if (!isFirst(contract, month) || policy(contract) != FirstMonth.FULL) {
            return month.lengthOfMonth();
        }
        var next = month.plusMonths(1).atDay(1);
        var end = earlier(contract.ends().orElse(next), next);
        return (int) Math.max(1, end.toEpochDay() - contract.starts().toEpochDay());
    }

    /// Whether it is the contract's first month, and not whole.
    private static boolean isFirst(Contract contract, YearMonth month) {
        var starts = contract.starts();
        return YearMonth.from(starts).equals(month) && starts.getDayOfMonth() > 1;
    }

    private static FirstMonth policy(Contract contract) {
        return contract.spans().getFirst().tariff().conditions().firstMonth();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
