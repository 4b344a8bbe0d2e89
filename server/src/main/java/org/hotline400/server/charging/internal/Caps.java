package org.hotline400.server.charging.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.hotline400.server.callplans.Capacity;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether a customer has had what he bounded himself to in a month, or a number what its plan bounds it to. What is
/// settled and what is reserved counts, as of a second ago at most; who has no caps costs nothing.
@Component
public class Caps {
    private static final Logger log = LoggerFactory.getLogger(Caps.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final MonthSumRows months;
    private final Ledger ledger;
    private final Transactions transactions;
    private final DatabaseHealth database;
    private final ChargedCalls calls;
    private final Cache<ContractId, Money> spent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
    private final Cache<TenantId, Used> used =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    public Caps(
            MonthSumRows months,
            Ledger ledger,
            Transactions transactions,
            DatabaseHealth database,
            ChargedCalls calls) {
        this.months = months;
        this.ledger = ledger;
        this.transactions = transactions;
        this.database = database;
        this.calls = calls;
    }

    private record Used(long calls, Money cost, Money reserved) {}

    /// Why no further call may begin, in plain words; empty: it may, as far as anybody knows.
    ///
    /// @param underWay calls of the customer on this node
    Optional<String> refusal(Payer payer, Instant at, int underWay) {
        var terms = payer.terms();
        if ((terms.costCap().isEmpty() && terms.callCap().isEmpty()) || !database.isUp()) {
            return Optional.empty();
        }
        try {
            var now = used.get(payer.tenant(), _ -> read(payer, at));
            return terms.callCap()
                    .filter(cap -> now.calls() + underWay >= cap)
                    .map(cap -> "the month has had its " + cap + " charged calls")
                    .or(() -> terms.costCap()
                            .filter(cap -> now.cost().plus(now.reserved()).compareTo(cap) >= 0)
                            .map(cap -> "the month's calls have come to the cap of " + cap + " yuan"));
        } catch (RuntimeException e) {
            log.warn("the caps of tenant {} could not be looked at: {}", payer.tenant(), e.getMessage());
            return Optional.empty();
        }
    }

    /// The same for a number: what its contract has come to, and what its calls on this node hold.
    ///
    /// @param bounds of its plan
    Optional<String> refusal(PricedContract contract, Capacity bounds, Instant at) {
        var cap = bounds.costPerMonth();
        if (cap == null || !database.isUp()) {
            return Optional.empty();
        }
        try {
            return spent.get(contract.contract(), _ -> spent(contract, at)).compareTo(cap) < 0
                    ? Optional.empty()
                    : Optional.of("the month's calls of the number have come to its plan's cap of " + cap + " yuan");
        } catch (RuntimeException e) {
            log.warn("what contract {} has come to could not be looked at: {}", contract.contract(), e.getMessage());
            return Optional.empty();
        }
    }

    private Money spent(PricedContract contract, Instant at) {
        var month = YearMonth.from(at.atZone(BusinessTime.ZONE));
        return transactions
                .asTenant(contract.tenant(), () -> months.cost(contract.contract(), month))
                .plus(calls.held(contract.contract()));
    }

    private Used read(Payer payer, Instant at) {
        return transactions.asTenant(payer.tenant(), () -> {
            var sum = months.find(payer.tenant(), YearMonth.from(at.atZone(BusinessTime.ZONE)));
            long reserved = ledger.find(payer.funds()).map(Account::reserved).orElse(0L);
            return new Used(sum.calls(), sum.cost(), new Money(reserved));
        });
    }
}
