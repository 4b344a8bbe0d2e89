package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.numbers.HotlineNumbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what lives with calls.
@Configuration(proxyBeanMethods = false)
class ChargingConfiguration {
    /// A caller hears nothing meanwhile.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean(destroyMethod = "close")
    HoldQueue holdQueue(Ledger ledger, Transactions transactions, DatabaseHealth database) {
        return new HoldQueue(database::isUp, orders -> transactions.asOperator(() -> ledger.hold(orders)), PATIENCE);
    }

    @Bean
    Exhaustion exhaustion(
            Rulebook rules,
            Ledger ledger,
            CustomerRows accounts,
            SuspensionRows rows,
            HotlineNumbers numbers,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Exhaustion(rules, ledger, accounts, rows, numbers, transactions, events, clock);
    }

    @Bean
    CreditStage creditStage(Rulebook rules, HoldQueue queue, Caps caps, ChargedCalls calls, Exhaustion exhaustion) {
        return new CreditStage(rules, queue, caps, calls, exhaustion);
    }
}
