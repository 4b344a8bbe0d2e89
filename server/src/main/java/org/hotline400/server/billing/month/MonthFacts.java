package org.hotline400.server.billing.month;

import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.entitlements.BoughtOption;

/// What a contract's bill of a month follows from.
///
/// @param month its first day
/// @param calls what its calls came to, one for each component; exact
/// @param options that it has or had
/// @param earlyExit what leaving in this month costs; 0 for none
/// @param lateFee for bills that were paid late in this month, exact; 0 for none
public record MonthFacts(
        Contract contract,
        LocalDate month,
        List<RatedCalls.Total> calls,
        List<BoughtOption> options,
        Money earlyExit,
        Money lateFee) {
    public MonthFacts {
        calls = List.copyOf(calls);
        options = List.copyOf(options);
        if (month.getDayOfMonth() != 1) {
            throw new IllegalArgumentException("a month is named by its first day; was " + month);
        }
    }

    /// Without what leaving and paying late cost.
    public static MonthFacts of(
            Contract contract, LocalDate month, List<RatedCalls.Total> calls, List<BoughtOption> options) {
        return new MonthFacts(contract, month, calls, options, Money.ZERO, Money.ZERO);
    }

    /// The first day of the next one.
    public LocalDate nextMonth() {
        return month.plusMonths(1);
    }
}
