package org.hotline400.server.billing.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.billing.advisor.AdvisorPackages.dayAndNight;
import static org.hotline400.server.billing.advisor.AdvisorPackages.leg;
import static org.hotline400.server.billing.advisor.AdvisorPackages.months;
import static org.hotline400.server.billing.advisor.AdvisorPackages.offer;
import static org.hotline400.server.billing.advisor.AdvisorPackages.tariff;
import static org.hotline400.server.tariffs.Component.FORWARD_FIXED;
import static org.hotline400.server.tariffs.Component.FORWARD_MOBILE;
import static org.hotline400.server.tariffs.Component.RECORDING;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.Terms.EarlyExit;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Price BY_SIX_SECONDS = Price.always(Rate.perMinute("0.18"), 6);

    private static List<MonthUse> replay(Tariff tariff, Basis basis, Leg... legs) {
        var replay = new Replay(tariff, basis, Volume.AS_IT_WAS);
        List.of(legs).forEach(replay::take);
        return replay.months();
    }

    private static Terms with(UnusedMinutes unused, String minimum) {
        return new Terms(unused, FirstMonth.PRO_RATA, Money.parse(minimum), EarlyExit.DISCOUNT_BACK);
    }

    private static MonthCost cost(MonthUse use, Tariff tariff, String rent) {
        return MonthCost.of(use, offer(tariff, 12, rent), Money.ZERO);
    }

    /// Two months of calls, with all that makes them different: worked out call by call in the comments.
    @Test
    void two_months_are_replayed_call_by_call() {
        var byDayAndNight = tariff("day-and-night", "20.00", 10, dayAndNight(), Terms.USUAL);
        var bySixSeconds = tariff("six-seconds", "10.00", 4, BY_SIX_SECONDS, Terms.USUAL);
        var legs = new Leg[] {
            leg(FORWARD_FIXED, "2026-10-05T10:00:00", 301),
            leg(FORWARD_MOBILE, "2026-10-06T21:58:30", 300),
            leg(FORWARD_FIXED, "2026-10-07T09:00:00", 61),
            leg(RECORDING, "2026-10-07T09:00:00", 61),
            leg(FORWARD_MOBILE, "2026-10-31T23:58:30", 150),
            leg(FORWARD_FIXED, "2026-11-02T23:00:00", 601),
            leg(FORWARD_FIXED, "2026-11-03T12:00:00", 20)
        };

        // By the minute, 600 s bundled a month. October: 301 s are six minutes, 360 s of the bundle; 300 s are five
        // minutes from 21:58:30, of which four are left in the bundle (240 s), and the fifth begins at 22:02:30, at
        // night: 0.10. 61 s are two minutes by day: 0.30. The recording is free. From 23:58:30 three minutes begin at
        // 23:58:30, 23:59:30 and 00:00:30: two of October at night, 0.20, and one of November's bundle.
        var byMinute = replay(byDayAndNight, months(OCTOBER, 2), legs);
        assertThat(byMinute.getFirst())
                .isEqualTo(new MonthUse(
                        OCTOBER,
                        Map.of(FORWARD_FIXED, Money.parse("0.30"), FORWARD_MOBILE, Money.parse("0.30")),
                        360 + 300 + 120 + 120,
                        600,
                        60 + 120 + 120,
                        0));
        // November: 60 s of the bundle are gone. 601 s are eleven minutes: nine in the bundle, two at night, 0.20.
        // 20 s are one minute by day, 0.15.
        assertThat(byMinute.getLast())
                .isEqualTo(new MonthUse(
                        OCTOBER.plusMonths(1),
                        Map.of(FORWARD_FIXED, Money.parse("0.35"), FORWARD_MOBILE, Money.ZERO),
                        60 + 660 + 60,
                        600,
                        120 + 60,
                        0));
        assertThat(cost(byMinute.getFirst(), byDayAndNight, "16.00").total()).hasToString("16.60");
        assertThat(cost(byMinute.getLast(), byDayAndNight, "16.00").total()).hasToString("16.35");

        // By six seconds, 0.018 each, 240 s bundled. October: 301 s are 51 steps, 306 s: 240 of the bundle, 11 steps
        // paid: 0.198. 300 s: 50 steps, 0.90. 61 s: 11 steps, 0.198. Until midnight 90 s, 15 steps: 0.27.
        // Fixed 0.396, mobile 1.17; on a bill 0.40 and 1.17.
        var bySix = replay(bySixSeconds, months(OCTOBER, 2), legs);
        assertThat(bySix.getFirst().calls())
                .isEqualTo(Map.of(FORWARD_FIXED, Money.parse("0.396"), FORWARD_MOBILE, Money.parse("1.17")));
        assertThat(cost(bySix.getFirst(), bySixSeconds, "8.00").total()).hasToString("9.57");
        // November: 60 s after midnight, of the bundle. 601 s: 101 steps, 180 s of the bundle are 30 of them, 71 paid:
        // 1.278. 20 s: 4 steps, 0.072. Together 1.35.
        assertThat(bySix.getLast().calls())
                .isEqualTo(Map.of(FORWARD_FIXED, Money.parse("1.35"), FORWARD_MOBILE, Money.ZERO));
        assertThat(cost(bySix.getLast(), bySixSeconds, "8.00").total()).hasToString("9.35");

        // Both months: 32.95 by the minute, 18.92 by six seconds.
        var offers = List.of(offer(byDayAndNight, 12, "16.00"), offer(bySixSeconds, 12, "8.00"));
        var advice = new Advisor(months(OCTOBER, 2), offers, Optional.of(offers.getFirst()), FeatureUse.Use.UNKNOWN)
                .advise(AdvisorPackages.legs(List.of(legs)));
        assertThat(advice.candidates())
                .extracting(one -> one.total().toString())
                .containsExactly("18.92", "32.95");
        assertThat(advice.today().orElseThrow().total()).hasToString("32.95");
        assertThat(advice.isExtrapolated()).isTrue();
    }

    @Test
    void unused_minutes_expire_are_credited_or_stay() {
        // 1,234 minutes of 2,000 in October, 2,700 in November.
        var legs = new Leg[] {
            new Leg(FORWARD_FIXED, leg(FORWARD_FIXED, "2026-10-05T10:00:00", 60).from(), 60, 1234),
            new Leg(FORWARD_FIXED, leg(FORWARD_FIXED, "2026-11-05T10:00:00", 60).from(), 60, 2700)
        };
        var expire = tariff("expire", "200.00", 2000, BY_SIX_SECONDS, with(new UnusedMinutes.Expire(), "0"));
        var payByUse = tariff("pay-by-use", "200.00", 2000, BY_SIX_SECONDS, with(new UnusedMinutes.PayByUse(), "0"));
        var carry = tariff("carry", "200.00", 2000, BY_SIX_SECONDS, with(new UnusedMinutes.CarryOver(1), "0"));

        var expired = replay(expire, months(OCTOBER, 2), legs);
        assertThat(cost(expired.getFirst(), expire, "200.00").total()).hasToString("200.00");
        // 700 minutes beyond, at 0.18.
        assertThat(cost(expired.getLast(), expire, "200.00").total()).hasToString("326.00");

        var used = replay(payByUse, months(OCTOBER, 2), legs);
        // 766 of 2,000 minutes of 200.00 come back.
        assertThat(cost(used.getFirst(), payByUse, "200.00").total()).hasToString("123.40");
        assertThat(cost(used.getLast(), payByUse, "200.00").total()).hasToString("326.00");

        var carried = replay(carry, months(OCTOBER, 2), legs);
        // October's 766 are used first, then 1,934 of November's 2,000.
        assertThat(cost(carried.getLast(), carry, "200.00").total()).hasToString("200.00");
        assertThat(carried.getLast().unused()).isEqualTo(66 * 60);
    }

    @Test
    void carried_minutes_end_with_their_month() {
        var carry = tariff("carry", "200.00", 10, BY_SIX_SECONDS, with(new UnusedMinutes.CarryOver(1), "0"));
        var uses = replay(carry, months(OCTOBER, 3), leg(FORWARD_FIXED, "2026-12-01T10:00:00", 25 * 60));
        // November's ten and December's ten; October's have ended: five minutes at 0.18.
        assertThat(cost(uses.getLast(), carry, "200.00").calls()).hasToString("0.90");
    }

    @Test
    void a_monthly_minimum_is_filled_up() {
        var least = tariff("least", "0.00", 0, BY_SIX_SECONDS, with(new UnusedMinutes.Expire(), "50.00"));
        var uses = replay(least, months(OCTOBER, 2), leg(FORWARD_FIXED, "2026-10-01T10:00:00", 600));
        // Ten minutes are 1.80; 48.20 are missing. In November all 50 are.
        assertThat(cost(uses.getFirst(), least, "0.00"))
                .isEqualTo(new MonthCost(
                        OCTOBER, Money.ZERO, Money.parse("1.80"), Money.ZERO, Money.parse("48.20"), Money.ZERO, false));
        assertThat(cost(uses.getLast(), least, "0.00").total()).hasToString("50.00");
    }

    @Test
    void part_of_a_month_is_filled_up_with_its_own_calls() {
        // Ten of thirty days are known: each call stands for three.
        var basis = Basis.of(LocalDate.of(2026, 11, 1), Optional.empty(), LocalDate.of(2026, 11, 11), 12)
                .orElseThrow();
        assertThat(basis.months()).containsExactly(new Basis.Month(YearMonth.of(2026, 11), 10));
        assertThat(basis.isExtrapolated()).isTrue();
        var tariff = tariff("minutes", "0.00", 100, BY_SIX_SECONDS, Terms.USUAL);
        var uses = replay(
                tariff,
                basis,
                leg(FORWARD_FIXED, "2026-11-02T10:00:00", 3000),
                leg(FORWARD_MOBILE, "2026-11-03T10:00:00", 60));
        // 150 minutes: 100 in the bundle, 50 at 0.18; and three minutes to a mobile.
        assertThat(uses.getFirst().calls())
                .isEqualTo(Map.of(FORWARD_FIXED, Money.parse("9.00"), FORWARD_MOBILE, Money.parse("0.54")));
    }

    @Test
    void three_whole_months_are_enough_and_twelve_the_most() {
        var today = LocalDate.of(2026, 11, 20);
        var young =
                Basis.of(LocalDate.of(2026, 8, 15), Optional.empty(), today, 12).orElseThrow();
        // September and October are whole, so August's and November's parts are taken as well.
        assertThat(young.months()).extracting(Basis.Month::days).containsExactly(17, 30, 31, 19);
        assertThat(young.isExtrapolated()).isTrue();
        var older =
                Basis.of(LocalDate.of(2026, 7, 15), Optional.empty(), today, 12).orElseThrow();
        assertThat(older.months()).extracting(Basis.Month::days).containsExactly(31, 30, 31);
        assertThat(older.isExtrapolated()).isFalse();
        var old =
                Basis.of(LocalDate.of(2020, 1, 1), Optional.empty(), today, 12).orElseThrow();
        assertThat(old.months()).hasSize(12);
        assertThat(old.from()).isEqualTo(LocalDate.of(2025, 11, 1));
        assertThat(old.until()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(Basis.of(today, Optional.empty(), today, 12)).isEmpty();
    }

    @Test
    void what_the_bundle_does_not_pay_for_leaves_it_alone() {
        var price = BY_SIX_SECONDS;
        var calls = new org.hotline400.server.tariffs.CallCharges(
                Map.of(Component.PLATFORM, price, FORWARD_FIXED, price), Set.of(FORWARD_FIXED));
        var base = tariff("platform", "0.00", 10, price, Terms.USUAL);
        var tariff = new Tariff(
                base.code(),
                1,
                base.starts(),
                base.chinese(),
                base.english(),
                base.usage(),
                base.rentPerMonth(),
                base.minutes(),
                base.perMinute(),
                base.terms(),
                calls,
                base.conditions(),
                base.entitlements());
        var uses = replay(
                tariff,
                months(OCTOBER, 1),
                leg(Component.PLATFORM, "2026-10-01T10:00:00", 600),
                leg(FORWARD_FIXED, "2026-10-01T10:00:00", 600));
        assertThat(uses.getFirst().calls())
                .isEqualTo(Map.of(Component.PLATFORM, Money.parse("1.80"), FORWARD_FIXED, Money.ZERO));
        assertThat(uses.getFirst().beyond()).isZero();
        assertThat(uses.getFirst().covered()).isEqualTo(600);
    }
}
