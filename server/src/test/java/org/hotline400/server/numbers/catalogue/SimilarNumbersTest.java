package org.hotline400.server.numbers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.junit.jupiter.api.Test;

class SimilarNumbersTest {

    @Test
    void a_number_that_is_gone_suggests_those_with_one_other_digit_first() {
        var catalogue = Catalogues.selling(8888889, 8888188, 8880088, 1234567);

        var found = catalogue.search(asking(DigitFilter.ofMask("8888888")));

        assertThat(found.total()).isZero();
        assertThat(found.offers()).isEmpty();
        assertThat(similar(found)).hasSize(4);
        assertThat(similar(found).subList(0, 2)).containsExactlyInAnyOrder(8888889, 8888188);
    }

    @Test
    void a_tail_that_is_gone_keeps_its_end() {
        var catalogue = Catalogues.selling(1230088, 1232288);

        assertThat(similar(catalogue.search(asking(DigitFilter.ofTail("6688")))))
                .containsExactlyInAnyOrder(1230088, 1232288);
    }

    @Test
    void a_run_that_is_nowhere_suggests_one_other_digit() {
        var catalogue = Catalogues.selling(9120121, 5550005);

        assertThat(similar(catalogue.search(asking(DigitFilter.containing("120120")))))
                .startsWith(9120121);
    }

    @Test
    void the_carrier_goes_before_the_excluded_digits() {
        var catalogue = Catalogues.selling(1116688, 8146688);
        var digits = DigitFilter.ofTail("6688").without(Set.of(4));

        var found = catalogue.search(asking(digits).withCarriers(Set.of(NumberCarrier.TELECOM)));

        assertThat(similar(found)).containsExactly(1116688, 8146688);
    }

    @Test
    void a_meaning_that_nobody_sells_in_that_class_is_offered_in_another() {
        var catalogue = Catalogues.selling(1689527, 2700351);
        var meaning = new Fragment("168", 90, "\"一路发\"谐音168", "168 sounds like \"prosper all the way\"");

        var found = catalogue.search(
                NumberQuery.ANY.withMeaning(List.of(meaning)).withClasses(Set.of(NumberClass.PREMIUM)));

        assertThat(similar(found)).containsExactly(1689527, 2700351);
        assertThat(found.similar().getFirst().says()).containsExactly(meaning);
    }

    @Test
    void while_anything_is_available_something_is_similar() {
        var catalogue = Catalogues.selling(4444444);
        var queries = new RandomQueries(17);

        for (int i = 0; i < 300; i++) {
            var query = queries.next();
            var found = catalogue.search(query);
            assertThat(found.total() + found.similar().size()).as("%s", query).isEqualTo(1);
        }
    }

    @Test
    void the_same_query_has_the_same_similar_numbers_and_never_more_than_a_page() {
        var catalogue = Catalogues.of(Catalogues.mixedMarket(5));
        var query = asking(DigitFilter.containing("1357924"));

        var found = catalogue.search(query.page(Optional.empty(), 5));

        assertThat(found.similar()).hasSize(5).doesNotHaveDuplicates();
        assertThat(catalogue.search(query.page(Optional.empty(), 5))).isEqualTo(found);
    }

    @Test
    void nothing_is_similar_when_nothing_is_available() {
        assertThat(Catalogues.selling().search(NumberQuery.ANY).similar()).isEmpty();
    }

    private static NumberQuery asking(DigitFilter digits) {
        return NumberQuery.ANY.withDigits(digits);
    }

    private static List<Integer> similar(Found found) {
        return found.similar().stream().map(offer -> offer.number().suffix()).toList();
    }
}
