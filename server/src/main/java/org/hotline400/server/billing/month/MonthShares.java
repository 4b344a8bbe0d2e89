package org.hotline400.server.billing.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.Contract;

/// Which rent holds for which days of a month, and how many seconds are bundled.
final class MonthShares {
    private static final int SECONDS = 60;

    private MonthShares() {}

    /// In the order of their days.
    static List<RentPart> rents(Contract contract, LocalDate month) {
        var parts = new ArrayList<RentPart>();
        for (var span : contract.spans()) {
            var from = later(span.from(), month);
            var until =
                    span.until().map(end -> earlier(end, month.plusMonths(1))).orElse(month.plusMonths(1));
            var paid = earlier(later(contract.paidUntil(), from), until);
            add(parts, contract, span, from, paid, true);
            add(parts, contract, span, paid, until, false);
        }
        return parts;
    }

    private static void add(
            List<RentPart> parts,
            Contract contract,
            Contract.Span span,
            LocalDate from,
            LocalDate until,
            boolean paidInAdvance) {
        if (from.isBefore(until)) {
            int ofDays = from.lengthOfMonth();
            long days = until.toEpochDay() - from.toEpochDay();
            var rent = inFirstMonth(contract, from)
                    ? firstRent(span, days, ofDays)
                    : Fen.share(span.rentPerMonth(), days, ofDays);
            parts.add(new RentPart(span, from, until, ofDays, rent, paidInAdvance));
        }
    }

    private static Money firstRent(Contract.Span span, long days, int ofDays) {
        return switch (span.tariff().conditions().firstMonth()) {
            case FULL -> span.rentPerMonth();
            case PRO_RATA -> Fen.share(span.rentPerMonth(), days, ofDays);
            case ACTUAL_USE -> Money.ZERO;
        };
    }

    private static boolean inFirstMonth(Contract contract, LocalDate day) {
        var starts = contract.starts();
        return starts.getDayOfMonth() > 1 && starts.withDayOfMonth(1).equals(day.withDayOfMonth(1));
    }

    /// Seconds that the packages of a month bundle, by days.
    static long bundle(Contract contract, LocalDate month) {
        long seconds = 0;
        for (var part : rents(contract, month)) {
            long whole = (long) part.span().tariff().minutes() * SECONDS;
            seconds += inFirstMonth(contract, part.from())
                    ? firstBundle(part, whole)
                    : whole * part.days() / part.ofDays();
        }
        return seconds;
    }

    private static long firstBundle(RentPart part, long whole) {
        return switch (part.span().tariff().conditions().firstMonth()) {
            case FULL -> whole;
            case PRO_RATA -> whole * part.days() / part.ofDays();
            case ACTUAL_USE -> 0;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
