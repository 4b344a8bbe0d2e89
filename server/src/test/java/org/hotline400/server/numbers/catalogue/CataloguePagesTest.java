package org.hotline400.server.numbers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hotline400.server.numbers.meaning.Fragment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class CataloguePagesTest {

    @ParameterizedTest
    @EnumSource(Order.class)
    void pages_to_the_end_show_each_number_once_and_in_order(Order order) {
        var market = Catalogues.market(scattered(5_000));
        var query = NumberQuery.ANY.by(order);

        var seen = throughAllPages(Catalogues.of(market), query, 97);

        assertThat(seen).containsExactlyElementsOf(expected(market, query));
    }

    @Test
    void pages_by_meaning_do_so_too() {
        var market = Catalogues.market(scattered(5_000));
        var query = NumberQuery.ANY.withMeaning(List.of(
                new Fragment("8", 30, "发", "fa"),
                new Fragment("88", 60, "发发", "fa fa"),
                new Fragment("9", 30, "久", "jiu")));

        var seen = throughAllPages(Catalogues.of(market), query, 61);

        assertThat(seen).containsExactlyElementsOf(expected(market, query));
    }

    /// All of one price and, of the last four digits alone, much of one memorability: places with equal keys.
    @Test
    void equal_keys_are_told_apart_by_number() {
        var market = Catalogues.market(Catalogues.range(1_000_000, 1_002_000));

        for (var order : Order.values()) {
            var query = NumberQuery.ANY.by(order);
            assertThat(throughAllPages(Catalogues.of(market), query, 199))
                    .containsExactlyElementsOf(expected(market, query));
        }
    }

    @Test
    void a_place_stays_good_when_the_numbers_before_it_are_sold() {
        var market = Catalogues.market(scattered(500));
        var query = NumberQuery.ANY.page(Optional.empty(), 100);
        var catalogue = Catalogues.of(market);
        var first = catalogue.search(query);
        var left = market.available().clone();
        first.offers().forEach(offer -> left.remove(offer.number().suffix()));

        var later = catalogue.with(Catalogues.market(left));

        assertThat(later.search(query.page(first.next(), 100)).offers())
                .isEqualTo(catalogue.search(query.page(first.next(), 100)).offers());
    }

    @Test
    void a_place_whose_price_or_meaning_is_no_more_goes_on_where_it_would_be() {
        var market = Catalogues.market(scattered(500));
        var catalogue = Catalogues.of(market);
        var fees = market.prices().levels();
        long above = fees.getLast().setUpFee().microYuan() + 1;
        var heavy = new Place(99 * 1000 + 50, 1234567);
        var meaning = NumberQuery.ANY.withMeaning(List.of(new Fragment("8", 30, "发", "fa")));

        assertThat(catalogue
                        .search(NumberQuery.ANY.by(Order.PRICE).page(Optional.of(new Place(above, 0)), 20))
                        .offers())
                .isEmpty();
        assertThat(catalogue
                        .search(NumberQuery.ANY.by(Order.PRICE_DOWN).page(Optional.of(new Place(above, 0)), 20))
                        .offers())
                .isEqualTo(
                        catalogue.search(NumberQuery.ANY.by(Order.PRICE_DOWN)).offers());
        assertThat(catalogue.search(meaning.page(Optional.of(heavy), 20)).offers())
                .isEqualTo(catalogue.search(meaning).offers());
    }

    @Test
    void every_page_knows_the_total() {
        var catalogue = Catalogues.of(Catalogues.market(scattered(1_000)));
        var first = catalogue.search(NumberQuery.ANY);

        var second = catalogue.search(NumberQuery.ANY.page(first.next(), 20));

        assertThat(second.total()).isEqualTo(first.total());
        assertThat(second.facets()).isEqualTo(first.facets());
    }

    private static RoaringBitmap scattered(int count) {
        var random = new Random(7);
        var numbers = new RoaringBitmap();
        for (int i = 0; i < count; i++) {
            numbers.add(random.nextInt(Space.NUMBERS));
        }
        return numbers;
    }

    private static List<Integer> throughAllPages(Catalogue catalogue, NumberQuery query, int limit) {
        var seen = new ArrayList<Integer>();
        var after = Optional.<Place>empty();
        do {
            var found = catalogue.search(query.page(after, limit));
            found.offers().forEach(offer -> seen.add(offer.number().suffix()));
            after = found.next();
        } while (after.isPresent());
        return seen;
    }

    private static List<Integer> expected(Market market, NumberQuery query) {
        var plain = new PlainSearch(market);
        return Arrays.stream(plain.find(query)).mapToObj(plain::suffix).toList();
    }
}
