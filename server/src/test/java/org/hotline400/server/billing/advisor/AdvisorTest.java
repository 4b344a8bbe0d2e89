package org.hotline400.server.billing.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.billing.advisor.AdvisorPackages.BUSINESS;
import static org.hotline400.server.billing.advisor.AdvisorPackages.STANDARD;
import static org.hotline400.server.billing.advisor.AdvisorPackages.STANDARD_PLUS;
import static org.hotline400.server.billing.advisor.AdvisorPackages.legs;
import static org.hotline400.server.billing.advisor.AdvisorPackages.months;
import static org.hotline400.server.billing.advisor.AdvisorPackages.ofFiveMinutes;
import static org.hotline400.server.billing.advisor.AdvisorPackages.offer;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Feature;
import org.junit.jupiter.api.Test;

class AdvisorTest {
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Offer TODAY = offer(STANDARD, 12, "160.00");
    private static final List<Offer> ON_SALE = List.of(
            TODAY,
            offer(STANDARD, 24, "150.00"),
            offer(STANDARD_PLUS, 12, "280.00"),
            offer(STANDARD_PLUS, 24, "262.50"),
            offer(BUSINESS, 12, "640.00"));

    /// 2,500, 3,000 and 3,500 minutes: 3,000 on the mean.
    private static List<Leg> threeMonths() {
        var legs = new ArrayList<Leg>();
        legs.addAll(ofFiveMinutes(JUNE, 500));
        legs.addAll(ofFiveMinutes(JUNE.plusMonths(1), 600));
        legs.addAll(ofFiveMinutes(JUNE.plusMonths(2), 700));
        return legs;
    }

    private static Advice advice(FeatureUse.Use use, List<Offer> offers) {
        return new Advisor(months(JUNE, 3), offers, Optional.of(TODAY), use).advise(legs(threeMonths()));
    }

