package org.hotline400.server.numbers.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceListsTest {
    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock();
    private final PriceLists lists = node();

    @AfterEach
    void close() {
        database.close();
    }

    private PriceLists node() {
        ConfigurationChanges once = (topic, refresh) -> refresh.run();
        return new PriceLists(database.transactions(), new PriceListRows(database.jdbc()), clock, once);
    }

    /// A list whose special numbers cost so much.
    private static PriceListDocument list(String from, int special) {
        return new PriceListDocument(
                from,
                "for a test",
                List.of(
                        new PriceListDocument.Row("ordinary", null, "0", 12),
                        new PriceListDocument.Row("special", null, Integer.toString(special), 12),
                        new PriceListDocument.Row("premium", null, "5000", 24)));
    }

    private static Money special(PriceList list) {
        return list.of(NumberClass.SPECIAL, Set.of()).setUpFee();
    }

    @Test
    void until_one_is_published_the_list_in_the_box_counts() {
        assertThat(lists.now()).isSameAs(PriceList.own());
    }

    @Test
    void a_list_counts_from_its_first_day_in_china_on() {
        clock.set("2027-01-10T10:00");
        lists.publish(list("2027-01-10", 600), "Mei");
        lists.publish(list("2027-02-01", 700), "Mei");

        assertThat(special(lists.now())).isEqualTo(Money.ofYuan(600));
        clock.set("2027-01-31T23:59:59");
        assertThat(special(lists.now())).isEqualTo(Money.ofYuan(600));
        clock.set("2027-02-01T00:00");
        assertThat(special(lists.now())).isEqualTo(Money.ofYuan(700));
    }

    @Test
    void of_two_with_the_same_first_day_the_later_one_counts_and_the_first_stays_as_it_was() {
        clock.set("2027-01-10T10:00");
        var first = lists.publish(list("2027-02-01", 700), "Mei");
        var second = lists.publish(list("2027-02-01", 800), "Mei");
        clock.set("2027-03-01T00:00");

        assertThat(second.list().number()).isEqualTo(first.list().number() + 1);
        assertThat(special(lists.now())).isEqualTo(Money.ofYuan(800));
        assertThat(lists.find(first.list().number()).map(one -> special(one.list())))
                .isEqualTo(Optional.of(Money.ofYuan(700)));
    }

    @Test
    void another_node_reads_what_was_published_as_it_was_written() {
        clock.set("2027-01-10T10:00");
        var published = lists.publish(list("2027-01-10", 600), "Mei");

        var elsewhere = node();

        assertThat(elsewhere.now().rows()).isEqualTo(published.list().rows());
        assertThat(elsewhere.published()).singleElement().satisfies(one -> {
            assertThat(one.author()).isEqualTo("Mei");
            assertThat(one.note()).isEqualTo("for a test");
            assertThat(one.at()).isEqualTo(published.at());
        });
    }

    @Test
    void a_list_cannot_begin_in_the_past() {
        clock.set("2027-01-10T00:30");

        assertThatThrownBy(() -> lists.publish(list("2027-01-09", 600), "Mei"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("before today, 2027-01-10");
        assertThat(lists.published()).isEmpty();
    }

    /// Stands where it is set, on Chinese clocks.
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2027-01-01T00:00:00Z");

        void set(String local) {
            now = LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
