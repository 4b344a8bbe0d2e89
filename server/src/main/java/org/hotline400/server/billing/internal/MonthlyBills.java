package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.month.MonthFacts;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.billing.month.Reckoning;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/// Drafts and issues the bills of a month, some contracts in each transaction; what is there already is left out, so
/// that whatever breaks off is simply begun again.
@Component
public class MonthlyBills {
    private static final Logger LOG = LoggerFactory.getLogger(MonthlyBills.class);
    private static final int BATCH = 250;
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final Contracts contracts;
    private final FactsReader facts;
    private final MonthReckoner reckoner;
    private final BillIssuer issuer;
    private final BillRows bills;
    private final DraftRows drafts;
    private final Clock clock;

    MonthlyBills(
            Transactions transactions,
            Contracts contracts,
            FactsReader facts,
            MonthReckoner reckoner,
            BillIssuer issuer,
            BillRows bills,
            DraftRows drafts,
            Clock clock) {
        this.transactions = transactions;
        this.contracts = contracts;
        this.facts = facts;
        this.reckoner = reckoner;
        this.issuer = issuer;
        this.bills = bills;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// Drafts all bills of a month that are not issued.
    ///
    /// @param month its first day
    /// @return how many
    public int draft(LocalDate month) {
        return inBatches(month, some -> draft(some, month));
    }

    /// Issues all bills of a month that are not issued.
    ///
    /// @param month its first day
    /// @return how many
    public int issue(LocalDate month) {
        return inBatches(month, some -> issue(some, month).size());
    }

    /// Issues the bills of these contracts that are not issued; runs in the caller's transaction, for the operator.
    public List<BillId> issue(List<Contract> some, LocalDate month) {
        var open = withoutBill(some, month);
        var issued = issuer.issueMonth(month, orders(open, month));
        drafts.delete(open.stream().map(Contract::id).toList(), month);
        return issued;
    }

    private int draft(List<Contract> some, LocalDate month) {
        var open = withoutBill(some, month);
        var documents = orders(open, month).stream().map(this::document).toList();
        drafts.put(documents, clock.instant());
        return documents.size();
    }

    private BillDocument document(BillIssuer.Order order) {
        return issuer.document(order, NewBill.Kind.MONTH, "", "", "");
    }

    /// What a contract's bill of a month would be now; not stored. Runs in the caller's transaction.
    public Bill preview(Contract contract, LocalDate month) {
        return DraftRows.billOf(document(orders(List.of(contract), month).getFirst()));
    }

    private int inBatches(LocalDate month, ToIntFunction<List<Contract>> work) {
        int count = 0;
        var after = Optional.<ContractId>empty();
        for (var some = next(month, after); !some.isEmpty(); some = next(month, after)) {
            var batch = some;
            count += again(() -> transactions.asOperator(() -> work.applyAsInt(batch)));
            after = Optional.of(some.getLast().id());
        }
        return count;
    }

    /// Calls are settled and money comes meanwhile: where two wait for each other, the database ends one. And somebody
    /// else may issue the same month: whoever is second finds these bills there the next time.
    private static int again(IntSupplier batch) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return batch.getAsInt();
            } catch (PessimisticLockingFailureException | DuplicateKeyException e) {
                LOG.info("a batch of bills is tried again: {}", e.getMessage());
            }
        }
        return batch.getAsInt();
    }

    private List<Contract> next(LocalDate month, Optional<ContractId> after) {
        return transactions.asOperator(() -> contracts.holding(month, month.plusMonths(1), after, BATCH));
    }

    private List<Contract> withoutBill(List<Contract> some, LocalDate month) {
        var billed = bills.having(some.stream().map(Contract::id).toList(), month, NewBill.Kind.MONTH);
        return some.stream().filter(one -> !billed.contains(one.id())).toList();
    }

    private List<BillIssuer.Order> orders(List<Contract> some, LocalDate month) {
        var ids = some.stream().map(Contract::id).toList();
        var known = drafts.ids(ids, month);
        var advances = bills.advances(ids);
        var orders = new ArrayList<BillIssuer.Order>();
        for (var one : facts.of(some, month)) {
            var contract = one.contract();
            var reckoning = reckoner.reckon(one);
            orders.add(new BillIssuer.Order(
                    known.getOrDefault(contract.id(), BillId.next()),
                    subject(one),
                    reckoning,
                    earned(one, reckoning, advances.getOrDefault(contract.id(), Money.ZERO))));
        }
        return orders;
    }

    private static NewBill.Subject subject(MonthFacts facts) {
        var contract = facts.contract();
        var last = contract.spans().stream()
                .filter(span -> span.from().isBefore(facts.nextMonth()))
                .reduce((_, later) -> later)
                .orElseGet(() -> contract.spans().getFirst());
        return new NewBill.Subject(contract.tenant(), contract.id(), last.number(), facts.month());
    }

    /// Of rents paid in advance: this month's share, and in the last month, what days were rounded to.
    private static Money earned(MonthFacts facts, Reckoning reckoning, Money left) {
        var used = reckoning.usedAdvance();
        boolean isLast = !facts.contract().paidUntil().isAfter(facts.nextMonth())
                || facts.contract()
                        .ends()
                        .filter(end -> !end.isAfter(facts.nextMonth()))
                        .isPresent();
        return isLast || used.compareTo(left) > 0 ? left : used;
    }
}
