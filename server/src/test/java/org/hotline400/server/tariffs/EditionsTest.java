package org.hotline400.server.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.tariffs.internal.EditionRows;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Editions come by import, may be replaced until they begin, and never change afterwards.
class EditionsTest {
    private final TestDatabase database = TestDatabase.create();
    /// Noon of the 27th in Shanghai.
    private final WallClock clock = new WallClock("2026-11-27T04:00:00Z");
    private final EditionRows rows = new EditionRows(database.jdbc());
    private final Tariffs tariffs = node();
    private final Editions editions = new Editions(database.transactions(), rows, tariffs, clock);

    @AfterEach
    void close() {
        database.close();
    }

    private Tariffs node() {
        return new Tariffs(rows, database.transactions(), (_, refresh) -> refresh.run(), clock);
    }

    private static String edition(String code, int version, String from, String rent) {
        return """
                  - {code: %s, version: %d, from: %s, chinese: 某, english: Some, rentPerMonth: %s, minutes: 1,
                     perMinute: 0.2, terms: [{months: 12, percentOff: 20}]}
                """.formatted(code, version, from, rent);
    }

    private void add(String... rows) {
        editions.importYaml("packages:\n" + String.join("", rows), "Mei");
    }

    private String rent(String code) {
        return tariffs.find(code).map(Tariff::rentPerMonth).map(Money::toString).orElse("not sold");
    }

    @Test
    void an_edition_is_sold_from_its_first_day_in_shanghai_on() {
        add(edition("basic", 2, "2026-12-01", "120"), edition("night-owl", 1, "2026-11-27", "50"));

        assertThat(rent("basic")).isEqualTo("100.00");
        assertThat(rent("night-owl")).isEqualTo("50.00");
        clock.set("2026-11-30T15:59:59Z");
        assertThat(rent("basic")).isEqualTo("100.00");
        clock.set("2026-11-30T16:00:00Z");
        assertThat(rent("basic")).isEqualTo("120.00");
        assertThat(tariffs.find("basic", 1)).as("a contract's").isPresent();
        assertThat(node().find("basic", 2)).as("on another node").isEqualTo(tariffs.find("basic", 2));
    }

    @Test
    void until_it_begins_it_may_be_replaced_or_withdrawn() {
        add(edition("basic", 2, "2026-12-01", "120"));
        add(edition("basic", 2, "2026-12-02", "110"));

        assertThat(tariffs.find("basic", 2).orElseThrow().rentPerMonth()).isEqualTo(Money.ofYuan(110));
        assertThat(editions.withdraw("basic", 2)).isInstanceOf(Editions.Withdrawal.Done.class);
        assertThat(tariffs.find("basic", 2)).isEmpty();
        assertThat(editions.withdraw("basic", 2)).isInstanceOf(Editions.Withdrawal.Unknown.class);
    }

    @Test
    void once_it_has_begun_it_never_changes() {
        add(edition("night-owl", 1, "2026-11-27", "50"));

        assertThatThrownBy(() -> add(edition("night-owl", 1, "2026-12-01", "60")))
                .hasMessageContaining("packages[0].version: is sold since 2026-11-27");
        assertThatThrownBy(() -> add(edition("basic", 1, "2026-12-01", "60")))
                .hasMessageContaining("packages[0].version: is sold since 2026-01-01");
        assertThat(editions.withdraw("night-owl", 1)).isInstanceOf(Editions.Withdrawal.Sold.class);
        assertThat(editions.withdraw("basic", 1)).isInstanceOf(Editions.Withdrawal.Sold.class);
        assertThat(rent("night-owl")).isEqualTo("50.00");
    }

    @Test
    void an_export_is_imported_again_without_any_change() {
        add(edition("night-owl", 1, "2026-11-27", "50"));
        clock.set("2026-12-27T04:00:00Z");
        var before = tariffs.editions();

        editions.importYaml(editions.exportYaml(before), "Mei");

        assertThat(tariffs.editions()).isEqualTo(before);
    }

    @Test
    void a_document_is_taken_whole_or_not_at_all() {
        assertThatThrownBy(() -> add(
                        edition("night-owl", 1, "2026-12-01", "50"),
                        edition("basic", 3, "2026-11-26", "120"),
                        edition("business", 2, "2025-12-01", "50"),
                        edition("late", 2, "2027-01-01", "50"),
                        edition("late", 1, "2027-01-01", "50")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "packages[1].from: is before today",
                        "packages[2].from: versions begin one after the other; version 1 begins on 2026-01-01",
                        "packages[3].from: versions begin one after the other",
                        "packages[4].from: versions begin one after the other");
        assertThat(tariffs.find("night-owl", 1)).isEmpty();
    }
}
