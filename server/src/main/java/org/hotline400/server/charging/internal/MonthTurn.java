package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractChanged;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Issues bundled seconds: when a contract begins or changes, and for each new month a day ahead; and lets them expire
/// when all is settled.
@Component
public class MonthTurn {
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Contracts contracts;
    private final MinutesGrants grants;
    private final GrantRows rows;
    private final SettlementRows settlements;
    private final CustomerAccounts accounts;
    private final Transactions transactions;
    private final Clock clock;

    public MonthTurn(
            Contracts contracts,
            MinutesGrants grants,
            GrantRows rows,
            SettlementRows settlements,
            CustomerAccounts accounts,
            Transactions transactions,
            Clock clock) {
        this.contracts = contracts;
        this.grants = grants;
        this.rows = rows;
        this.settlements = settlements;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// In the transaction of the change.
    @EventListener
    void on(ContractChanged changed) {
        accounts.funds(changed.tenant());
        contracts.find(changed.contract()).ifPresent(contract -> {
            grants.grant(contract, month(clock.instant()));
            // What was issued ahead, or what begins later.
            grants.grant(contract, month(clock.instant().plus(AHEAD)));
        });
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(BusinessTime.ZONE));
    }

    /// Issues what is missing of this month and, a day before it begins, of the next one.
    ///
    /// @return how many contracts' months
    int issue() {
        var now = clock.instant();
        int issued = issue(month(now));
        return month(now.plus(AHEAD)).equals(month(now)) ? issued : issued + issue(month(now.plus(AHEAD)));
    }

    private int issue(YearMonth month) {
        int issued = 0;
        var after = Optional.<ContractId>empty();
        Part part;
        do {
            var from = after;
            part = transactions.asOperator(() -> issue(month, from));
            issued += part.issued();
            after = part.last();
        } while (part.read() == AT_ONCE);
        return issued;
    }

    private record Part(int read, int issued, Optional<ContractId> last) {}

    private Part issue(YearMonth month, Optional<ContractId> after) {
        var page = contracts.holding(month.atDay(1), month.plusMonths(1).atDay(1), after, AT_ONCE);
        var issued = rows.granted(page.stream().map(Contract::id).toList(), month);
        var missing = page.stream().filter(one -> !issued.contains(one.id())).toList();
        accounts.open(missing.stream().map(Contract::tenant).distinct().toList());
        grants.begin(missing, month);
        return new Part(
                page.size(),
                missing.size(),
                page.isEmpty() ? after : Optional.of(page.getLast().id()));
    }

    /// Lets what is left of months expire that are over and settled.
    int expire() {
        return transactions.asOperator(() -> {
            var settled = settlements.caughtUpAt();
            return grants.expire(settled, AT_ONCE);
        });
    }
}
