package org.hotline400.server.billing.internal;

import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.month.VatRates;
import org.hotline400.server.kernel.Money;

/// The tax that a credit note gives back. All notes of a bill together give back the tax of all that they credit,
/// rounded once, as on the bill: rounded for each note, many small ones would give back more than was charged.
final class CreditedTax {
    private CreditedTax() {}

    /// @param ofBill its groups
    /// @param before those of its earlier credit notes
    /// @param asked those of the new one, by what is to be credited
    static List<Bill.TaxGroup> groups(
            List<Bill.TaxGroup> ofBill, List<Bill.TaxGroup> before, List<Bill.TaxGroup> asked) {
        return asked.stream()
                .map(group -> group(
                        Bill.TaxGroup.sum(ofBill, group.percent()), Bill.TaxGroup.sum(before, group.percent()), group))
                .toList();
    }

    private static Bill.TaxGroup group(Bill.TaxGroup ofBill, Bill.TaxGroup before, Bill.TaxGroup asked) {
        var credited = VatRates.contained(before.gross().plus(asked.gross()), asked.percent());
        // Lines below zero may leave less tax on the bill than one of its lines contains.
        var most = ofBill.tax().compareTo(credited) < 0 ? ofBill.tax() : credited;
        var rest = most.minus(before.tax());
        return new Bill.TaxGroup(asked.percent(), asked.gross(), rest.compareTo(Money.ZERO) < 0 ? Money.ZERO : rest);
    }
}
