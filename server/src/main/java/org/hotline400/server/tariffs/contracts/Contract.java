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
/// @param paidUntil the first day whose rent was not paid in advance at the beginning
/// @param exit what leaving early has cost; 0 while it runs, and where nothing was to be paid
public record Contract(ContractId id, TenantId tenant, List<Span> spans, LocalDate paidUntil, Money exit) {

    /// How long one is bound.
    ///
    /// @param since the day from which the discount counts that leaving early gives back
    /// @param until the day before which leaving costs something
    public record Binding(LocalDate since, LocalDate until) {
        public Binding {
            if (until.isBefore(since)) {
                throw new IllegalArgumentException("nobody is bound from " + since + " until " + until);
            }
        }

        static Binding of(LocalDate from, int termMonths) {
            return new Binding(from, from.plusMonths(termMonths));
        }

        boolean runsOn(LocalDate day) {
            return day.isBefore(until);
        }

        /// Until this day, if it did not last longer.
        Binding extendedTo(LocalDate day) {
            return day.isAfter(until) ? new Binding(since, day) : this;
        }

        /// What is left of it from this day on.
        Binding from(LocalDate day) {
            return day.isAfter(since) ? new Binding(day, day.isAfter(until) ? day : until) : this;
        }
    }

    /// What holds for some days.
    ///
    /// @param until the first day for which it no longer holds; empty: for good
    /// @param rentPerMonth after the discount of the term; whole fen
    /// @param termMonths that were agreed; 0: from month to month, at the list's rent
    /// @param binding of those who leave on one of these days: a term that was agreed for later binds nobody yet
    public record Span(
            LocalDate from,
            Optional<LocalDate> until,
            HotlineNumber number,
            Tariff tariff,
            Money rentPerMonth,
            int termMonths,
            Binding binding) {

        /// One that binds for its own term.
        public Span(
                LocalDate from,
                Optional<LocalDate> until,
                HotlineNumber number,
                Tariff tariff,
                Money rentPerMonth,
                int termMonths) {
            this(from, until, number, tariff, rentPerMonth, termMonths, Binding.of(from, termMonths));
        }

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }

        /// The same, for no day from this one on.
        Span before(LocalDate day) {
            return holdsOn(day) || until.map(day::equals).orElse(false)
                    ? new Span(from, Optional.of(day), number, tariff, rentPerMonth, termMonths, binding)
                    : this;
        }

        Span withNumber(HotlineNumber other) {
            return new Span(from, until, other, tariff, rentPerMonth, termMonths, binding);
        }

        Span boundBy(Binding other) {
            return new Span(from, until, number, tariff, rentPerMonth, termMonths, other);
        }

        /// The same, for no day before this one.
        Span since(LocalDate day) {
            return from.isBefore(day) ? new Span(day, until, number, tariff, rentPerMonth, termMonths, binding) : this;
        }
    }

    /// One that runs.
    public Contract(ContractId id, TenantId tenant, List<Span> spans, LocalDate paidUntil) {
        this(id, tenant, spans, paidUntil, Money.ZERO);
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

    /// The day from which on leaving costs nothing any more, with all that is agreed for later.
    public LocalDate boundUntil() {
        return spans.getLast().binding().until();
    }

    /// Whether a term runs on this day.
    public boolean isBoundOn(LocalDate day) {
        return on(day).filter(span -> span.binding().runsOn(day)).isPresent();
    }
}
