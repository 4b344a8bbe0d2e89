package org.hotline400.server.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.ledger.internal.BookChecks;
import org.hotline400.server.ledger.internal.CheckRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Looks whether the books are right: nightly, when somebody asks, and in tests. The command line does so without a
/// server, by [LedgerInspection].
@Service
public class LedgerChecks {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerChecks.class);

    /// A look at the transfers of years.
    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<LedgerCheck> own;
    private final ObjectProvider<LedgerCheck> others;
    private final CheckRows rows;
    private final Transactions transactions;
    private final Clock clock;

    LedgerChecks(JdbcClient jdbc, ObjectProvider<LedgerCheck> others, Transactions transactions, Clock clock) {
        this.own = BookChecks.all(jdbc, clock);
        this.others = others;
        this.rows = new CheckRows(jdbc);
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Makes all checks now and keeps what they found.
    ///
    /// @return empty while somebody else makes them
    public Optional<CheckRun> run() {
        return transactions.asOperator(() -> rows.tryLock() ? Optional.of(made(Optional.empty())) : Optional.empty());
    }

    /// Makes all checks for a night, unless they were made for it already.
    ///
    /// @return empty when they were, or somebody else makes them
    public Optional<CheckRun> run(LocalDate night) {
        return transactions.asOperator(
                () -> rows.tryLock() && !rows.isMade(night) ? Optional.of(made(Optional.of(night))) : Optional.empty());
    }

    /// The runs of late, the newest first.
    public List<CheckRun> latest(int limit) {
        return transactions.asOperator(() -> rows.latest(limit));
    }

    private CheckRun made(Optional<LocalDate> night) {
        transactions.allow(LONG);
        var started = clock.instant();
        var results = Stream.concat(own.stream(), others.orderedStream())
                .map(LedgerCheck::look)
                .toList();
        var run = new CheckRun(Ids.next(), night, started, clock.instant(), results);
        rows.add(run);
        tell(run);
        return run;
    }

    private static void tell(CheckRun run) {
        if (run.isRight()) {
            LOG.info("the books are right: {} checks", run.results().size());
        }
        run.results().stream()
                .filter(result -> !result.isRight())
                .forEach(result -> LOG.error(
                        "the books are NOT right: {} ({} of {}): {}",
                        result.english(),
                        result.found(),
                        result.looked(),
                        result.examples()));
    }
}
