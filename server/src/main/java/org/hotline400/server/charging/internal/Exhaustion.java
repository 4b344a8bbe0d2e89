package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.charging.FundsExhausted;
import org.hotline400.server.charging.FundsRestored;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberChange;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.tariffs.Component;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Suspends the numbers of a customer who has nothing left to pay with, and lets them go on when he has.
///
/// What counts is what is settled: money that other calls have only reserved is still there, so one call that does not
/// find enough for the moment suspends nothing.
public class Exhaustion {
    private static final Logger log = LoggerFactory.getLogger(Exhaustion.class);
    private static final int AT_ONCE = 500;
    private static final Actor SUSPENDS = new Actor("charging", "nothing is left to pay calls with");
    private static final Actor RESUMES = new Actor("charging", "calls can be paid again");

    private final Rulebook rules;
    private final Ledger ledger;
    private final CustomerRows accounts;
    private final SuspensionRows rows;
    private final HotlineNumbers numbers;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<TenantId> suspected = ConcurrentHashMap.newKeySet();

    public Exhaustion(
            Rulebook rules,
            Ledger ledger,
            CustomerRows accounts,
            SuspensionRows rows,
            HotlineNumbers numbers,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.accounts = accounts;
        this.rows = rows;
        this.numbers = numbers;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// A call was refused or cut off: looks on a thread of its own whether anything is left.
    void suspect(TenantId tenant) {
        if (suspected.add(tenant)) {
            Thread.ofVirtual().name("exhaustion").start(() -> look(tenant));
        }
    }

    private void look(TenantId tenant) {
        try {
            examine(tenant);
        } catch (RuntimeException e) {
            log.warn("whether tenant {} can pay could not be looked at: {}", tenant, e.getMessage());
        } finally {
            suspected.remove(tenant);
        }
    }

    /// Suspends the numbers whose calls cannot be paid any more.
    ///
    /// @return those
    List<HotlineNumber> examine(TenantId tenant) {
        return transactions.asOperator(() -> {
            accounts.lock(tenant);
            var suspended = new ArrayList<HotlineNumber>();
            rules.of(tenant, today()).forEach((number, contract) -> {
                if (!canPay(contract) && apply(number, NumberEvent.SUSPEND_FOR_ARREARS, SUSPENDS)) {
                    suspended.add(number);
                }
            });
            if (!suspended.isEmpty()) {
                rows.add(tenant, suspended, clock.instant());
                events.publishEvent(new FundsExhausted(tenant, clock.instant()));
                log.info("tenant {} has nothing left to pay with, {} numbers suspended", tenant, suspended.size());
            }
            return suspended;
        });
    }

    private boolean apply(HotlineNumber number, NumberEvent event, Actor actor) {
        return numbers.apply(number, event, actor) instanceof NumberChange.Done;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// Whether the cheapest first block can be paid, of bundled seconds and money as they are settled.
    ///
    /// @param contract null: there is none, and nothing to pay
    private boolean canPay(@Nullable PricedContract contract) {
        return contract == null || isAffordable(contract);
    }

    private boolean isAffordable(PricedContract contract) {
        var now = clock.instant();
        var funds = ledger.find(rules.payerNow(contract.tenant()).funds());
        long money = funds.map(account -> account.balance() - account.floor()).orElse(0L);
        var bundles = rules.bundles(contract.contract(), now).stream()
                .map(this::settled)
                .toList();
        return contract.rulers().keySet().stream()
                .filter(component -> component != Component.RECORDING)
                .anyMatch(component -> price(contract, component, bundles, now) <= money);
    }

    private Bundle settled(Bundle bundle) {
        return bundle.with(
                Math.max(0, ledger.find(bundle.account()).map(Account::balance).orElse(0L)));
    }

    private static long price(PricedContract contract, Component component, List<Bundle> bundles, Instant now) {
        var first = List.of(new Stretch(component, "", now, now.plusMillis(1)));
        return CallCost.of(contract, first, bundles).total().microYuan();
    }

    /// In the transaction in which the money came, where that acts for everybody; otherwise right behind it.
    @EventListener
    void on(FundsAdded added) {
        if (rows.actsForEverybody()) {
            restore(added.tenant());
        } else {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Thread.ofVirtual().name("restoring").start(() -> restoreApart(added.tenant()));
                }
            });
        }
    }

    private void restoreApart(TenantId tenant) {
        try {
            transactions.asOperator(() -> restore(tenant));
        } catch (RuntimeException e) {
            // The lookout tries again.
            log.warn("the numbers of tenant {} could not be resumed: {}", tenant, e.getMessage());
        }
    }

    /// Lets suspended numbers go on whose calls can be paid. Those that have no contract any more, or that others have
    /// given another status meanwhile (a bar, a cancellation, a new owner), are no affair of ours.
    /// Runs in the caller's transaction, which acts for everybody.
    void restore(TenantId tenant) {
        accounts.lock(tenant);
        rows.lock(tenant).ifPresent(suspended -> {
            var contracts = rules.of(tenant, today());
            var ours = suspended.stream()
                    .filter(contracts::containsKey)
                    .filter(number -> isSuspended(number, tenant))
                    .toList();
            var payable = ours.stream()
                    .filter(number -> canPay(contracts.get(number)))
                    .toList();
            if (!payable.isEmpty()) {
                resume(tenant, payable);
            }
            if (!payable.isEmpty() || ours.size() < suspended.size()) {
                rows.keep(
                        tenant,
                        ours.stream()
                                .filter(number -> !payable.contains(number))
                                .toList());
            }
        });
    }

    private boolean isSuspended(HotlineNumber number, TenantId tenant) {
        return numbers.find(number)
                .filter(one -> one.is(NumberStatus.ARREARS_SUSPENDED, tenant))
                .isPresent();
    }

    private void resume(TenantId tenant, List<HotlineNumber> payable) {
        payable.forEach(number -> apply(number, NumberEvent.RESUME, RESUMES));
        events.publishEvent(new FundsRestored(tenant, clock.instant()));
    }

    /// Looks at those that are suspended: minutes of a new month, a higher credit limit.
    void restoreAll() {
        var after = Optional.<TenantId>empty();
        for (var some = next(after); !some.isEmpty(); some = next(after)) {
            some.forEach(this::restoreApart);
            after = Optional.of(some.getLast());
        }
    }

    private List<TenantId> next(Optional<TenantId> after) {
        return transactions.asOperator(() -> rows.tenants(after, AT_ONCE));
    }
}
