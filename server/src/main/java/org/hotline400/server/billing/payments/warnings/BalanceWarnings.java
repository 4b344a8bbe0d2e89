package org.hotline400.server.billing.payments.warnings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.billing.payments.TopUpSettings;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Entry;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.TransferKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at the balances of prepaid customers, and tells each crossing once until money comes.
@Component
class BalanceWarnings {
    private static final Logger LOG = LoggerFactory.getLogger(BalanceWarnings.class);
    private static final int PAGE = 500;
    /// Half a million entries tell enough of a week.
    private static final int MOST_PAGES = 1_000;
    private static final int WEEK = 7;

    private final Transactions transactions;
    private final WatchRows rows;
    private final Ledger ledger;
    private final CustomerAccounts accounts;
    private final BalanceLetters letters;
    private final TopUpSettings settings;
    private final Clock clock;

    BalanceWarnings(
            Transactions transactions,
            WatchRows rows,
            Ledger ledger,
            CustomerAccounts accounts,
            BalanceLetters letters,
            TopUpSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.ledger = ledger;
        this.accounts = accounts;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /// In the transaction in which it came.
    @EventListener
    void on(FundsAdded added) {
        funds(added.tenant())
                .ifPresent(account -> rows.begin(added.tenant(), new Money(account.balance()), clock.instant()));
    }

    private Optional<Account> funds(TenantId tenant) {
        return ledger.find(tenant, CustomerAccounts.FUNDS);
    }

    /// Looks at everybody.
    void step() {
        var after = Optional.<TenantId>empty();
        do {
            var start = after;
            var page = transactions.asOperator(() -> rows.tenants(start, PAGE));
            page.forEach(this::lookAt);
            after = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
        } while (after.isPresent());
    }

    private void lookAt(TenantId tenant) {
        try {
            transactions.asTenant(
                    tenant,
                    () -> rows.lock(tenant)
                            .ifPresent(watch -> funds(tenant).ifPresent(account -> look(watch, account))));
        } catch (RuntimeException e) {
            // The others are not to miss their warnings for it.
            LOG.warn("the balance of {} could not be looked at: {}", tenant, String.valueOf(e));
        }
    }

    private void look(Watch watch, Account account) {
        if (accounts.terms(watch.tenant()).kind() != AccountTerms.Kind.PREPAID) {
            return;
        }
        var balance = new Money(account.balance());
        var week = week(watch.tenant(), account.id());
        var crossed = watch.crossed(settings.warnPercents(), balance);
        boolean burning = watch.isBurningDown(settings.warnDays(), balance, week);
        if (crossed.isPresent() || burning) {
            letters.write(
                    new LowBalance(watch.tenant(), balance, crossed, burning ? Optional.of(week) : Optional.empty()));
            rows.told(watch.tenant(), crossed.orElse(watch.percent()), watch.burn() || burning, clock.instant());
        }
    }

    /// What calls of the last seven whole days have cost: it changes once a day.
    private Money week(TenantId tenant, AccountId account) {
        var end = today();
        return rows.week(tenant, end).orElseGet(() -> {
            var cost = callCosts(account, start(end.minusDays(WEEK)), start(end));
            rows.keepWeek(tenant, end, cost);
            return cost;
        });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private Money callCosts(AccountId account, Instant from, Instant until) {
        long sum = 0;
        var before = Optional.<Long>empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            var entries = ledger.entries(account, from, until, before, PAGE);
            sum -= entries.stream()
                    .filter(entry -> entry.transfer().kind() == TransferKind.CALL)
                    .mapToLong(Entry::change)
                    .sum();
            if (entries.size() < PAGE) {
                break;
            }
            before = Optional.of(entries.getLast().id());
        }
        return new Money(sum);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }
}
