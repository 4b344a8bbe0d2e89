package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.ledger.Unit;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.MonthShare;
import org.springframework.stereotype.Component;

/// Issues the bundled seconds of contracts, month by month. Every method runs in the caller's transaction.
@Component
public class MinutesGrants {
    /// What ended in a month is settled long before; a record that comes later pays with money.
    static final Duration GRACE = Duration.ofHours(24);

    private final GrantRows rows;
    private final Ledger ledger;
    private final Clock clock;

    public MinutesGrants(GrantRows rows, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Sees to it that what a contract bundles in a month is there, once. Where the contract has changed since, the
    /// difference is granted, or taken back as far as it was not used.
    public void grant(Contract contract, YearMonth month) {
        long seconds = MonthShare.of(contract, month).seconds();
        var known = rows.lock(contract.id(), month);
        if (known.isEmpty() && seconds == 0) {
            return;
        }
        var row = known.orElseGet(() -> open(contract, month));
        if (row.seconds() != seconds) {
            adjust(row, seconds);
        }
    }

    /// The same for many whose month was not begun, in few statements.
    public void begin(List<Contract> contracts, YearMonth month) {
        var bundling = contracts.stream()
                .filter(contract -> MonthShare.of(contract, month).seconds() > 0)
                .toList();
        if (bundling.isEmpty()) {
            return;
        }
        var accounts = ledger.open(bundling.stream()
                .map(contract -> new Ledger.Opening(contract.tenant(), purpose(contract, month), Unit.SECOND, 0))
                .toList());
        var begun = new ArrayList<GrantRows.Row>();
        for (int i = 0; i < bundling.size(); i++) {
            var contract = bundling.get(i);
            begun.add(row(contract, month, accounts.get(i))
                    .granting(MonthShare.of(contract, month).seconds()));
        }
        // What another one has begun meanwhile, he grants.
        var fresh = rows.add(begun);
        var transfers = begun.stream()
                .filter(row -> fresh.contains(row.contract()))
                .map(row -> transfer(row, row.seconds()))
                .toList();
        if (!transfers.isEmpty()) {
            ledger.post(transfers).forEach(Postings::done);
        }
    }

    private GrantRows.Row open(Contract contract, YearMonth month) {
        var row = row(contract, month, ledger.open(contract.tenant(), purpose(contract, month), Unit.SECOND, 0));
        // Another one may have been faster: then his is the one.
        return rows.add(List.of(row)).isEmpty()
                ? rows.lock(contract.id(), month).orElseThrow()
                : row;
    }

    private static GrantRows.Row row(Contract contract, YearMonth month, AccountId account) {
        return new GrantRows.Row(
                contract.tenant(),
                contract.id(),
                month,
                account,
                0,
                0,
                start(month),
                start(month.plusMonths(1L + monthsLonger(contract, month))));
    }

    static String purpose(Contract contract, YearMonth month) {
        return "minutes/" + contract.id() + "/" + month;
    }

    /// As the package says with which the contract is in that month.
    private static int monthsLonger(Contract contract, YearMonth month) {
        var unused = MonthShare.of(contract, month)
                .parts()
                .getLast()
                .span()
                .tariff()
                .conditions()
                .unused();
        return switch (unused) {
            case UnusedMinutes.Expire _, UnusedMinutes.PayByUse _ -> 0;
            case UnusedMinutes.CarryOver(int months) -> months;
        };
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private void adjust(GrantRows.Row row, long seconds) {
        long more = seconds - row.seconds();
        long moved = more > 0 ? more : -Math.min(-more, available(row.account()));
        if (moved == 0) {
            return;
        }
        var next = row.granting(row.seconds() + moved);
        Postings.done(ledger.post(transfer(next, moved)));
        rows.change(next);
    }

    /// @param next with its revision
    private Transfer transfer(GrantRows.Row next, long moved) {
        var customer = new Party.Customer(next.account());
        var platform = new Party.Platform(PlatformAccount.MINUTES_GRANTED);
        return new Transfer(
                "grant/" + next.contract() + "/" + next.month() + "/" + next.revision(),
                moved > 0 ? platform : customer,
                moved > 0 ? customer : platform,
                Math.abs(moved),
                TransferKind.MINUTES_GRANTED,
                next.contract().toString(),
                moved > 0 ? next.from() : clock.instant());
    }

    /// Calls reserve meanwhile: nobody does until the transaction ends.
    private long available(AccountId account) {
        ledger.lock(List.of(account));
        return ledger.find(account).map(one -> Math.max(0, one.available())).orElse(0L);
    }

    /// Lets what is left of months expire that were over a day before calls were settled up to this moment. What calls
    /// still hold waits for them.
    ///
    /// @return how many months of contracts were closed
    public int expire(Instant settled, int most) {
        var over = rows.lockOver(settled.minus(GRACE), most);
        return (int) over.stream().filter(this::expire).count();
    }

    private boolean expire(GrantRows.Row row) {
        ledger.lock(List.of(row.account()));
        var account = ledger.find(row.account()).orElseThrow();
        if (account.reserved() > 0) {
            return false;
        }
        if (account.balance() > 0) {
            Postings.done(ledger.post(new Transfer(
                    "expire/" + row.contract() + "/" + row.month(),
                    new Party.Customer(row.account()),
                    new Party.Platform(PlatformAccount.MINUTES_EXPIRED),
                    account.balance(),
                    TransferKind.MINUTES_EXPIRED,
                    row.contract().toString(),
                    row.until())));
        }
        rows.close(row, clock.instant());
        return true;
    }
}
