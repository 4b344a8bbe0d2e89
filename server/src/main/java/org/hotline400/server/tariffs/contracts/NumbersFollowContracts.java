package org.hotline400.server.tariffs.contracts;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Lookout;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.tariffs.contracts.ContractRows.Over;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Cancels the number of a contract that has ended: without one its calls would cost nothing.
@Component
class NumbersFollowContracts extends Lookout {
    private static final Logger log = LoggerFactory.getLogger(NumbersFollowContracts.class);
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
        var after = Optional.<ContractId>empty();
        for (var some = next(today, after); !some.isEmpty(); some = next(today, after)) {
            some.forEach(this::cancelApart);
            after = Optional.of(some.getLast().contract());
        }
    }

    private List<Over> next(LocalDate today, Optional<ContractId> after) {
        return transactions.asOperator(() -> rows.over(today.minusDays(DAYS_BACK), today, after, AT_ONCE));
    }

    /// One that cannot be cancelled now holds up no other; it is tried again.
    private void cancelApart(Over over) {
        try {
            cancel(over);
        } catch (RuntimeException e) {
            log.warn("{} could not be cancelled with its contract: {}", over.number(), e.toString());
        }
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
