package org.hotline400.server.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.internal.BillRows;
import org.hotline400.server.billing.internal.DraftRows;
import org.hotline400.server.billing.internal.DunningRows;
import org.hotline400.server.billing.internal.MonthClose;
import org.hotline400.server.billing.internal.MonthRows;
import org.hotline400.server.billing.internal.MonthlyBills;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.stereotype.Service;

/// The bills. Unless said otherwise, a method runs in the caller's transaction and sees what that may see.
@Service
public class Bills {
    private final BillRows rows;
    private final DraftRows drafts;
    private final MonthRows months;
    private final DunningRows dunning;
    private final MonthlyBills monthly;
    private final MonthClose close;
    private final Contracts contracts;
    private final Transactions transactions;
    private final Clock clock;

    Bills(
            BillRows rows,
            DraftRows drafts,
            MonthRows months,
            DunningRows dunning,
            MonthlyBills monthly,
            MonthClose close,
            Contracts contracts,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.months = months;
        this.dunning = dunning;
        this.monthly = monthly;
        this.close = close;
        this.contracts = contracts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One that was issued, or a draft.
    public Optional<Bill> find(BillId id) {
        return rows.find(id).or(() -> drafts.find(id));
    }

    /// What the hash of an issued bill is of: its content as JSON, byte by byte.
    public Optional<String> content(BillId id) {
        return rows.content(id);
    }

    /// Those that were issued, the newest first.
    ///
    /// @param before start behind this one
    public Page<Bill> list(BillFilter filter, Optional<BillId> before, int limit) {
        return Page.of(
                rows.list(filter, before, limit + 1), limit, one -> one.id().toString());
    }

    /// The drafts of a month, for the operator.
    ///
    /// @param month its first day
    /// @param after start behind this one
    public Page<Bill> drafts(LocalDate month, Optional<BillId> after, int limit) {
        return Page.of(
                drafts.list(month, after, limit + 1), limit, one -> one.id().toString());
    }

    /// How far the last months have come, the newest first.
    public List<BillingMonth> months() {
        return months.list(12);
    }

    /// What was done about a bill that is not paid, the first thing first.
    public List<DunningStep> dunning(BillId id) {
        return dunning.steps(id);
    }

    /// What the bill of a contract would be now, for the month that runs or one before it: the same arithmetic as of
    /// a bill, stored nowhere.
    ///
    /// @param month its first day
    /// @return empty when there is no such contract, or it does not hold in that month
    public Optional<Bill> preview(ContractId contract, LocalDate month) {
        return contracts.find(contract).filter(one -> holdsIn(one, month)).map(one -> monthly.preview(one, month));
    }

    private static boolean holdsIn(Contract contract, LocalDate month) {
        return contract.starts().isBefore(month.plusMonths(1))
                && contract.ends().map(month::isBefore).orElse(true);
    }

    /// Drafts a month anew, in transactions of its own.
    ///
    /// @param month its first day
    /// @return how many bills
    public int draft(LocalDate month) {
        return monthly.draft(month);
    }

    /// Issues all bills of a month that is over, in transactions of its own. Those that were issued before stay.
    ///
    /// @param month its first day
    /// @return how many bills; 0 of a month that is not over
    public int issue(LocalDate month) {
        return isOver(month) ? close.issue(month) : 0;
    }

    /// Issues the bills of these contracts, in a transaction of its own.
    ///
    /// @param month its first day
    /// @return those that were not issued before; none of a month that is not over
    public List<BillId> issue(List<ContractId> some, LocalDate month) {
        if (!isOver(month)) {
            return List.of();
        }
        return transactions.asOperator(() -> {
            var found =
                    some.stream().flatMap(one -> contracts.find(one).stream()).toList();
            return monthly.issue(
                    found.stream().filter(one -> holdsIn(one, month)).toList(), month);
        });
    }

    public boolean isOver(LocalDate month) {
        return !today().isBefore(month.plusMonths(1));
    }

    /// In Asia/Shanghai.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }
}
