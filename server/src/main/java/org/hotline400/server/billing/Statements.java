package org.hotline400.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Entry;
import org.hotline400.server.ledger.Ledger;
import org.springframework.stereotype.Service;

/// Statements of customers' accounts, from the ledger.
@Service
public class Statements {
    /// More entries than this are no statement that anybody reads: ask for a shorter period.
    public static final int MOST = 100_000;

    private static final int BATCH = 1_000;

    private final Ledger ledger;

    Statements(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Runs in the caller's transaction and sees what that may see.
    ///
    /// @param until the first day that is not in it
    /// @return empty when there are more than [#MOST] entries
    public Optional<Statement> of(TenantId tenant, LocalDate from, LocalDate until) {
        return ledger.find(tenant, CustomerAccounts.FUNDS)
                .map(Account::id)
                .map(funds -> of(tenant, funds, from, until))
                .orElseGet(() -> Optional.of(new Statement(tenant, from, until, Money.ZERO, List.of(), Money.ZERO)));
    }

    private Optional<Statement> of(TenantId tenant, AccountId funds, LocalDate from, LocalDate until) {
        var entries = entries(funds, start(from), start(until));
        if (entries.size() > MOST) {
            return Optional.empty();
        }
        var opening = new Money(ledger.balance(funds, start(from)));
        var balance = opening;
        var lines = new ArrayList<Statement.Entry>();
        for (var entry : entries.reversed()) {
            balance = balance.plus(new Money(entry.change()));
            lines.add(new Statement.Entry(
                    entry.transfer().effective(),
                    entry.transfer().kind().code(),
                    entry.transfer().reference(),
                    new Money(entry.change()),
                    balance));
        }
        return Optional.of(new Statement(tenant, from, until, opening, lines, balance));
    }

    /// The newest first.
    private List<Entry> entries(AccountId funds, Instant from, Instant until) {
        var all = new ArrayList<Entry>();
        var before = Optional.<Long>empty();
        var some = ledger.entries(funds, from, until, before, BATCH);
        while (!some.isEmpty() && all.size() <= MOST) {
            all.addAll(some);
            before = Optional.of(some.getLast().id());
            some = ledger.entries(funds, from, until, before, BATCH);
        }
        return all;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
