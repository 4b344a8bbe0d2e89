package org.hotline400.server.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Tariff.Term;
import org.junit.jupiter.api.Test;

/// The packages of the trade, and what they come to.
class TariffsTest {
    private final Tariffs tariffs = at("2026-11-27T00:00:00Z");

    private static Tariffs at(String instant) {
        return new Tariffs(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void theThreeCustomersFindTheirPackages() {
        assertThat(tariffs.find("basic").orElseThrow().rentPerMonth()).isEqualTo(Money.ofYuan(100));
        assertThat(tariffs.find("business").orElseThrow().rentPerMonth()).isEqualTo(Money.ofYuan(800));
        assertThat(tariffs.find("custom").orElseThrow().rentPerMonth()).isEqualTo(Money.ofYuan(2000));
        assertThat(tariffs.find("unheard-of")).isEmpty();
    }

    @Test
    void packagesAreSoldFromTheirFirstDayInShanghaiOn() {
        assertThat(at("2025-12-31T15:59:59Z").onSale()).isEmpty();
        assertThat(at("2025-12-31T16:00:00Z").onSale())
                .extracting(Tariff::code)
                .containsExactly("basic", "standard", "standard-plus", "business", "custom");
        assertThat(at("2025-12-31T15:59:59Z").find("basic", 1))
                .as("a contract's")
                .isPresent();
    }

    @Test
    void everyNumberOfMinutesFitsOnePackageWithItsLowerBoundInside() {
        for (int minutes : List.of(0, 999, 1000, 2499, 2500, 4999, 5000, 19_999, 20_000, 1_000_000)) {
            assertThat(tariffs.onSale().stream().filter(tariff -> tariff.usage().contains(minutes)))
                    .as("%d minutes", minutes)
                    .hasSize(1);
        }
        assertThat(tariffs.find("basic").orElseThrow().usage().contains(1000)).isFalse();
    }

    @Test
    void aTermTakesItsDiscountExactly() {
        var basic = tariffs.find("basic").orElseThrow();
        assertThat(tariffs.rent(basic, 12)).isEqualTo(Money.parse("80"));
        assertThat(tariffs.rent(basic, 24)).isEqualTo(Money.parse("75"));
        assertThat(tariffs.price(basic, 36, 12)).isEqualTo(Money.parse("840"));
        assertThat(tariffs.rent(odd("300"), 24)).isEqualTo(Money.parse("225.00"));
        assertThat(tariffs.price(odd("33.33"), 24, 3)).isEqualTo(Money.parse("74.9925"));
    }

    @Test
    void whatIsNotOfferedHasNoPrice() {
        var basic = tariffs.find("basic").orElseThrow();
        assertThatThrownBy(() -> tariffs.rent(basic, 13)).hasMessageContaining("no term of 13 months");
        assertThatThrownBy(() -> tariffs.price(basic, 12, 13)).hasMessageContaining("1 to 12 months");
        assertThatThrownBy(() -> odd("0.001")).hasMessageContaining("whole fen");
    }

    private static Tariff odd(String rent) {
        return new Tariff(
                "odd",
                1,
                LocalDate.EPOCH,
                "某套餐",
                "Odd",
                Tariff.Usage.ANY,
                Money.parse(rent),
                0,
                Money.ZERO,
                List.of(new Term(24, 25)),
                CallCharges.FREE,
                Terms.USUAL,
                Entitlements.ALL);
    }
}
