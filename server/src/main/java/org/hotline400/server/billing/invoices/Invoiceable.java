package org.hotline400.server.billing.invoices;

import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.CreditNote;
import org.hotline400.server.kernel.Money;

/// What an invoice is made out for: a bill, less what credit notes have taken back of it.
///
/// @param amount with tax, whole fen
/// @param taxes by rate; none of a rate of which nothing is left
record Invoiceable(Money amount, List<Bill.TaxGroup> taxes) {

    static Invoiceable of(Bill bill, List<CreditNote> notes) {
        var back = notes.stream().flatMap(note -> note.taxes().stream()).toList();
        var taxes = bill.taxes().stream()
                .map(group -> less(group, back))
                .filter(group -> !group.gross().equals(Money.ZERO))
                .toList();
        var credited = notes.stream().map(CreditNote::total).reduce(Money.ZERO, Money::plus);
        return new Invoiceable(bill.total().minus(credited), taxes);
    }

    private static Bill.TaxGroup less(Bill.TaxGroup group, List<Bill.TaxGroup> back) {
        var credited = Bill.TaxGroup.sum(back, group.percent());
        return new Bill.TaxGroup(
                group.percent(),
                group.gross().minus(credited.gross()),
                group.tax().minus(credited.tax()));
    }
}
