package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the statements find is tested on a table: see [NumbersTableTest].
class SqlSearchTest {
    private static final Kinds KINDS = new Kinds(List.of("aa", "aaa"));

    @Test
    void asksForThePageAndForTheTotalOfEachClass() {
        var search = SqlSearch.of("tail=788&class=special,premium&order=price&limit=50", KINDS)
                .orElseThrow();

        assertThat(search.page())
                .isEqualTo("select digits from numbers where available and reverse(digits) like '887%'"
                        + " and class in ('special', 'premium') order by fee, digits limit 50");
        assertThat(search.totals())
                .isEqualTo("select class, count(*) from numbers where available and reverse(digits) like '887%'"
                        + " and class in ('special', 'premium') group by class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meaning=%E4%B8%80%E8%B7%AF%E5%8F%91", "tail=8&trade=medical", "promotion=1", "cursor=x"})
    void leavesOutWhatATableDoesNotKnow(String query) {
        assertThat(SqlSearch.of(query, KINDS)).isEmpty();
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
        assertThatThrownBy(() -> SqlSearch.of(query, KINDS)).isInstanceOf(BenchFailedException.class);
    }
}
