package org.hotline400.server.tariffs.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTest {
    private static final Instant NOON = at("2026-11-27T12:00:00");
    private static final Price DAY_AND_NIGHT = Price.of(List.of(
            new Window(LocalTime.of(8, 0), List.of(new Step(0, Rate.perMinute("0.15"), 60))),
            new Window(LocalTime.of(22, 0), List.of(new Step(0, Rate.perMinute("0.10"), 60)))));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }

    private static Price steps(String connectFee, Step... steps) {
        return Price.of(List.of(new Window(LocalTime.MIDNIGHT, List.of(steps))))
                .withConnectFee(Money.parse(connectFee));
    }

    private static String cost(Price price, Instant answered, long seconds) {
        return Meter.begin(Ruler.of(price), answered, List.of())
                .upTo(seconds)
                .cost()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"20, 0.60", "85, 0.6417", "120, 0.70"})
    void tariff_a_charges_minutes_then_seconds_and_rounds_up_to_four_places(int seconds, String cost) {
        var price = steps("0.4", new Step(0, Rate.perMinute("0.2"), 60), new Step(60, Rate.perMinute("0.1"), 1))
                .rounded(new Rounding(4, true));
        assertThat(cost(price, NOON, seconds)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({"20, 1.00", "85, 1.30", "90, 1.30"})
    void tariff_b_charges_half_minutes_then_tens_of_seconds(int seconds, String cost) {
        var price = steps("0.8", new Step(0, Rate.perMinute("0.4"), 30), new Step(60, Rate.perMinute("0.2"), 10));
        assertThat(cost(price, NOON, seconds)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({"90, 0.325", "120, 0.35"})
    void tariff_c_needs_no_rounding(int seconds, String cost) {
        var price = steps("0.2", new Step(0, Rate.perMinute("0.1"), 60), new Step(60, Rate.perMinute("0.05"), 1));
        assertThat(cost(price, NOON, seconds)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({"24, 0.17", "180, 0.30"})
    void tariff_e_rounds_up_to_the_fen(int seconds, String cost) {
        var price = steps("0.15", new Step(0, Rate.perMinute("0.05"), 1)).rounded(new Rounding(2, true));
        assertThat(cost(price, NOON, seconds)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({"1, 60.00", "65, 65.00", "85, 85.00"})
    void tariff_g_has_a_first_block(int seconds, String cost) {
        var price = Price.always(new Rate(Money.ofYuan(1), 1), 1).withFirstBlock(60);
        assertThat(cost(price, NOON, seconds)).isEqualTo(cost);
    }

    @Test
    void tariff_k_grants_what_the_balance_pays_for() {
        var meter = Meter.begin(
                Ruler.of(Price.always(new Rate(Money.ofYuan(1), 1), 1).withConnectFee(Money.ofYuan(1))),
                NOON,
                List.of());
        assertThat(meter.affordable(Money.ofYuan(10_000), 10_800)).isEqualTo(9_999);
        assertThat(meter.affordable(Money.ofYuan(1), 10_800)).isZero();
        assertThat(meter.affordable(Money.ofYuan(2), 10_800)).isEqualTo(1);
        assertThat(meter.affordable(new Money(1_999_999), 10_800)).isZero();
        assertThat(meter.affordable(Money.ofYuan(1_000_000), 10_800)).isEqualTo(10_800);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:58:30, 300, 0.60",
        "2026-11-27T23:59:30, 61, 0.20",
        "2026-11-27T07:59:59, 2, 0.10",
        "2026-11-27T08:00:00, 1, 0.15",
        "2026-11-27T21:59:59.999, 61, 0.25"
    })
    void an_increment_costs_what_holds_when_it_begins(String answered, int seconds, String cost) {
        assertThat(cost(DAY_AND_NIGHT, at(answered), seconds)).isEqualTo(cost);
    }

    @Test
    void the_last_window_of_a_day_goes_on_past_midnight() {
        var night = Price.of(List.of(
                new Window(LocalTime.of(8, 0), List.of(new Step(0, Rate.perMinute("0.2"), 60))),
                new Window(LocalTime.of(23, 0), List.of(new Step(0, Rate.perMinute("0.1"), 60)))));
        assertThat(cost(night, at("2026-11-27T22:59:00"), 120)).isEqualTo("0.30");
        assertThat(cost(night, at("2026-11-28T00:00:00"), 60)).isEqualTo("0.10");
        assertThat(cost(night, at("2026-11-28T07:59:00"), 120)).isEqualTo("0.30");
    }

    @Test
    void a_fine_increment_with_a_discount_is_exact() {
        // 0.15 a minute with 25 % off, by 6 seconds: 0.01125.
        var price = Price.always(new Rate(Money.parse("0.1125"), 60), 6);
        assertThat(cost(price, NOON, 1)).isEqualTo("0.01125");
        assertThat(cost(price, NOON, 6)).isEqualTo("0.01125");
        assertThat(cost(price, NOON, 7)).isEqualTo("0.0225");
    }

    @Test
    void a_call_that_was_not_answered_costs_nothing_and_an_answered_one_at_least_the_minimum() {
        var price = steps("0.4", new Step(0, Rate.perMinute("0.2"), 60)).withMinimum(Money.ofYuan(1));
        assertThat(cost(price, NOON, 0)).isEqualTo("0.00");
        assertThat(cost(price, NOON, 1)).isEqualTo("1.00");
        assertThat(cost(price, NOON, 600)).isEqualTo("2.40");
    }

    @Test
    void an_allowance_pays_for_every_increment_that_begins_while_some_of_it_is_left() {
        var month = new Allowance(at("2026-11-01T00:00:00"), at("2026-12-01T00:00:00"), 90);
        var meter = Meter.begin(Ruler.of(DAY_AND_NIGHT), NOON, List.of(month));
        assertThat(meter.upTo(120).cost()).isEqualTo(Money.ZERO);
        assertThat(meter.upTo(120).covered()).isEqualTo(120);
        assertThat(meter.upTo(120).left()).containsExactly(0);
        assertThat(meter.upTo(121).cost()).isEqualTo(Money.parse("0.15"));
    }

    @Test
    void an_allowance_ends_with_its_month_and_the_next_begins() {
        var november = new Allowance(at("2026-11-01T00:00:00"), at("2026-12-01T00:00:00"), 6_000);
        var december = new Allowance(at("2026-12-01T00:00:00"), at("2027-01-01T00:00:00"), 60);
        var meter = Meter.begin(Ruler.of(DAY_AND_NIGHT), at("2026-11-30T23:58:30"), List.of(november, december))
                .upTo(240);
        // 23:58:30 and 23:59:30 are November's, 00:00:30 is December's, 00:01:30 is paid for.
        assertThat(meter.left()).containsExactly(6_000 - 120, 0);
        assertThat(meter.cost()).isEqualTo(Money.parse("0.10"));
        assertThat(meter.lines(240)).extracting(Line::isCovered).containsExactly(true, false);
    }

    @Test
    void lines_say_why() {
        var lines = Meter.begin(Ruler.of(DAY_AND_NIGHT), at("2026-11-27T21:58:30"), List.of())
                .lines(300);
        assertThat(lines).extracting(Line::amount).containsExactly(Money.parse("0.30"), Money.parse("0.30"));
        assertThat(lines.getFirst().chinese()).isEqualTo("第 0 秒起的 120 秒，每 60 秒 0.15 元，不足 60 秒按 60 秒计");
        assertThat(lines.getLast().english())
                .isEqualTo("180 s from second 120 at 0.10 yuan for 60 s, begun 60 s count in full");
    }

    @Test
    void rates_without_a_small_common_multiple_are_refused() {
        var price = steps(
                "0",
                new Step(0, new Rate(Money.ofYuan(1), 86_399), 60),
                new Step(60, new Rate(Money.ofYuan(1), 86_393), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ruler.of(price)).withMessageContaining("common multiple");
    }

    /// The same rules in the plainest way: increment by increment, with fractions of any size.
    private static Money plainly(Price price, Instant answered, List<Allowance> allowances, long seconds) {
        if (seconds == 0) {
            return Money.ZERO;
        }
        var left = allowances.stream().mapToLong(Allowance::seconds).toArray();
        var numerator = BigInteger.valueOf(price.connectFee().microYuan());
        var denominator = BigInteger.ONE;
        for (long at = 0; at < seconds; ) {
            var begins = answered.plusSeconds(at).atZone(BusinessTime.ZONE);
            var window = price.windows().getLast();
            for (var one : price.windows()) {
                window = !one.from().isAfter(begins.toLocalTime()) ? one : window;
            }
            var step = window.steps().getFirst();
            for (var one : window.steps()) {
                step = one.fromSecond() <= at ? one : step;
            }
            long length = at == 0 ? Math.max(step.increment(), price.firstBlock()) : step.increment();
            boolean paid = true;
            for (int i = 0; i < left.length && paid; i++) {
                var one = allowances.get(i);
                var now = answered.plusSeconds(at);
                if (left[i] > 0 && !now.isBefore(one.from()) && now.isBefore(one.until())) {
                    left[i] = Math.max(0, left[i] - length);
                    paid = false;
                }
            }
            if (paid) {
                var per = BigInteger.valueOf(step.rate().perSeconds());
                var amount =
                        BigInteger.valueOf(step.rate().amount().microYuan()).multiply(BigInteger.valueOf(length));
                numerator = numerator.multiply(per).add(amount.multiply(denominator));
                denominator = denominator.multiply(per);
                var common = numerator.gcd(denominator);
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
            at += length;
        }
        var rounded = new BigDecimal(numerator)
                .divide(
                        new BigDecimal(denominator),
                        price.rounding().decimals() - 6,
                        price.rounding().mode());
        var cost = new Money(rounded.longValueExact());
        return cost.compareTo(price.minimum()) < 0 ? price.minimum() : cost;
    }

    private static Price randomPrice(Random random) {
        int[] pers = {1, 6, 10, 60};
        int[] increments = {1, 6, 10, 30, 60, 180};
        var windows = new ArrayList<Window>();
        int minute = random.nextInt(300);
        for (int i = random.nextInt(4); i >= 0; i--) {
            var steps = new ArrayList<Step>();
            int from = 0;
            for (int j = random.nextInt(3); j >= 0; j--) {
                var rate = new Rate(new Money(random.nextInt(2_000_000)), pers[random.nextInt(pers.length)]);
                steps.add(new Step(from, rate, increments[random.nextInt(increments.length)]));
                from += 1 + random.nextInt(200);
            }
            windows.add(new Window(LocalTime.MIN.plusMinutes(minute), steps));
            minute += 1 + random.nextInt(250);
        }
        return Price.of(windows)
                .withConnectFee(new Money(random.nextInt(3) * 123_457L))
                .withFirstBlock(random.nextInt(3) * 60)
                .withMinimum(new Money(random.nextInt(2) * 500_000L))
                .rounded(new Rounding(random.nextInt(7), random.nextBoolean()));
    }

    private static List<Allowance> randomAllowances(Random random, Instant answered) {
        var allowances = new ArrayList<Allowance>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = answered.plusSeconds(random.nextInt(2_000) - 1_000);
            allowances.add(new Allowance(from, from.plusSeconds(1 + random.nextInt(2_000)), random.nextInt(600)));
        }
        return allowances;
    }

    @Test
    void twenty_thousand_random_calls_cost_the_same_in_slices_at_once_and_by_plain_arithmetic() {
        var random = new Random(400);
        for (int i = 0; i < 20_000; i++) {
            var price = randomPrice(random);
            var answered = NOON.plusSeconds(random.nextInt(86_400));
            var allowances = randomAllowances(random, answered);
            var begin = Meter.begin(Ruler.of(price), answered, allowances);
            long seconds = random.nextInt(1_500);
            var sliced = begin;
            for (long at = 0; at < seconds; at = Math.min(seconds, at + 1 + random.nextInt(400))) {
                sliced = sliced.upTo(at);
            }
            sliced = sliced.upTo(seconds);
            var atOnce = begin.upTo(seconds);
            assertThat(sliced.cost()).isEqualTo(atOnce.cost());
            assertThat(sliced.left()).isEqualTo(atOnce.left());
            assertThat(atOnce.cost())
                    .as("call %d: %s, %s, %s, %d s", i, price, answered, allowances, seconds)
                    .isEqualTo(plainly(price, answered, allowances, seconds));
        }
    }

    @Test
    void a_balance_of_exactly_the_price_passes_and_a_micro_yuan_less_does_not() {
        var random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            var meter = Meter.begin(Ruler.of(randomPrice(random)), NOON, List.of());
            long seconds = 1L + random.nextInt(1_000);
            var cost = meter.upTo(seconds).cost();
            assertThat(meter.affordable(cost, seconds)).isEqualTo(seconds);
            if (cost.microYuan() > 0) {
                assertThat(meter.affordable(cost.minus(new Money(1)), seconds)).isLessThan(seconds);
            }
        }
    }
}
