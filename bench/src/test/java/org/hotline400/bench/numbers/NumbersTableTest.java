package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.PostgresPrograms;
import org.hotline400.server.database.internal.PostgresBinaries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A few numbers in a real PostgreSQL, searched in every way.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class NumbersTableTest {
    private static final String DUMP = """
            aa aaa abc aabb
            8888888	premium	100	50000000000	china-telecom	{0,1}	t
            8001234	special	60	800000000	china-telecom	{0,2}	t
            6123456	special	80	2000000000	china-unicom	{2}	t
            2345678	special	85	2000000000	\\N	{2}	f
            6004477	ordinary	35	300000000	china-unicom	{0,3}	t
            1689528	ordinary	20	0	china-mobile	{}	t
            1689527	ordinary	20	99500000	china-mobile	{}	t
            """;
    private static final Map<String, List<Saying>> SAYINGS = Map.of(
            "meaning=go", List.of(new Saying("23", 40), new Saying("168", 90)),
            "meaning=go&order=number", List.of(new Saying("888", 90), new Saying("1234", 40)),
            "meaning=go&class=special", List.of(new Saying("168", 90), new Saying("800", 10), new Saying("56", 10)));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static OwnPostgres postgres;
    private static Connection connection;
    private static NumbersTable.Filled filled;

    @BeforeAll
    static void fill() throws Exception {
        postgres = OwnPostgres.start(new PostgresPrograms(PostgresBinaries.unpacked(folder)), 64);
        connection = postgres.connect();
        filled = new NumbersTable(connection).fill(new ByteArrayInputStream(DUMP.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterAll
    static void end() throws Exception {
        if (connection != null) {
            connection.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void takesEveryNumberIn() {
        assertThat(filled.rows()).isEqualTo(7);
        assertThat(filled.patterns()).containsExactly("aa", "aaa", "abc", "aabb");
        assertThat(filled.tableMegabytes()).isPositive();
        assertThat(filled.indexMegabytes()).isGreaterThan(filled.trigramMegabytes());
        assertThat(filled.trigramMegabytes()).isPositive();
    }

    /// Memorable ones first, equal ones by number; never one that cannot be had.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    limit=20                           | 8888888 6123456 8001234 6004477 1689527 1689528
                    order=number                       | 1689527 1689528 6004477 6123456 8001234 8888888
                    order=price                        | 1689528 1689527 6004477 8001234 6123456 8888888
                    order=price-down                   | 8888888 6123456 8001234 6004477 1689527 1689528
                    mask=8%3F%3F%3F%3F%3F%3F           | 8888888 8001234
                    mask=400-16%3F-9528                | 1689528
                    mask=400-168-952%3F                | 1689527 1689528
                    contains=1234                      | 6123456 8001234
                    contains=12&contains=345           | 6123456
                    contains=4,7                       | 6004477
                    head=16                            | 1689527 1689528
                    tail=234                           | 8001234
                    tail=8888888                       | 8888888
                    without=4                          | 8888888 1689527 1689528
                    without=4,9                        | 8888888
                    without=49                         | 8888888
                    pattern=abc                        | 6123456 8001234
                    pattern=aa,abc                     | 8001234
                    pattern=aa&pattern=aabb            | 6004477
                    class=premium                      | 8888888
                    class=ordinary,premium             | 8888888 6004477 1689527 1689528
                    carrier=china-mobile               | 1689527 1689528
                    carrier=china-mobile,china-telecom | 8888888 8001234 1689527 1689528
                    feeFrom=800                        | 8888888 6123456 8001234
                    feeTo=99.50                        | 1689527 1689528
                    feeFrom=99.5&feeTo=800             | 8001234 6004477 1689527
                    head=8&class=special&without=9     | 8001234
                    contains=999                       | ''
                    meaning=go                         | 1689527 1689528 6123456 8001234
                    meaning=go&order=number            | 6123456 8001234 8888888
                    meaning=go&class=special           | 6123456 8001234
                    meaning=nothing                    | ''
                    """)
    void findsWhatIsAskedFor(String query, String expected) {
        var digits = List.of(expected.split(" ", -1)).stream()
                .filter(text -> !text.isEmpty())
                .toList();

        var outcome = searches(PATIENCE)
                .ask(new Mix(List.of(query)), Map.of(0, new SearchAnswer(digits, digits.size())), PATIENCE);

        assertThat(outcome.compared()).isEqualTo(1);
        assertThat(outcome.page().count()).isEqualTo(1);
        assertThat(outcome.whole().milliseconds(50))
                .isGreaterThan(outcome.page().milliseconds(50));
    }

    private static PostgresSearches searches(Duration patience) {
        return new PostgresSearches(connection, new Vocabulary(filled.patterns(), SAYINGS), patience);
    }

    @Test
    void givesThePageOnlyButTheTotalOfAll() {
        var outcome = searches(PATIENCE)
                .ask(
                        new Mix(List.of("limit=2")),
                        Map.of(0, new SearchAnswer(List.of("8888888", "6123456"), 6)),
                        PATIENCE);

        assertThat(outcome.compared()).isEqualTo(1);
    }

    static Stream<SearchAnswer> wrongAnswers() {
        return Stream.of(
                new SearchAnswer(List.of("6123456", "8001234"), 3),
                new SearchAnswer(List.of("8001234", "6123456"), 2),
                new SearchAnswer(List.of("6123456"), 2));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void failsWhenThePlatformAnsweredOtherwise(SearchAnswer platform) {
        assertThatThrownBy(() -> searches(PATIENCE).ask(new Mix(List.of("pattern=abc")), Map.of(0, platform), PATIENCE))
                .isInstanceOf(BenchFailedException.class)
                .hasMessageContaining("pattern=abc")
                .hasMessageContaining("PostgreSQL found 2, first [6123456, 8001234]");
    }

    @Test
    void leavesOutAndCountsWhatATableDoesNotKnow() {
        var outcome = searches(PATIENCE)
                .ask(
                        new Mix(List.of("promotion=1", "class=premium", "tail=1&cursor=x")),
                        Map.of(1, new SearchAnswer(List.of("8888888"), 1)),
                        PATIENCE);

        assertThat(outcome.untranslated()).isEqualTo(2);
        assertThat(outcome.whole().count()).isEqualTo(1);
    }

    @Test
    void failsWhenNothingCouldBeCompared() {
        assertThatThrownBy(() -> searches(PATIENCE).ask(new Mix(List.of("limit=2")), Map.of(), PATIENCE))
                .hasMessageContaining("too slow for any answer to be compared");
    }

    /// Somebody has locked the table: every query waits until it is given up, and nothing is left to be compared.
    @Test
    void givesUpWhatTakesTooLong() throws Exception {
        var mix = new Mix(List.of("class=premium"));
        var answers = Map.of(0, new SearchAnswer(List.of("8888888"), 1));
        try (var other = postgres.connect();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table numbers in access exclusive mode");

            assertThatThrownBy(() -> searches(Duration.ofMillis(50)).ask(mix, answers, PATIENCE))
                    .hasMessageContaining("too slow for any answer to be compared");
            other.rollback();
        }
        assertThat(searches(PATIENCE).ask(mix, answers, PATIENCE).timedOut()).isZero();
    }

    @Test
    void endsAndRemovesAllThatItStarted() throws Exception {
        var own = OwnPostgres.start(new PostgresPrograms(PostgresBinaries.unpacked(folder)), 64);
        var data = own.folder();
        assertThat(data).exists();

        own.close();

        assertThat(data).doesNotExist();
        assertThatThrownBy(own::connect).hasMessageContaining("cannot be asked");
    }
}
