package org.hotline400.server.tariffs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms.EarlyExit;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.rating.Rate;
import org.hotline400.server.tariffs.rating.Rounding;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Packages as people write them.
class PackagesTextTest {
    private static final String HEAD = """
            packages:
              - code: night-owl
                version: 3
                from: 2027-01-01
                chinese: 夜猫套餐
                english: Night Owl
                rentPerMonth: 300.00
                minutes: 2000
                perMinute: 0.15
            """;
    private static final String TERMS = "    terms: [{months: 24, percentOff: 25}, {months: 12, percentOff: 20}]\n";
    private static final String FULL = HEAD + TERMS + """
                usage: {from: 1000, before: 2500}
                bundled: [forward-mobile]
                prices:
                  platform: {perMinute: 0.01, increment: 6}
                  forward-mobile:
                    connectFee: 0.4
                    firstBlock: 60
                    minimum: 0.05
                    rounding: {decimals: 4, up: true}
                    windows:
                      - from: 23:00
                        until: 08:00
                        steps:
                          - {amount: 0.10, perSeconds: 60, increment: 60}
                          - {fromSecond: 60, amount: 0.000001, perSeconds: 1, increment: 1}
                      - {from: 08:00, until: 23:00, perMinute: 0.15}
                unused: carry-over-3
                firstMonth: actual-use
                minimum: 20
                earlyExit: remaining-rent
                included: [hours, menu]
                options: {recording: 20, survey: 30.50}
            """;

    private static Tariff full() {
        return PackagesText.readYaml(FULL).getFirst();
    }

    @Test
    void every_field_is_read_exactly() {
        var read = full();

        assertThat(read.terms()).containsExactly(new Tariff.Term(12, 20), new Tariff.Term(24, 25));
        assertThat(read.rent(24)).hasToString("225.00");
        assertThat(read.usage().contains(2499)).isTrue();
        assertThat(read.usage().contains(2500)).isFalse();
        assertThat(read.calls().bundled()).containsExactly(Component.FORWARD_MOBILE);
        assertThat(read.conditions().unused()).isEqualTo(new UnusedMinutes.CarryOver(3));
        assertThat(read.conditions().firstMonth()).isEqualTo(FirstMonth.ACTUAL_USE);
        assertThat(read.conditions().minimum()).isEqualTo(Money.ofYuan(20));
        assertThat(read.conditions().earlyExit()).isEqualTo(EarlyExit.REMAINING_RENT);
        assertThat(read.entitlements().included()).isEqualTo(Set.of(Feature.HOURS, Feature.MENU));
        assertThat(read.entitlements().options())
                .isEqualTo(Map.of(Feature.RECORDING, Money.ofYuan(20), Feature.SURVEY, Money.parse("30.5")));
        assertThat(read.calls().price(Component.FORWARD_EXTENSION)).isEmpty();
    }

    @Test
    void a_price_has_its_windows_by_their_beginnings_also_over_midnight() {
        var price = full().calls().price(Component.FORWARD_MOBILE).orElseThrow();

        assertThat(price.connectFee()).isEqualTo(Money.parse("0.4"));
        assertThat(price.firstBlock()).isEqualTo(60);
        assertThat(price.minimum()).isEqualTo(Money.parse("0.05"));
        assertThat(price.rounding()).isEqualTo(new Rounding(4, true));
        assertThat(price.windows())
                .containsExactly(
                        new Window(LocalTime.of(8, 0), List.of(new Step(0, Rate.perMinute("0.15"), 60))),
                        new Window(
                                LocalTime.of(23, 0),
                                List.of(
                                        new Step(0, Rate.perMinute("0.1"), 60),
                                        new Step(60, new Rate(new Money(1), 1), 1))));
    }

    @Test
    void what_is_written_reads_as_the_same() {
        var editions = List.of(full());

        assertThat(PackagesText.readYaml(PackagesText.writeYaml(editions))).isEqualTo(editions);
        assertThat(PackagesText.readEdition(PackagesText.writeJson(full()))).isEqualTo(full());
        var box = BoxedTariffs.read();
        assertThat(PackagesText.readYaml(PackagesText.writeYaml(box))).isEqualTo(box);
    }

    @Test
    void json_has_numbers_or_text() {
        var json = "{\"packages\": [{\"code\": \"a\", \"version\": 1, \"from\": \"2027-01-01\", \"chinese\": \"甲\","
                + " \"english\": \"A\", \"rentPerMonth\": 100.10, \"minutes\": \"5\", \"perMinute\": 0.1, \"terms\":"
                + " [{\"months\": 12, \"percentOff\": 20}]}]}";

        assertThat(PackagesText.readJson(json).getFirst().rentPerMonth()).isEqualTo(Money.parse("100.1"));
    }

