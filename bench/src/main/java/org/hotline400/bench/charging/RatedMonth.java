package org.hotline400.bench.charging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// A month of rated calls, one leg each, written by COPY; the table's own indexes are made anew behind it, as
/// they stand in the schema.
final class RatedMonth {
    private static final long SEED = 400;
    private static final int ROWS_A_WRITE = 500;
    private static final int MEAN_SECONDS = 150;
    private static final int LONGEST = 3_600;
    private static final int MINUTE = 60;
    private static final int PER_MINUTE = 160_000;
    private static final String COPY =
            "copy charging.rated_legs (tenant, call, leg, contract, number, component, target,"
                    + " from_at, month, seconds, charged, covered, cost, unsecured) from stdin";

    private final Connection connection;
    private final List<Customers.Customer> customers;
    private final LocalDate month;

    /// @param month its first day
    RatedMonth(Connection connection, List<Customers.Customer> customers, LocalDate month) {
        this.connection = connection;
        this.customers = customers;
        this.month = month;
    }

    void write(int calls) throws SQLException, IOException {
        var indexes = dropIndexes();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            rows(copy, calls);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        try (var statement = connection.createStatement()) {
            for (var index : indexes) {
                statement.execute(index);
            }
            statement.execute("analyze charging.rated_legs");
        }
    }

    /// @return how to make them again
    private List<String> dropIndexes() throws SQLException {
        var names = new ArrayList<String>();
        var definitions = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("""
                    select indexname, indexdef from pg_indexes
                     where schemaname = 'charging' and tablename = 'rated_legs' and indexname not like '%_pkey'""")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    definitions.add(rows.getString(2));
                }
            }
            for (var name : names) {
                statement.execute("drop index charging." + name);
            }
        }
        return definitions;
    }

    private void rows(CopyIn copy, int calls) throws SQLException {
        var random = new Random(SEED);
        var rows = new StringBuilder();
        long begin = month.atStartOfDay(ZoneOffset.ofHours(8)).toEpochSecond();
        long length = month.lengthOfMonth() * 86_400L;
        for (int i = 0; i < calls; i++) {
            add(rows, customers.get(i % customers.size()), i, begin + length * i / calls, random);
            if (i % ROWS_A_WRITE == ROWS_A_WRITE - 1 || i == calls - 1) {
                var bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                rows.setLength(0);
            }
        }
    }

    /// In the order of time, with ids in that order too, as calls have them.
    private void add(StringBuilder rows, Customers.Customer customer, int i, long at, Random random) {
        int seconds = 1 + (int) Math.min(LONGEST, -MEAN_SECONDS * Math.log(1 - random.nextDouble()));
        int charged = Math.ceilDiv(seconds, MINUTE) * MINUTE;
        boolean isCovered = random.nextInt(4) > 0;
        boolean isMobile = random.nextBoolean();
        rows.append(customer.tenant())
                .append('\t')
                .append(new UUID(((at * 1000) << 16) | 0x7000, 0x8000_0000_0000_0000L | i))
                .append("\t1\t")
                .append(customer.contract())
                .append('\t')
                .append(customer.number())
                .append('\t')
                .append(isMobile ? "forward-mobile\t13800138000\t" : "forward-fixed\t01012345678\t")
                .append(Instant.ofEpochSecond(at))
                .append('\t')
                .append(month)
                .append('\t')
                .append(seconds)
                .append('\t')
                .append(charged)
                .append('\t')
                .append(isCovered ? charged : 0)
                .append('\t')
                .append(isCovered ? 0 : charged / MINUTE * PER_MINUTE)
                .append("\t0\n");
    }
}
