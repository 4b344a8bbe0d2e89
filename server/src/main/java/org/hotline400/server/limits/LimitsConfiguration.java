package org.hotline400.server.limits;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.calls.LiveCalls;
import org.hotline400.server.calls.ThisNode;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.limits.internal.GateRows;
import org.hotline400.server.limits.internal.Gates;
import org.hotline400.server.limits.internal.RoundTrips;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts the parts of this module together.
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
    /// A caller hears nothing meanwhile, and the database answers in a few milliseconds when it does.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean
    PlanLimits planLimits() {
        return plan -> NumberLimits.of(plan.settings());
    }

    @Bean
    GateRows gateRows(Transactions transactions, JdbcClient jdbc, ThisNode node) {
        return new GateRows(transactions, jdbc, node);
    }

    @Bean(destroyMethod = "close")
    RoundTrips roundTrips(DatabaseHealth database) {
        return new RoundTrips(database::isUp, PATIENCE);
    }

    @Bean
    Gates gates(GateRows rows, RoundTrips trips, Clock clock) {
        return Gates.open(rows, trips, clock);
    }

    @Bean
    NumberLines numberLines(Gates gates, PlanLimits plans) {
        return new NumberLines(gates, plans);
    }

    @Bean
    RateStage rateStage(Gates gates, PlanLimits plans) {
        return new RateStage(gates, plans);
    }

    @Bean
    CapsStage capsStage(NumberLines lines) {
        return new CapsStage(lines);
    }

    @Bean
    ConcurrencyStage concurrencyStage(NumberLines lines) {
        return new ConcurrencyStage(lines);
    }

    @Bean
    TargetGates targetGates(Gates gates) {
        return new TargetGates(gates);
    }

    @Bean(destroyMethod = "close")
    Reconciliation limitsReconciliation(NumberLines lines, Gates gates, LiveCalls live) {
        return Reconciliation.start(lines, gates, live::isLive, Reconciliation.EVERY);
    }
}
