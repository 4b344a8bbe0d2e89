package org.hotline400.server.numbers.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.springframework.stereotype.Component;

/// The numbers whose status has to end by now. Every node may work on them at once: each number is one node's.
@Component
public class DueNumbers {
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final NumberRows rows;
    private final NumberRegister register;
    private final Clock clock;

    public DueNumbers(Transactions transactions, NumberRows rows, NumberRegister register, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.register = register;
        this.clock = clock;
    }

    /// Ends what has to end by now, a hundred numbers a transaction.
    ///
    /// @return how many
    public int runDue() {
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = transactions.asOperator(this::runSome);
            all += some;
        }
        return all;
    }

    private int runSome() {
        var due = rows.lockDue(clock.instant(), AT_ONCE);
        due.forEach(register::settle);
        return due.size();
    }

    /// When the next one has to end.
    public Optional<Instant> next() {
        return transactions.asOperator(rows::nextDue);
    }
}
