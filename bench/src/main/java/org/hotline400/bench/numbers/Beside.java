package org.hotline400.bench.numbers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.platform.PostgresPrograms;

/// What PostgreSQL did with the same numbers and the same searches.
///
/// @param memoryMegabytes of its shared memory
record Beside(NumbersTable.Filled filled, PostgresSearches.Outcome searches, int memoryMegabytes) {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long ALL_NUMBERS = 10_000_000;
    /// Room for the table and all its indexes.
    private static final int MOST_MEGABYTES = 4096;

    /// @param http with the platform's answers, which PostgreSQL's must equal
    /// @param say told how far it is
    static Beside measure(PostgresPrograms programs, Mix mix, ByHttp http, Duration time, Consumer<String> say)
            throws IOException, InterruptedException {
        int megabytes = megabytesToGive();
        try (var postgres = OwnPostgres.start(programs, megabytes);
                Connection connection = postgres.connect()) {
            say.accept("PostgreSQL takes all numbers in…");
            var filled = MeasureNumbers.dump(new NumbersTable(connection)::fill);
            if (filled.rows() != ALL_NUMBERS) {
                throw new BenchFailedException("PostgreSQL was given " + filled.rows() + " numbers");
            }
            say.accept("PostgreSQL is asked for " + time.toSeconds() + " s…");
            var vocabulary = new Vocabulary(filled.patterns(), http.sayings());
            var searches = new PostgresSearches(connection, vocabulary, PATIENCE);
            return new Beside(filled, searches.ask(mix, http.answers(), time), megabytes);
        } catch (SQLException e) {
            throw new BenchFailedException("the connection to PostgreSQL does not close: " + e.getMessage());
        }
    }

    /// A quarter of the machine's, as its manual advises, or enough.
    private static int megabytesToGive() {
        return Math.clamp(Machine.here().memoryGigabytes() * 1024 / 4, 256, MOST_MEGABYTES);
    }
}
