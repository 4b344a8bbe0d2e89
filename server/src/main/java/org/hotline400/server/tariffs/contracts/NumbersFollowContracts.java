package org.hotline400.server.tariffs.contracts;

import java.time.Duration;
import java.time.LocalDate;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Lookout;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.tariffs.contracts.ContractRows.Over;
import org.springframework.stereotype.Component;

/// Cancels the number of a contract that has ended: without one its calls would cost nothing.
@Component
class NumbersFollowContracts extends Lookout {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    /// Those that ended longer ago were seen by some look.
    private static final int DAYS_BACK = 30;

    private static final int AT_ONCE = 1000;

    private final Transactions transactions;
    private final ContractRows rows;
    private final ContractDesk desk;
    private final HotlineNumbers numbers;

    NumbersFollowContracts(Transactions transactions, ContractRows rows, ContractDesk desk, HotlineNumbers numbers) {
        super("numbers-follow-contracts", PAUSE);
        this.transactions = transactions;
        this.rows = rows;
        this.desk = desk;
        this.numbers = numbers;
    }

    @Override
    protected void lookOut() {
        var today = desk.today();
        transactions
                .asOperator(() -> rows.over(today.minusDays(DAYS_BACK), today, AT_ONCE))
                .forEach(this::cancel);
    }

    private void cancel(Over over) {
        numbers.find(over.number())
                .filter(number -> number.isInServiceOf(over.tenant()))
                // Whatever happened to it since then was meant for a number without a contract.
                .filter(number -> day(number).isBefore(over.ends()))
                .ifPresent(number -> {
                    var _ = numbers.apply(
                            over.number(), NumberEvent.CANCEL, new Actor("platform", "its contract has ended"));
                });
    }

    private static LocalDate day(NumberInService number) {
        return LocalDate.ofInstant(number.since(), BusinessTime.ZONE);
    }
}
