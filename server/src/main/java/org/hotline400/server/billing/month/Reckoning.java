package org.hotline400.server.billing.month;

import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.kernel.Money;

/// What a month comes to.
///
/// @param lines in the order of their kinds
/// @param taxes by rate
/// @param calls what they came to, exact: already taken from the account
/// @param dues the rest
/// @param usedAdvance of rents that were paid in advance, what this month used
public record Reckoning(List<Bill.Line> lines, List<Bill.TaxGroup> taxes, Money calls, Dues dues, Money usedAdvance) {
    public Reckoning {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /// Whole fen.
    public Money total() {
        return lines.stream().map(Bill.Line::amount).reduce(Money.ZERO, Money::plus);
    }

    public Money tax() {
        return taxes.stream().map(Bill.TaxGroup::tax).reduce(Money.ZERO, Money::plus);
    }
}
