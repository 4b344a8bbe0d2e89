package org.hotline400.server.numbers.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// A promotion's query and discount, without a database.
class WrittenQueryTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_query_is_written_by_the_names_of_the_searchs_parameters_and_read_back() {
        var query = read("""
                {"mask":"400-8??-8888","contains":["88","888"],"head":"8","tail":"8888","pattern":["aabb"],"without":"47",
                 "class":["premium","special"],"feeFrom":"500","feeTo":"5000.00","carrier":["china-telecom","中国网通"]}
                """);

        assertThat(query.digits().mask()).contains("8??8888");
        assertThat(query.digits().contains()).containsExactly("88", "888");
        assertThat(query.digits().without()).isEqualTo(Set.of(4, 7));
        assertThat(query.patterns()).containsExactly(PatternKind.of("aabb"));
        assertThat(query.classes()).containsExactlyInAnyOrder(NumberClass.SPECIAL, NumberClass.PREMIUM);
        assertThat(query.fee().from()).contains(Money.ofYuan(500));
        assertThat(query.carriers()).containsExactlyInAnyOrder(NumberCarrier.TELECOM, NumberCarrier.UNICOM);
        var written = JSON.writeValueAsString(WrittenQuery.of(query));
        assertThat(written).contains("\"class\":[\"special\",\"premium\"]", "\"feeFrom\":\"500.00\"");
        assertThat(read(written)).isEqualTo(query);
    }

    @Test
    void nothing_at_all_means_every_number() {
        assertThat(read("{}")).isEqualTo(NumberQuery.ANY);
        assertThat(read(JSON.writeValueAsString(WrittenQuery.of(NumberQuery.ANY))))
                .isEqualTo(NumberQuery.ANY);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> read("""
                {"mask":"8?8","contains":["88","8a"],"head":"12345678","tail":"x","pattern":["zz"],"without":"0123456789",
                 "class":["cheap"],"feeFrom":"9","feeTo":"1","carrier":["o2"]}
                """))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactlyInAnyOrder(
                                        "query.mask",
                                        "query.contains[1]",
                                        "query.head",
                                        "query.tail",
                                        "query.pattern[0]",
                                        "query.without",
                                        "query.class[0]",
                                        "query.feeTo",
                                        "query.carrier[0]"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 990.00", "100, 1000, 0.00", "33, 0.01, 0.00", "15, 99.99, 84.99", "50, 0, 0.00"})
    void per_cent_off_is_rounded_down_to_the_fen(int percent, String fee, String paid) {
        assertThat(new Discount.PercentOff(percent).of(Money.parse(fee)).toString())
                .isEqualTo(paid);
    }

    @Test
    void a_fixed_fee_never_makes_a_number_dearer() {
        var fixed = new Discount.FixedFee(Money.ofYuan(100));

        assertThat(fixed.of(Money.ofYuan(500))).isEqualTo(Money.ofYuan(100));
        assertThat(fixed.of(Money.ofYuan(50))).isEqualTo(Money.ofYuan(50));
    }

    @Test
    void a_discount_that_cannot_be_is_refused() {
        for (int percent : List.of(-1, 0, 101)) {
            assertThatThrownBy(() -> new Discount.PercentOff(percent)).hasMessageContaining("per cent");
        }
        assertThatThrownBy(() -> new Discount.FixedFee(Money.ofYuan(-1))).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new Quota(-1, 0)).hasMessageContaining("0");
    }

    private static NumberQuery read(String json) {
        var checks = new Checks();
        Optional<NumberQuery> query = JSON.readValue(json, WrittenQuery.class).read(checks);
        checks.done();
        return query.orElseThrow();
    }
}