    private static String faults(String yaml) {
        try {
            PackagesText.readYaml(yaml);
            return "none";
        } catch (InvalidInputException e) {
            return e.violations().stream()
                    .map(one -> one.field() + " " + one.code())
                    .collect(Collectors.joining("; "));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:00-22:00, 22:00-08:00              | none
            23:00-08:00, 08:00-23:00              | none
            00:00-24:00                           | none
            08:00-22:00, 21:00-08:00              | prices.platform.windows[0].until tariffs.windows
            08:00-21:00, 22:00-08:00              | prices.platform.windows[0].until tariffs.windows
            08:00-22:00, 22:00-07:00              | prices.platform.windows[1].until tariffs.windows
            08:00-22:00                           | prices.platform.windows[0].until tariffs.windows
            08:00-22:00, 22:00                    | prices.platform.windows tariffs.windows
            08:00, 22:00                          | none
            22:00, 08:00                          | prices.platform.windows[1].from tariffs.windows
            08:00, 08:00                          | prices.platform.windows[1].from tariffs.windows
            8:00, 25:00                           | prices.platform.windows[0].from tariffs.malformed; packages[0].prices.platform.windows[1].from tariffs.malformed
            """)
    void windows_have_neither_gap_nor_overlap(String windows, String expected) {
        var rows = List.of(windows.split(", ")).stream()
                .map(one -> one.split("-"))
                .map(one -> "{from: '" + one[0] + "', " + (one.length > 1 ? "until: '" + one[1] + "', " : "")
                        + "perMinute: 0.1}")
                .collect(Collectors.joining(", "));

        assertThat(faults(HEAD + TERMS + "    prices: {platform: {windows: [" + rows + "]}}\n"))
                .isEqualTo(expected.equals("none") ? "none" : "packages[0]." + expected);
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_path() {
        var yaml = HEAD.replace("300.00", "33.33") + """
                    terms: [{months: 24, percentOff: 25}, {months: 24, percentOff: 0}, {months: 61, percentOff: 0}]
                    colour: red
                    unused: keep
                    minimum: -1
                    included: [hours, flying]
                    options: {hours: 5, menu: 0.001, swimming: 1}
                    prices:
                      forward-mars: {perMinute: 1}
                      platform: {perMinute: 0.1, increment: 7}
                      recording:
                        steps:
                          - {amount: 0.1, perSeconds: 60, increment: 30}
                          - {fromSecond: 45, amount: 0.1, perSeconds: 60, increment: 60}
                      forward-fixed:
                        steps:
                          - {amount: 1, perSeconds: 7919, increment: 1}
                          - {fromSecond: 60, amount: 1, perSeconds: 7907, increment: 1}
                    bundled: [forward-mobile, teleport]
                """;

        assertThat(faults(yaml).split("; "))
                .containsExactlyInAnyOrder(
                        "packages[0].terms[0].percentOff tariffs.fraction-of-fen",
                        "packages[0].terms[1].months tariffs.term-twice",
                        "packages[0].terms[2] tariffs.term",
                        "packages[0].colour tariffs.unknown-field",
                        "packages[0].unused tariffs.malformed",
                        "packages[0].minimum tariffs.malformed",
                        "packages[0].included[1] tariffs.malformed",
                        "packages[0].options.hours tariffs.option-included",
                        "packages[0].options.menu tariffs.malformed",
                        "packages[0].options.swimming tariffs.malformed",
                        "packages[0].prices.forward-mars tariffs.malformed",
                        "packages[0].prices.platform.increment tariffs.increment",
                        "packages[0].prices.recording.steps[1].fromSecond tariffs.increment",
                        "packages[0].prices.forward-fixed tariffs.rates",
                        "packages[0].bundled[1] tariffs.malformed");
    }

    @Test
    void what_is_no_yaml_or_has_a_field_twice_cannot_be_read() {
        assertThat(faults("packages: [")).isEqualTo(" tariffs.unreadable");
        assertThat(faults(HEAD + TERMS + TERMS)).isEqualTo(" tariffs.unreadable");
        assertThat(faults("&a [*a]")).isEqualTo(" tariffs.unreadable");
        assertThatThrownBy(() -> PackagesText.readJson("{")).isInstanceOf(InvalidInputException.class);
        assertThat(faults("")).isEqualTo("packages missing");
    }
}
