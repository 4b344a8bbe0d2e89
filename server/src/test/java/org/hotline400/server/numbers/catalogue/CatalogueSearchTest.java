package org.hotline400.server.numbers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class CatalogueSearchTest {

    @Test
    void finds_counts_and_orders_what_a_plain_look_at_every_number_does() {
        var market = Catalogues.mixedMarket(1);
        var plain = new PlainSearch(market);
        var catalogue = Catalogues.of(market);
        var queries = new RandomQueries(400);

        for (int i = 0; i < 400; i++) {
            assertSameAnswer(catalogue, plain, queries.next());
        }
    }

    @Test
    void does_so_over_the_whole_space() {
        var market = Catalogues.wholeMarket(2);
        var plain = new PlainSearch(market);
        var catalogue = Catalogues.of(market);
        var queries = new RandomQueries(4008888888L);

        for (int i = 0; i < 100; i++) {
            assertSameAnswer(catalogue, plain, queries.next());
        }
        assertSameAnswer(catalogue, plain, NumberQuery.ANY);
    }

    private static void assertSameAnswer(Catalogue catalogue, PlainSearch plain, NumberQuery query) {
        var expected = plain.find(query);

        var found = catalogue.search(query);

        assertThat(found.total()).as("total of %s", query).isEqualTo(expected.length);
        assertThat(suffixes(found))
                .as("order of %s", query)
                .containsExactlyElementsOf(Arrays.stream(expected)
                        .limit(query.limit())
                        .mapToObj(plain::suffix)
                        .toList());
        assertThat(found.facets()).as("facets of %s", query).isEqualTo(plain.facets(expected));
        assertThat(found.next().isPresent()).as("next of %s", query).isEqualTo(expected.length > query.limit());
    }

    private static List<Integer> suffixes(Found found) {
        return found.offers().stream().map(offer -> offer.number().suffix()).toList();
    }

    @Test
    void a_number_that_is_sold_is_not_found() {
        var catalogue = Catalogues.selling(8888888, 8888889);

        var later = catalogue.with(Catalogues.market(RoaringBitmap.bitmapOf(8888889)));

        assertThat(suffixes(catalogue.search(NumberQuery.ANY))).containsExactlyInAnyOrder(8888888, 8888889);
        assertThat(suffixes(later.search(NumberQuery.ANY))).containsExactly(8888889);
        assertThat(later.isAvailable(new HotlineNumber("4008888888"))).isFalse();
        assertThat(later.isAvailable(new HotlineNumber("4008888889"))).isTrue();
    }

    @Test
    void a_changed_market_shares_all_that_did_not_change() {
        var before = Catalogues.mixedMarket(3);
        var catalogue = Catalogues.of(before);
        var sold = before.available().clone();
        sold.remove(sold.first());

        var later = catalogue.with(
                new Market(sold, before.carriers(), before.promotions(), before.overrides(), before.prices()));

        assertThat(later.index()).isSameAs(catalogue.index());
        assertThat(later.shelves()).isSameAs(catalogue.shelves());
        assertThat(later.carriers()).containsExactlyInAnyOrderElementsOf(catalogue.carriers());
        assertThat(later.promotions()).containsExactlyInAnyOrderElementsOf(catalogue.promotions());
        assertThat(later.search(NumberQuery.ANY).total())
                .isEqualTo(catalogue.search(NumberQuery.ANY).total() - 1);
    }

    @Test
    void what_is_counted_follows_what_is_sold() {
        var before = Catalogues.wholeMarket(7);
        var left = before.available().clone();
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            left.remove(8_880_000 + random.nextInt(30_000));
        }
        var market = new Market(left, before.carriers(), before.promotions(), before.overrides(), before.prices());

        var later = Catalogues.of(before).with(market);

        assertSameAnswer(later, new PlainSearch(market), NumberQuery.ANY);
        assertSameAnswer(later, new PlainSearch(market), NumberQuery.ANY.withDigits(DigitFilter.ofHead("88")));
    }

    @Test
    void a_class_that_the_operator_gave_is_found_and_offered() {
        var market = Catalogues.market(RoaringBitmap.bitmapOf(1689527, 1689528));
        var catalogue = Catalogues.of(market);
        var given = catalogue.with(new Market(
                market.available(),
                market.carriers(),
                Map.of(),
                Map.of(1689527, NumberClass.PREMIUM),
                market.prices()));
        var premium = NumberQuery.ANY.withClasses(Set.of(NumberClass.PREMIUM));

        assertThat(catalogue.search(premium).total()).isZero();
        assertThat(suffixes(given.search(premium))).containsExactly(1689527);
        assertThat(given.search(premium).facets().classes()).isEqualTo(Map.of(NumberClass.PREMIUM, 1));
        assertThat(given.offer(new HotlineNumber("4001689527")).numberClass()).isEqualTo(NumberClass.PREMIUM);
    }

    @Test
    void the_better_meaning_comes_first_and_says_so() {
        var catalogue = Catalogues.selling(1689527, 1234599, 8888888);
        var good = new Fragment("168", 90, "\"一路发\"谐音168", "168 sounds like \"prosper all the way\"");
        var fair = new Fragment("99", 40, "\"久久\"谐音99", "99 sounds like \"for ever\"");

        var found = catalogue.search(NumberQuery.ANY.withMeaning(List.of(fair, good)));

        assertThat(suffixes(found)).containsExactly(1689527, 1234599);
        assertThat(found.offers().getFirst().says()).containsExactly(good);
    }

    @Test
    void an_offer_names_carrier_and_promotions() {
        var market = Catalogues.mixedMarket(4);
        var catalogue = Catalogues.of(market);

        var offer = catalogue.offer(new HotlineNumber("4008123456"));

        assertThat(offer.carrier()).contains(NumberCarrier.TELECOM);
        assertThat(offer.promotions()).contains(Catalogues.CLEARANCE);
        assertThat(catalogue.offer(new HotlineNumber("4002123456")).carrier()).isEmpty();
    }

    @Test
    void digits_that_contradict_each_other_find_nothing() {
        var digits = new DigitFilter(Optional.of("8??????"), List.of(), "6", "", Set.of());

        assertThat(Catalogues.sellingAll()
                        .search(NumberQuery.ANY.withDigits(digits))
                        .total())
                .isZero();
    }

    @Test
    void a_number_matches_just_the_queries_that_it_is_found_by() {
        var catalogue = Catalogues.of(Catalogues.mixedMarket(6));
        var queries = new RandomQueries(6);
        var random = new Random(6);
        for (int i = 0; i < 60; i++) {
            var query = queries.next();
            var matching = catalogue.matching(query);
            for (int suffix : some(matching, random)) {
                assertThat(catalogue.matches(query, HotlineNumber.ofSuffix(suffix)))
                        .as("%s matches %s", suffix, query)
                        .isEqualTo(matching.contains(suffix));
            }
        }
    }

    /// Some that are in the set, and some that need not be.
    private static int[] some(RoaringBitmap set, Random random) {
        return IntStream.concat(
                        random.ints(20, 0, Space.NUMBERS),
                        IntStream.of(set.toArray()).limit(20))
                .toArray();
    }

    @Test
    void what_matches_is_known_of_numbers_that_are_not_available_too() {
        var market = Catalogues.market(RoaringBitmap.bitmapOf(1));
        var tail = NumberQuery.ANY.withDigits(DigitFilter.ofTail("8888")).page(Optional.empty(), 1);

        var matching = Catalogues.of(market).matching(tail);

        assertThat(matching.toArray())
                .isEqualTo(IntStream.range(0, 1000)
                        .map(head -> head * 10_000 + 8888)
                        .toArray());
    }
}
