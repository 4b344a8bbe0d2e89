package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotline400.server.billing.BillPaid;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Settlement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Takes what bills come to from customers' accounts: as much as there is when they are issued, and the rest, the
/// oldest bill first, when money comes. Every method runs in the caller's transaction.
@Component
public class Collecting {
    /// Bills are paid before a suspended number is looked at again.
    private static final int EARLY = -100;

    private final Ledger ledger;
    private final CustomerAccounts accounts;
    private final StateRows states;
    private final Debts debts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Collecting(
            Ledger ledger,
            CustomerAccounts accounts,
            StateRows states,
            Debts debts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.states = states;
        this.debts = debts;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Order(EARLY)
    void on(FundsAdded added) {
        collect(added.tenant());
    }

    /// Takes what it can for all bills of a tenant that are not paid.
    void collect(TenantId tenant) {
        collect(tenant, List.of());
    }

    /// The same with new bills behind the others; these are there already.
    void collect(TenantId tenant, List<BillState> fresh) {
        var added = fresh.stream().map(BillState::bill).toList();
        var known = states.lockOpen(tenant).stream().filter(one -> !added.contains(one.bill()));
        var open = Stream.concat(known, fresh.stream()).toList();
        if (!open.isEmpty()) {
            var funds = accounts.funds(tenant);
            var taken = take(open, funds);
            store(taken, unpaid(tenant, funds, taken));
        }
    }

    /// Takes what was paid for this very bill: nothing older comes before it.
    void collectPaid(BillState fresh) {
        var taken = take(List.of(fresh), accounts.funds(fresh.tenant()));
        store(taken, List.of(untaken(taken.getFirst())));
    }

    private List<BillState> take(List<BillState> open, AccountId funds) {
        var now = clock.instant();
        var movements =
                open.stream().map(state -> new BillTransfers(state, funds, now)).toList();
        var given = movements.stream().flatMap(one -> one.giveBack().stream()).toList();
        if (!given.isEmpty()) {
            ledger.post(given);
        }
        var wanted = movements.stream()
                .map(BillTransfers::take)
                .filter(one -> !one.transfers().isEmpty())
                .toList();
        var settled = (wanted.isEmpty() ? List.<Settlement.Settled>of() : ledger.settle(wanted)).iterator();
        return movements.stream()
                .map(one -> one.after(
                        one.take().transfers().isEmpty()
                                ? List.of()
                                : settled.next().posted()))
                .toList();
    }

    /// Of a prepaid account what could not be taken; of one that may be below zero what it owes.
    private List<Money> unpaid(TenantId tenant, AccountId funds, List<BillState> taken) {
        return switch (accounts.terms(tenant).kind()) {
            case PREPAID -> taken.stream().map(Collecting::untaken).toList();
            case POSTPAID ->
                Debts.spread(
                        debts.ofBills(tenant, funds, taken),
                        taken.stream().map(BillState::unpaid).toList());
        };
    }

    private static Money untaken(BillState state) {
        var left = state.dues().total();
        return left.compareTo(Money.ZERO) < 0 ? Money.ZERO : left;
    }

    private void store(List<BillState> taken, List<Money> unpaid) {
        var now = clock.instant();
        var after = new ArrayList<BillState>();
        for (int i = 0; i < taken.size(); i++) {
            after.add(taken.get(i).unpaid(unpaid.get(i), now));
        }
        states.update(after);
        after.stream()
                .filter(BillState::isPaid)
                .forEach(one -> events.publishEvent(new BillPaid(one.bill(), one.tenant(), one.number(), now)));
    }
}
