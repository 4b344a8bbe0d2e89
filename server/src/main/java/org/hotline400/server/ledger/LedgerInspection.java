package org.hotline400.server.ledger;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.ledger.internal.BookChecks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The books as one finds them in a database, without a server: reads, changes nothing.
public final class LedgerInspection implements AutoCloseable {
    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;

    private LedgerInspection(SingleConnectionDataSource connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(connection);
        jdbc.sql("set hotline.tenant = '*'").update();
        jdbc.sql("set default_transaction_read_only = on").update();
    }

    /// As the owner of the tables, who sees every tenant's rows.
    ///
    /// @throws org.springframework.dao.DataAccessException when the database cannot be reached
    public static LedgerInspection of(DatabaseAccess access) {
        var owner = access.owner();
        return new LedgerInspection(new SingleConnectionDataSource(access.url(), owner.role(), owner.password(), true));
    }

    /// Makes all checks.
    ///
    /// @param more those of other modules
    public List<CheckResult> verify(Clock clock, List<Function<JdbcClient, LedgerCheck>> more) {
        return Stream.concat(BookChecks.all(jdbc, clock).stream(), more.stream().map(check -> check.apply(jdbc)))
                .map(LedgerCheck::look)
                .toList();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
