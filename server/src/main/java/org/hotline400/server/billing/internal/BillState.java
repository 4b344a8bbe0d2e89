package org.hotline400.server.billing.internal;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.month.Dues;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// Where an issued bill stands.
///
/// @param number of the bill
/// @param total of the bill
/// @param unpaid of it; 0 or more
/// @param dues what is still to be taken from the customer's account
/// @param credited by credit notes
/// @param takes how often something was taken
/// @param paidAt when nothing was unpaid any more
record BillState(
        BillId bill,
        TenantId tenant,
        String number,
        Money total,
        Money unpaid,
        Dues dues,
        Money credited,
        int takes,
        Optional<Instant> paidAt) {

    boolean isPaid() {
        return paidAt.isPresent();
    }

    BillState taken(Dues left) {
        return new BillState(bill, tenant, number, total, unpaid, left, credited, takes + 1, paidAt);
    }

    BillState unpaid(Money left, Instant now) {
        var paid = left.equals(Money.ZERO) ? paidAt.or(() -> Optional.of(now)) : Optional.<Instant>empty();
        return new BillState(bill, tenant, number, total, left, dues, credited, takes, paid);
    }

    BillState credited(Money more, Dues left) {
        return new BillState(bill, tenant, number, total, unpaid, left, credited.plus(more), takes, paidAt);
    }
}
