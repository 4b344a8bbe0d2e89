package org.hotline400.server.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.charging.RatedCalls.Total;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.CheckResult;
import org.hotline400.server.ledger.LedgerChecks;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What contracts used in a month is summed as their calls are settled.
@ServerTest
@Timeout(180)
class UsageTest {
    private final ApplicationContext server;
    private final RatedCalls calls;
    private final LedgerChecks checks;
    private final JdbcClient jdbc;

    @Autowired
    UsageTest(ApplicationContext server, RatedCalls calls, LedgerChecks checks, JdbcClient jdbc) {
        this.server = server;
        this.calls = calls;
        this.checks = checks;
        this.jdbc = jdbc;
    }

    /// One minute bundled, what is above it paid.
    private ChargedShop shop() {
        var shop = new ChargedShop(server);
        shop.leaveSeconds(60);
        shop.topUp("5");
        return shop;
    }

    private static void call(ChargedShop shop, long seconds) {
        var call = CallId.next();
        shop.ended(List.of(shop.record(call, seconds, EndReason.COMPLETED)));
        assertThat(shop.settled(call)).isNotEmpty();
    }

    private List<Total> totals(ChargedShop shop) {
        var month = LocalDate.ofInstant(Instant.now(), BusinessTime.ZONE).withDayOfMonth(1);
        return shop.transactions.asOperator(() -> calls.totals(List.of(shop.contract), month));
    }

    @Test
    void each_settled_call_is_in_the_sums_of_its_month_once() {
        var shop = shop();
        assertThat(totals(shop)).isEmpty();

        call(shop, 30);
        call(shop, 61);

        assertThat(totals(shop))
                .containsExactly(
                        new Total(shop.contract, Component.of("forward-mobile"), 2, 180, 60, Money.parse("0.40")));
    }

    @Test
    void sums_that_are_not_those_of_the_calls_are_found_at_night() {
        var shop = shop();
        call(shop, 30);
        var before = ratedCalls();

        change(shop, 1);
        assertThat(ratedCalls().found()).isGreaterThan(before.found());
        assertThat(ratedCalls().examples())
                .anyMatch(line -> line.contains(shop.contract.toString()) && line.contains("usage"));

        change(shop, -1);
        assertThat(ratedCalls().examples()).noneMatch(line -> line.contains(shop.contract.toString()));
    }

    private CheckResult ratedCalls() {
        return checks.run().orElseThrow().results().stream()
                .filter(result -> result.code().equals("rated-calls"))
                .findFirst()
                .orElseThrow();
    }

    private void change(ChargedShop shop, long more) {
        shop.transactions.asOperator(() -> {
            jdbc.sql("update charging.usage set cost = cost + :more where contract = :contract")
                    .param("more", more)
                    .param("contract", shop.contract.value())
                    .update();
        });
    }
}
