package org.hotline400.server.enrolment.resellers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.resellers.internal.ResellerRows;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// The resellers as the operator has entered them.
@Service
public class Resellers {
    private final ResellerRows rows;
    private final Transactions transactions;
    private final Clock clock;

    public Resellers(ResellerRows rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Reseller> find(TenantId tenant) {
        return transactions.asOperator(() -> rows.find(tenant));
    }

    /// In the order of their ids.
    ///
    /// @param after start behind this one
    public Page<Reseller> list(Optional<TenantId> after, int limit) {
        return Page.of(
                transactions.asOperator(() -> rows.list(after, limit + 1)),
                limit,
                reseller -> reseller.tenant().toString());
    }

    /// Enters one.
    ///
    /// @return empty when there is one of this tenant that says something else
    public Optional<Reseller> add(Reseller reseller) {
        return transactions.asOperator(() -> {
            rows.insert(reseller);
            return rows.find(reseller.tenant()).filter(stored -> isSame(stored, reseller));
        });
    }

    private static boolean isSame(Reseller stored, Reseller sent) {
        return stored.name().equals(sent.name())
                && stored.licence().equals(sent.licence())
                && stored.mail().equals(sent.mail())
                && stored.mobile().equals(sent.mobile())
                && stored.suspended() == sent.suspended();
    }

    /// Changes one that is there. With another licence it is warned anew.
    public void change(Reseller reseller) {
        transactions.asOperator(() -> rows.update(reseller));
    }

    /// Those whose licence ends within so many days, or has ended, and who were not told of this threshold.
    ///
    /// @param days one of the thresholds
    List<Reseller> toWarn(int days, int most) {
        return transactions.asOperator(() -> rows.toWarn(today().plusDays(days), days, most));
    }

    /// Notes that one was warned; joins the caller's transaction.
    ///
    /// @return false when another node did it meanwhile
    boolean warned(Reseller reseller, int days) {
        return rows.warned(reseller.tenant(), days);
    }

    /// In Asia/Shanghai.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }
}
