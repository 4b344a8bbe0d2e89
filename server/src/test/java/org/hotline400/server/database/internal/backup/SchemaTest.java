package org.hotline400.server.database.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class SchemaTest {

    /// Restored into another cluster the old number would be ahead of all new ones for a long time: whoever
    /// reads on by a cursor would take new records for read ones.
    @Test
    void numbersOfTransactionsAreNotKeptInABackup() throws SQLException {
        try (var database = TestDatabase.create();
                var connection = DriverManager.getConnection(
                        database.access().url(),
                        database.access().owner().role(),
                        database.access().owner().password())) {
            var tables = Schema.tables(connection);

            assertThat(columns(tables.getOrDefault("calls.call_records", "")))
                    .contains("id", "document", "seq")
                    .doesNotContain("written_in");
            assertThat(columns(tables.getOrDefault("notifications.cursors", "")))
                    .containsExactly("reader", "seq");
        }
    }

    private static List<String> columns(String names) {
        return Arrays.asList(names.split(", "));
    }
}
