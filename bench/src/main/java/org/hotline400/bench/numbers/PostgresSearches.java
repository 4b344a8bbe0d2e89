package org.hotline400.bench.numbers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline400.bench.BenchFailedException;

/// Asks PostgreSQL the searches of the mix, one after the other, for a bounded time, and looks whether it
/// answers as the platform did.
final class PostgresSearches {
    private static final int WARM_UP_SEARCHES = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    /// SQLSTATE query_canceled.
    private static final String CANCELLED = "57014";

    private final Connection connection;
    private final Vocabulary vocabulary;
    private final Duration patience;
    private final List<Long> pages = new ArrayList<>();
    private final List<Long> wholes = new ArrayList<>();
    private int timedOut;
    private int compared;
    private int untranslated;

    /// @param patience a query that takes longer is given up
    PostgresSearches(Connection connection, Vocabulary vocabulary, Duration patience) {
        this.connection = connection;
        this.vocabulary = vocabulary;
        this.patience = patience;
    }

    /// @param page of one query: the first twenty numbers
    /// @param whole of both: these, and how many there are in all and of each class
    /// @param timedOut searches of which a query was given up; they count with the time until then
    /// @param compared answers that were compared with the platform's, all equal
    /// @param untranslated searches that a table of numbers cannot answer, left out
    record Outcome(Latencies page, Latencies whole, int timedOut, int compared, int untranslated) {}

    /// @param answers the platform's, by place in the mix
    /// @throws BenchFailedException when PostgreSQL finds other numbers than the platform, or nothing was
    /// compared
    Outcome ask(Mix mix, Map<Integer, SearchAnswer> answers, Duration time) {
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '" + patience.toMillis() + "ms'");
            var places = mix.spread();
            // Of the end, which may not have its turn.
            warmUp(statement, places.reversed().subList(0, Math.min(WARM_UP_SEARCHES, places.size())), mix);
            long end = System.nanoTime() + time.toNanos();
            for (int i = 0; i < places.size() && System.nanoTime() < end; i++) {
                ask(statement, mix, places.get(i), answers);
            }
            return outcome();
        } catch (SQLException e) {
            throw new BenchFailedException("PostgreSQL refuses a search: " + e.getMessage());
        }
    }

    private void warmUp(Statement statement, List<Integer> places, Mix mix) throws SQLException {
        long end = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; i < places.size() && System.nanoTime() < end; i++) {
            ask(statement, mix, places.get(i), Map.of());
        }
        pages.clear();
        wholes.clear();
        timedOut = 0;
        untranslated = 0;
    }

    private void ask(Statement statement, Mix mix, int place, Map<Integer, SearchAnswer> answers) throws SQLException {
        var query = mix.searches().get(place);
        var search = SqlSearch.of(query, vocabulary);
        if (search.isEmpty()) {
            untranslated++;
            return;
        }
        long begin = System.nanoTime();
        try {
            var digits = digits(statement, search.get().page());
            pages.add(System.nanoTime() - begin);
            var found = new SearchAnswer(digits, total(statement, search.get().totals()));
            wholes.add(System.nanoTime() - begin);
            var platform = answers.get(place);
            if (platform != null) {
                requireEqual(query, found, platform);
            }
        } catch (SQLException e) {
            requireTimedOut(e);
            tookTooLong(System.nanoTime() - begin);
        }
    }

    private void tookTooLong(long nanoseconds) {
        timedOut++;
        if (pages.size() == wholes.size()) {
            pages.add(nanoseconds);
        }
        wholes.add(nanoseconds);
    }

    private static void requireTimedOut(SQLException failure) throws SQLException {
        if (!CANCELLED.equals(failure.getSQLState())) {
            throw failure;
        }
    }

    private static List<String> digits(Statement statement, String sql) throws SQLException {
        var digits = new ArrayList<String>();
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                digits.add(rows.getString(1));
            }
        }
        return digits;
    }

    /// The facet of classes gives the total.
    private static long total(Statement statement, String sql) throws SQLException {
        long total = 0;
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                total += rows.getLong(2);
            }
        }
        return total;
    }

    private void requireEqual(String query, SearchAnswer postgres, SearchAnswer platform) {
        if (!postgres.equals(platform)) {
            throw new BenchFailedException("the answers to " + query + " differ: the platform found "
                    + platform.total() + ", first " + platform.digits() + "; PostgreSQL found " + postgres.total()
                    + ", first " + postgres.digits());
        }
        compared++;
    }

    private Outcome outcome() {
        if (compared == 0) {
            throw new BenchFailedException("PostgreSQL was too slow for any answer to be compared with the platform's");
        }
        return new Outcome(latencies(pages), latencies(wholes), timedOut, compared, untranslated);
    }

    private static Latencies latencies(List<Long> nanoseconds) {
        return Latencies.of(nanoseconds.stream().mapToLong(Long::longValue));
    }
}
