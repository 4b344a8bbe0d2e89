package org.hotline400.server.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotline400.server.billing.BilledCustomers;
import org.hotline400.server.billing.BillingMonth;
import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.billing.BillingTest;
import org.hotline400.server.charging.SettledCalls;
import org.hotline400.server.charging.internal.SettlementRows;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How months of years long before the other tests are closed.
@BillingTest
@Timeout(120)
class MonthCloseTest {
    private final WallClock clock = new WallClock("2019-12-01T00:00:00Z");
    private final AtomicBoolean settled = new AtomicBoolean();

    @Autowired
    private Transactions transactions;

    @Autowired
    private MonthRows months;

    @Autowired
    private MonthlyBills bills;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Contracts contracts;

    private MonthClose close;

    @BeforeEach
    void nothingIsClosed() {
        var calls = new SettledCalls(new SettlementRows(jdbc)) {
            @Override
            public boolean until(Instant moment) {
                return settled.get();
            }
        };
        close = new MonthClose(transactions, months, bills, calls, BillingSettings.USUAL, clock);
    }

    private BillingMonth at(String time, String month) {
        clock.set(time);
        close.step();
        return transactions.asOperator(() -> months.lock(LocalDate.parse(month)));
    }

    private void somebodyIsThereFrom(String day) {
        var first = LocalDate.parse(day);
        var tenant = tenants.create("Late").id();
        var number = BilledCustomers.number();
        transactions.asOperator(() ->
                contracts.sign(new Contracts.Order(ContractId.next(), tenant, number, "standard", 1, 0, first, first)));
    }

    @Test
    void drafts_come_with_the_last_settled_call_and_bills_on_the_third() {
        assertThat(at("2019-11-30T16:00:00Z", "2019-11-01").drafted()).isEmpty();
        settled.set(true);
        var drafted = at("2019-11-30T17:00:00Z", "2019-11-01");
        assertThat(drafted.drafted()).contains(Instant.parse("2019-11-30T17:00:00Z"));
        assertThat(drafted.issued()).isEmpty();

        assertThat(at("2019-12-02T15:59:00Z", "2019-11-01").issued()).isEmpty();
        assertThat(at("2019-12-02T16:00:00Z", "2019-11-01").issued()).contains(Instant.parse("2019-12-02T16:00:00Z"));
    }

    @Test
    void calls_that_are_not_settled_in_time_are_told_and_nothing_is_issued_until_they_are() {
        somebodyIsThereFrom("2018-11-01");

        assertThat(at("2018-11-30T21:59:00Z", "2018-11-01").told()).isEmpty();
        var told = at("2018-11-30T22:00:00Z", "2018-11-01");
        assertThat(told.told()).contains(Instant.parse("2018-11-30T22:00:00Z"));
        assertThat(told.drafted()).isPresent();
        assertThat(at("2018-12-05T00:00:00Z", "2018-11-01").issued()).isEmpty();

        settled.set(true);

        assertThat(at("2018-12-05T00:01:00Z", "2018-11-01").issued()).isPresent();
    }

    @Test
    void a_month_that_was_not_settled_before_the_next_one_ended_is_issued_when_it_is() {
        somebodyIsThereFrom("2020-11-01");
        assertThat(at("2020-11-30T22:00:00Z", "2020-11-01").told()).isPresent();
        assertThat(at("2021-01-05T00:00:00Z", "2020-11-01").issued()).isEmpty();

        settled.set(true);

        assertThat(at("2021-01-05T00:01:00Z", "2020-11-01").issued()).isPresent();
        assertThat(at("2021-01-05T00:02:00Z", "2020-12-01").issued()).isPresent();
    }

    @Test
    void nothing_is_told_of_a_month_in_which_there_was_nobody_to_be_billed() {
        var closed = at("2017-11-30T22:00:00Z", "2017-11-01");

        assertThat(closed.drafted()).isPresent();
        assertThat(closed.told()).isEmpty();
    }
}
