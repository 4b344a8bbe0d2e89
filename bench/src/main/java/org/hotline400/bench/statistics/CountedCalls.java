package org.hotline400.bench.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Calls as the platform counts them, made in the database: 200,000 callers in 300 cities, eight numbers, one call in
/// three missed, one in four in a menu.
record CountedCalls(Connection connection, String tenant) {

    /// Spreads so many over the days.
    ///
    /// @param from the first day, of China
    void write(int calls, LocalDate from, int days) throws SQLException {
        long begin = from.atStartOfDay(ZoneOffset.ofHours(8)).toEpochSecond();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into statistics.calls
                    select '%1$s', gen_random_uuid(), to_timestamp(at), floor(at / 3600) + 8,
                           100000 + (n * 7919) %% 300, case n %% 3 when 0 then 0 else 5000 + n %% 20000 end,
                           case n %% 3 when 0 then 0 else (n * 104729) %% 900000 end,
                           case n %% 3 when 0 then 2 else 1 end, '400888000' || n %% 8,
                           '1390' || lpad(((n * 15485863) %% 200000)::text, 7, '0'),
                           case n %% 3 when 0 then 'no-answer' else 'completed' end
                      from (select n::bigint, %2$d + n * (%3$d * 86400.0 / %4$d) as at
                              from generate_series(0, %4$d - 1) as n) as calls
                    """.formatted(tenant, begin, days, calls));
            statement.execute("""
                    insert into statistics.turns
                    select tenant, call, 0, hour, number, 'menu', 1, (wait_ms %% 4)::text, 'staff'
                      from statistics.calls
                     where tenant = '%s' and wait_ms %% 4 = 0 and started_at >= to_timestamp(%d)
                    on conflict do nothing
                    """.formatted(tenant, begin));
        }
    }

    void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze statistics.calls");
            statement.execute("vacuum analyze statistics.turns");
        }
    }
}
