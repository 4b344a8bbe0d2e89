package org.hotline400.server.billing.advisor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.BusinessTime;

/// Which months are replayed.
///
/// @param months one after the other, 1 to 12
/// @param isExtrapolated whether there is too little to know: parts of months are filled up by repeating
///     their calls
record Basis(List<Month> months, boolean isExtrapolated) {
    static final int MOST = 12;
    /// With fewer whole months a year is guessed, not known.
    static final int ENOUGH = 3;

    /// @param days of it whose calls are known, from 1 to all
    record Month(YearMonth month, int days) {
        boolean isWhole() {
            return days == month.lengthOfMonth();
        }

        LocalDate first() {
            return month.atDay(1);
        }
    }

    Basis {
        months = List.copyOf(months);
        for (int i = 1; i < months.size(); i++) {
            if (!months.get(i).month().equals(months.get(i - 1).month().plusMonths(1))) {
                throw new IllegalArgumentException("months follow each other");
            }
        }
        if (months.isEmpty() || months.size() > MOST) {
            throw new IllegalArgumentException("1 to 12 months are replayed; were " + months.size());
        }
    }

    /// The last whole months of a contract; parts of months as well where there are fewer than three. Empty
    /// before its first day is over.
    ///
    /// @param ends the first day on which it no longer held
    /// @param today not over yet
    /// @param most months
    static Optional<Basis> of(LocalDate starts, Optional<LocalDate> ends, LocalDate today, int most) {
        var until = ends.filter(end -> end.isBefore(today)).orElse(today);
        var known = new ArrayList<Month>();
        for (var month = YearMonth.from(starts); month.atDay(1).isBefore(until); month = month.plusMonths(1)) {
            int days = days(month, starts, until);
            if (days > 0) {
                known.add(new Month(month, days));
            }
        }
        var whole = known.stream().filter(Month::isWhole).toList();
        var used = whole.size() >= ENOUGH ? whole : known;
        int from = Math.max(0, used.size() - Math.min(most, MOST));
        return used.isEmpty()
                ? Optional.empty()
                : Optional.of(new Basis(used.subList(from, used.size()), whole.size() < ENOUGH));
    }

    private static int days(YearMonth month, LocalDate starts, LocalDate until) {
        var from = month.atDay(1).isBefore(starts) ? starts : month.atDay(1);
        var end = month.plusMonths(1).atDay(1).isAfter(until)
                ? until
                : month.plusMonths(1).atDay(1);
        return (int) Math.max(0, end.toEpochDay() - from.toEpochDay());
    }

    /// One whole month.
    static Basis of(YearMonth month) {
        return new Basis(List.of(new Month(month, month.lengthOfMonth())), false);
    }

    LocalDate from() {
        return months.getFirst().first();
    }

    /// The first day behind it.
    LocalDate until() {
        return months.getLast().month().plusMonths(1).atDay(1);
    }

    /// When a month begins.
    ///
    /// @param place of the month, from 0; also behind the last
    Instant start(int place) {
        return from().plusMonths(place).atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