    private static Candidate of(Advice advice, String code, int term) {
        return advice.candidates().stream()
                .filter(one ->
                        one.offer().tariff().code().equals(code) && one.offer().termMonths() == term)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void for_a_mean_of_3000_minutes_the_package_of_3500_beats_the_one_of_2000() {
        var advice = advice(FeatureUse.Use.UNKNOWN, ON_SALE);

        // Standard: 3 × 160 of rent; 500, 1,000 and 1,500 minutes beyond its 2,000 at 0.18: 90 + 180 + 270.
        var standard = of(advice, "standard", 12);
        assertThat(standard.months())
                .extracting(month -> month.total().toString())
                .containsExactly("250.00", "340.00", "430.00");
        assertThat(standard.total()).hasToString("1020.00");
        assertThat(standard.worst().month()).isEqualTo(JUNE.plusMonths(2));

        // Standard Plus: 3 × 280, and nothing beyond 3,500 minutes.
        var plus = of(advice, "standard-plus", 12);
        assertThat(plus.total()).hasToString("840.00");
        assertThat(plus.perMonth()).hasToString("280.00");
        assertThat(plus.monthsWithin()).isEqualTo(3);

        assertThat(advice.candidates())
                .extracting(
                        one -> one.offer().tariff().code() + " " + one.offer().termMonths())
                .containsExactly("standard-plus 24", "standard-plus 12", "standard 24", "standard 12", "business 12");
        assertThat(advice.best().orElseThrow().total()).hasToString("787.50");
        assertThat(advice.bestWithoutBindingLonger().orElseThrow().offer().termMonths())
                .isEqualTo(12);
        assertThat(advice.isExtrapolated()).isFalse();
    }

    @Test
    void a_fifth_of_the_calls_less_and_more_is_replayed_not_multiplied() {
        var advice = advice(FeatureUse.Use.UNKNOWN, ON_SALE);

        // 400, 480 and 560 calls: 2,000, 2,400 and 2,800 minutes; beyond 2,000: 0, 400 and 800 at 0.18 = 216.
        assertThat(of(advice, "standard", 12).withLess()).hasToString("696.00");
        assertThat(of(advice, "standard-plus", 12).withLess()).hasToString("840.00");

        // 600, 720 and 840 calls: 3,000, 3,600 and 4,200 minutes; beyond 2,000: 1,000, 1,600 and 2,200 = 864;
        // beyond 3,500: 0, 100 and 700 at 0.17 = 136.
        assertThat(of(advice, "standard", 12).withMore()).hasToString("1344.00");
        assertThat(of(advice, "standard-plus", 12).withMore()).hasToString("976.00");
    }

    @Test
    void says_why_in_one_sentence() {
        var advice = advice(FeatureUse.Use.UNKNOWN, ON_SALE);
        var plus = new Reason(of(advice, "standard-plus", 12), advice.today());

        assertThat(plus.english())
                .isEqualTo("standard-plus for 12 months would have cost 280.00 yuan a month, 60.00 less than what is"
                        + " agreed now: its 3,500 minutes suffice in every month.");
        assertThat(plus.chinese())
                .isEqualTo("套餐 standard-plus（12 个月合约）平均每月 280.00 元，比现有合约省 60.00 元：套餐内 3,500 分钟每个月都够用。");
        assertThat(new Reason(of(advice, "standard", 24), advice.today()).english())
                .isEqualTo(
                        "standard for 24 months would have cost 330.00 yuan a month, 10.00 less than what is agreed"
                                + " now: its 2,000 minutes suffice in 0 of 3 months, calls beyond them cost 540.00 yuan in all.");
    }

    @Test
    void options_that_the_plan_does_not_use_are_named_and_cost_nothing_elsewhere() {
        var bare = AdvisorPackages.with(
                STANDARD_PLUS, new Entitlements(Set.of(Feature.HOURS), Map.of(Feature.MENU, Money.parse("20.00"))));
        var use = new FeatureUse.Use(
                Set.of(Feature.HOURS, Feature.MENU, Feature.SURVEY),
                Map.of(Feature.MENU, Money.parse("30.00"), Feature.RECORDING, Money.parse("50.00")),
                Set.of(Feature.RECORDING, Feature.BLACKLIST));
        var advice = advice(use, List.of(offer(bare, 12, "280.00"), offer(BUSINESS, 12, "640.00")));

        assertThat(advice.unusedOptions()).containsExactly(Map.entry(Feature.RECORDING, Money.parse("50.00")));
        assertThat(advice.unusedFeatures()).containsExactly(Feature.BLACKLIST);
        // Both options are paid for today: 3 × 80 more.
        assertThat(advice.today().orElseThrow().total()).hasToString("1260.00");
        // The menu is 20 a month beside it; a survey cannot be had, so it comes last although it is cheaper.
        var last = advice.candidates().getLast();
        assertThat(last.offer().tariff().code()).isEqualTo("standard-plus");
        assertThat(last.total()).hasToString("900.00");
        assertThat(last.missing()).containsExactly(Feature.SURVEY);
    }

    @Test
    void a_visitors_guess_goes_through_the_same_arithmetic() {
        var guess = UsageGuess.read(3000, 10, 70, 300);
        var advice =
                new Advisor(months(JUNE, 1), ON_SALE, Optional.empty(), FeatureUse.Use.UNKNOWN).advise(guess.in(JUNE));

        // 600 calls of five minutes: 1,000 minutes beyond the 2,000 at 0.18.
        assertThat(of(advice, "standard", 12).total()).hasToString("340.00");
        assertThat(of(advice, "standard-plus", 12).total()).hasToString("280.00");
        assertThat(advice.best().orElseThrow().offer().tariff()).isEqualTo(STANDARD_PLUS);
        assertThat(advice.today()).isEmpty();
    }

    @Test
    void calls_alike_cost_together_what_they_cost_one_by_one() {
        var guess = UsageGuess.read(2345, 37, 61, 47);
        var together = new ArrayList<Leg>();
        guess.in(JUNE).each(together::add);
        var single = together.stream()
                .flatMap(leg -> java.util.stream.LongStream.range(0, leg.copies())
                        .mapToObj(_ -> Leg.one(leg.component(), leg.from(), leg.seconds())))
                .toList();

        assertThat(single).hasSizeGreaterThan(2_000).hasSizeLessThan(4_000);
        assertThat(single.stream().filter(leg -> leg.component() == Component.FORWARD_MOBILE))
                .hasSize((int) Math.round(guess.calls() * 0.61));
        var advisor = new Advisor(months(JUNE, 1), ON_SALE, Optional.empty(), FeatureUse.Use.UNKNOWN);
        assertThat(advisor.advise(legs(together))).isEqualTo(advisor.advise(legs(single)));
    }
}
