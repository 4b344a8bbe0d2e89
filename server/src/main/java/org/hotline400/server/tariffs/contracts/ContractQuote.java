package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// What a change would mean.
///
/// @param from the first day on which it counts
/// @param before what holds on that day without it
/// @param after what would; empty: the contract would have ended
/// @param boundUntil the day before which leaving would cost something
/// @param exit what leaving now costs
/// @param month the calendar month of that day as it would be
public record ContractQuote(
        LocalDate from,
        Contract.Span before,
        Optional<Contract.Span> after,
        LocalDate boundUntil,
        Money exit,
        MonthShare month) {

    static ContractQuote of(Contract before, Contract after, LocalDate from) {
        return new ContractQuote(
                from,
                before.on(from).orElseThrow(),
                after.on(from),
                after.boundUntil(),
                after.exit(),
                MonthShare.of(after, YearMonth.from(from)));
    }
}
