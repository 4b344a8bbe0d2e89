package org.hotline400.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.hotline400.app.Hotline;
import org.junit.jupiter.api.Test;

class QueryMixTest {

    @Test
    void isTheSameEveryTimeAndALongerOneBeginsWithAShorter() {
        var mix = QueryMix.searches(1_000);

        assertThat(QueryMix.searches(1_000)).isEqualTo(mix);
        assertThat(QueryMix.searches(10)).isEqualTo(mix.subList(0, 10));
        assertThat(QueryMix.others(10)).isNotEqualTo(mix.subList(0, 10));
    }

    @Test
    void hasItsKindsInTheirShares() {
        var mix = QueryMix.searches(10_000);

        assertThat(Arrays.stream(QueryMix.Kind.values())
                        .mapToInt(QueryMix.Kind::share)
                        .sum())
                .isEqualTo(100);
        for (var kind : QueryMix.Kind.values()) {
            assertThat(mix.stream().filter(query -> query.kind() == kind).count())
                    .as("%s", kind)
                    .isBetween(kind.share() * 100L - 150, kind.share() * 100L + 150);
        }
    }

    @Test
    void isPrintedAsQueriesOfTheSearch() {
        var printed = new StringWriter();
        var command = Hotline.commandLine().setOut(new PrintWriter(printed));

        int code = command.execute("measure-numbers", "--mix", "500");

        assertThat(code).isZero();
        assertThat(printed.toString().lines())
                .hasSize(500)
                .allSatisfy(line -> assertThat(line).matches("([a-zA-Z]+=[0-9a-zA-Z?.,%-]+&)*limit=20"))
                .anySatisfy(line -> assertThat(line).startsWith("tail="))
                .anySatisfy(line -> assertThat(line).contains("meaning=%E"));
    }
}
