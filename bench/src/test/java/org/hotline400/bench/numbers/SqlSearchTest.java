package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hotline400.bench.BenchFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the statements find is tested on a table: see [NumbersTableTest].
class SqlSearchTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of("aa", "aaa"), Map.of());

    @Test
    void asksForThePageAndForTheTotalOfEachClass() {
        var search = SqlSearch.of("tail=788&class=special,premium&order=price&limit=50", VOCABULARY)
                .orElseThrow();

        assertThat(search.page())
                .isEqualTo("select digits from numbers where available and reverse(digits) like '887%'"
                        + " and class in ('special', 'premium') order by fee, digits limit 50");
        assertThat(search.totals())
                .isEqualTo("select class, count(*) from numbers where available and reverse(digits) like '887%'"
                        + " and class in ('special', 'premium') group by class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"promotion=1", "tail=8&cursor=x"})
    void leavesOutWhatATableDoesNotKnow(String query) {
        assertThat(SqlSearch.of(query, VOCABULARY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red",
                "order=beauty",
                "pattern=abc",
                "tail=%27%3B+drop+table+numbers",
                "class=special%27",
                "feeTo=much",
                "mask=88",
                "limit=0",
                "nonsense"
            })
    void refusesWhatItCannotSay(String query) {
        assertThatThrownBy(() -> SqlSearch.of(query, VOCABULARY)).isInstanceOf(BenchFailedException.class);
    }
}
