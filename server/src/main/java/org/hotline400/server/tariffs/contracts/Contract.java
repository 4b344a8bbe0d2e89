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
/// @param boundUntil the day before which leaving costs something
/// @param paidUntil the first day whose rent was not paid in advance at the beginning
public record Contract(ContractId id, TenantId tenant, List<Span> spans, LocalDate boundUntil, LocalDate paidUntil) {

    /// What holds for some days.
    ///
    /// @param until the first day for which it no longer holds; empty: for good
    /// @param rentPerMonth after the discount of the term; whole fen
    /// @param termMonths that were agreed
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
    }

    public Contract {
        spans = List.copyOf(spans);
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
}
