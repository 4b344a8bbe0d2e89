package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Tariff;

/// A contract for a number. Days are Asia/Shanghai's.
///
/// @param spans what held and holds, one after the other; the first begins on the day the number came into service
/// @param boundSince the day from which the discount counts that leaving early gives back
/// @param boundUntil the day before which leaving costs something
/// @param paidUntil the first day whose rent was not paid in advance at the beginning
/// @param exit what leaving early has cost; 0 while it runs, and where nothing was to be paid
public record Contract(
        ContractId id,
        TenantId tenant,
        List<Span> spans,
        LocalDate boundSince,
        LocalDate boundUntil,
        LocalDate paidUntil,
        Money exit) {

    /// What holds for some days.
    ///
    /// @param until the first day for which it no longer holds; empty: for good
    /// @param rentPerMonth after the discount of the term; whole fen
    /// @param termMonths that were agreed; 0: from month to month, at the list's rent
    public record Span(
            LocalDate from,
            Optional<LocalDate> until,
            HotlineNumber number,
            Tariff tariff,
            Money rentPerMonth,
            int termMonths) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }

        /// The same, for no day from this one on.
        Span before(LocalDate day) {
            return holdsOn(day) || until.map(day::equals).orElse(false)
                    ? new Span(from, Optional.of(day), number, tariff, rentPerMonth, termMonths)
                    : this;
        }

        Span withNumber(HotlineNumber other) {
            return new Span(from, until, other, tariff, rentPerMonth, termMonths);
        }
    }

    /// One that runs, bound since its beginning.
    public Contract(ContractId id, TenantId tenant, List<Span> spans, LocalDate boundUntil, LocalDate paidUntil) {
        this(id, tenant, spans, spans.getFirst().from(), boundUntil, paidUntil, Money.ZERO);
    }

    public Contract {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a contract has held for some days");
        }
    }

    /// What holds on a day; empty before it begins and after it has ended.
    public Optional<Span> on(LocalDate day) {
        return spans.stream().filter(span -> span.holdsOn(day)).findFirst();
    }

    public LocalDate starts() {
        return spans.getFirst().from();
    }

    /// The first day on which it no longer holds; empty: it runs.
    public Optional<LocalDate> ends() {
        return spans.getLast().until();
    }

    /// Whether leaving on this day costs something.
    public boolean isBoundOn(LocalDate day) {
        return day.isBefore(boundUntil);
    }
}
