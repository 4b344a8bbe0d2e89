package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.Contract.Span;

/// What a contract comes to in a calendar month before any call: rent and bundled seconds, by days.
///
/// @param parts one for each span that holds for some of its days, in their order; none before it begins and after
///     it has ended
public record MonthShare(YearMonth month, List<Part> parts) {
    private static final long FEN = 10_000;
    private static final long SECONDS = 60;

    public MonthShare {
        parts = List.copyOf(parts);
    }

    /// A span's part of the month.
    ///
    /// @param until the first day that is not in it
    /// @param ofDays what its days are a share of: the month's days, or those that a first month has which counts
    ///     in full
    /// @param paidDays of its days, those paid in advance; they cost what the rent is above the one that was paid
    /// @param rent half up to the fen
    /// @param seconds bundled, whole ones
    public record Part(Span span, LocalDate from, LocalDate until, int ofDays, int paidDays, Money rent, long seconds) {
        public int days() {
            return (int) (until.toEpochDay() - from.toEpochDay());
        }
    }

    /// By days, but for a first month that is not whole: that is as the package's `FirstMonth` says.
    public static MonthShare of(Contract contract, YearMonth month) {
        return new MonthShare(
                month,
                MonthDays.of(contract, month).stream()
                        .map(days -> part(contract, days))
                        .toList());
    }

    public Money rent() {
        return parts.stream().map(Part::rent).reduce(Money.ZERO, Money::plus);
    }

    public long seconds() {
        return parts.stream().mapToLong(Part::seconds).sum();
    }

    private static Part part(Contract contract, MonthDays days) {
        var span = days.span();
        int paid = days.before(contract.paidUntil()).count();
        long rent = span.rentPerMonth().microYuan();
        long more =
                Math.max(0, rent - contract.spans().getFirst().rentPerMonth().microYuan());
        long shares = Math.addExact(Math.multiplyExact(rent, days.count() - paid), Math.multiplyExact(more, paid));
        long seconds = span.tariff().minutes() * SECONDS * days.count() / days.ofDays();
        return days.isFree()
                ? new Part(span, days.from(), days.until(), days.ofDays(), paid, Money.ZERO, 0)
                : new Part(
                        span, days.from(), days.until(), days.ofDays(), paid, wholeFen(shares, days.ofDays()), seconds);
    }

    /// Half up.
    ///
    /// @param shares micro-yuan, not negative
    static Money wholeFen(long shares, int ofDays) {
        long size = FEN * ofDays;
        return new Money((shares + size / 2) / size * FEN);
    }
}
