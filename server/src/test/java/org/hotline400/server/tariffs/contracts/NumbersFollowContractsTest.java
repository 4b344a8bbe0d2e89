package org.hotline400.server.tariffs.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A number whose contract has ended does not stay in service for nothing.
@ServerTest
class NumbersFollowContractsTest {
    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final Contracts contracts;
    private final ContractRows rows;
    private final NumbersFollowContracts follow;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    NumbersFollowContractsTest(
            Tenants tenants,
            HotlineNumbers numbers,
            Contracts contracts,
            ContractRows rows,
            NumbersFollowContracts follow,
            Transactions transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.tenants = tenants;
        this.numbers = numbers;
        this.contracts = contracts;
        this.rows = rows;
        this.follow = follow;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void it_is_cancelled_and_others_stay() {
        var shop = tenants.create("Contract leaver").id();
        var over = new HotlineNumber("4007652001");
        var runs = new HotlineNumber("4007652002");
        var free = new HotlineNumber("4007652003");
        List.of(over, runs, free).forEach(number -> inServiceForAWeek(shop, number));
        sign(shop, runs);
        var ended = sign(shop, over);
        transactions.asOperator(() -> rows.revise(
                ended,
                Agreement.ended(ended, today(), Money.ZERO),
                new ContractRows.Note("for a test", "Mei", clock.instant())));

        follow.lookOut();

        assertThat(status(over)).isEqualTo(NumberStatus.CANCELLED);
        assertThat(status(runs)).isEqualTo(NumberStatus.ACTIVE);
        assertThat(status(free)).as("without a contract").isEqualTo(NumberStatus.ACTIVE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private NumberStatus status(HotlineNumber number) {
        return numbers.find(number).orElseThrow().status();
    }

    private Contract sign(TenantId shop, HotlineNumber number) {
        var starts = today().minusDays(7);
        return transactions.asOperator(() -> contracts.sign(
                new Contracts.Order(ContractId.next(), shop, number, "basic", 1, 12, starts, starts.plusMonths(1))));
    }

    private void inServiceForAWeek(TenantId shop, HotlineNumber number) {
        numbers.assign(number, shop, new Actor("test", "for a test"));
        transactions.asOperator(() -> {
            jdbc.sql("update numbers.hotline_numbers set since = since - interval '7 days' where number = ?")
                    .param(number.digits())
                    .update();
        });
    }
}
