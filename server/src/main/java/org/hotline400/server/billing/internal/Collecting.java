package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.billing.BillPaid;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
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
        collect(Map.of(tenant, List.of()));
    }

    /// The same, where anything is there to be taken.
    void collectFree(TenantId tenant) {
        var funds = accounts.funds(tenant);
        if (ledger.find(funds).map(Account::available).orElse(0L) > 0) {
            collect(tenant);
        }
    }

    /// The same for many tenants, with new bills behind the others; these are there already. All that is taken is
    /// taken in one statement: who moves one account after the other waits for others who do.
    void collect(Map<TenantId, List<BillState>> fresh) {
        var funds = fresh.keySet().stream().collect(Collectors.toMap(tenant -> tenant, accounts::funds));
        ledger.lock(funds.values());
        var open = new ArrayList<Open>();
        funds.forEach((tenant, account) ->
                open(tenant, account, fresh.getOrDefault(tenant, List.of())).ifPresent(open::add));
        var taken = take(open.stream().flatMap(one -> one.movements().stream()).toList());
        int from = 0;
        for (var one : open) {
            var ofTenant = taken.subList(from, from + one.bills().size());
            store(ofTenant, unpaid(one, ofTenant));
            from += one.bills().size();
        }
    }

    /// A tenant's bills that are not paid, the oldest first.
    private record Open(TenantId tenant, AccountId funds, List<BillState> bills, Instant now) {
        List<BillTransfers> movements() {
            return bills.stream()
                    .map(state -> new BillTransfers(state, funds, now))
                    .toList();
        }
    }

    private Optional<Open> open(TenantId tenant, AccountId funds, List<BillState> fresh) {
        var added = fresh.stream().map(BillState::bill).toList();
        var known = states.lockOpen(tenant).stream().filter(one -> !added.contains(one.bill()));
        var bills = Stream.concat(known, fresh.stream()).toList();
        return bills.isEmpty() ? Optional.empty() : Optional.of(new Open(tenant, funds, bills, clock.instant()));
    }

    /// Takes what was paid for this very bill: nothing older comes before it.
    void collectPaid(BillState fresh) {
        var one = new Open(fresh.tenant(), accounts.funds(fresh.tenant()), List.of(fresh), clock.instant());
        var taken = take(one.movements());
        store(taken, List.of(untaken(taken.getFirst())));
    }

    private List<BillState> take(List<BillTransfers> movements) {
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

    /// Of an account that is, or may be, below zero what it owes; of others what could not be taken. Who pays in
    /// advance from now on may still owe from before.
    private List<Money> unpaid(Open one, List<BillState> taken) {
        boolean mayOwe = accounts.terms(one.tenant()).kind() == AccountTerms.Kind.POSTPAID
                || ledger.find(one.funds()).map(Account::balance).orElse(0L) < 0;
        return mayOwe
                ? Debts.spread(
                        debts.ofBills(one.tenant(), one.funds(), taken),
                        taken.stream().map(BillState::unpaid).toList())
                : taken.stream().map(Collecting::untaken).toList();
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
