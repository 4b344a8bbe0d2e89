package org.hotline400.server.billing.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BilledContracts;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.junit.jupiter.api.Test;

/// What months come to, worked out by hand.
class MonthReckonerTest {
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final MonthReckoner reckoner = new MonthReckoner(VatRates.own());

    private static Tariff twoHundred(UnusedMinutes unused, String minimum) {
        return BilledContracts.tariff(
                "200.00",
                2_000,
                CallCharges.FREE,
                new Terms(unused, FirstMonth.PRO_RATA, Money.parse(minimum), Terms.EarlyExit.DISCOUNT_BACK));
    }

    private static Contract contract(UnusedMinutes unused) {
        return BilledContracts.since("2026-11-01", twoHundred(unused, "0"), "200.00");
    }

    private static RatedCalls.Total mobile(Contract contract, long minutes, long covered, String cost) {
        return new RatedCalls.Total(
                contract.id(), Component.FORWARD_MOBILE, 1, minutes * 60, covered * 60, Money.parse(cost));
    }

    private static List<String> amounts(Reckoning reckoning) {
        return reckoning.lines().stream()
                .map(line -> line.kind() + " " + line.amount())
                .toList();
    }

    @Test
    void unused_minutes_expire_or_are_paid_by_use() {
        var expiring = contract(new UnusedMinutes.Expire());
        var payingByUse = contract(new UnusedMinutes.PayByUse());

        var expired = reckoner.reckon(
                MonthFacts.of(expiring, DECEMBER, List.of(mobile(expiring, 1_234, 1_234, "0")), List.of()));
        var paidByUse = reckoner.reckon(
                MonthFacts.of(payingByUse, DECEMBER, List.of(mobile(payingByUse, 1_234, 1_234, "0")), List.of()));

        assertThat(expired.total()).hasToString("200.00");
        assertThat(amounts(paidByUse))
                .containsExactly(
                        "rent 200.00", "bundled-minutes 0.00", "calls-forward-mobile 0.00", "unused-minutes -76.60");
        assertThat(paidByUse.total()).hasToString("123.40");
        assertThat(paidByUse.dues().rent()).hasToString("123.40");
    }

    @Test
    void rents_that_were_paid_in_advance_cost_nothing_and_say_so() {
        var contract = BilledContracts.paidUntil(
                "2026-11-12", "2026-12-12", twoHundred(new UnusedMinutes.Expire(), "0"), "200.00");

        var november = reckoner.reckon(MonthFacts.of(contract, LocalDate.of(2026, 11, 1), List.of(), List.of()));
        var december = reckoner.reckon(MonthFacts.of(contract, DECEMBER, List.of(), List.of()));

        assertThat(november.lines().getFirst().amount()).isEqualTo(Money.ZERO);
        assertThat(november.lines().getFirst().chinese()).contains("已在开通时预付");
        // 19 of 30 days of 200.00: 126.666…
        assertThat(november.usedAdvance()).hasToString("126.67");
        // 20 of 31 days: 129.032…; 11 of 31 were paid: 70.967…
        assertThat(december.lines().getFirst().amount()).hasToString("129.03");
        assertThat(december.lines().getFirst().english()).contains("11 days of it paid in advance");
        assertThat(december.usedAdvance()).hasToString("70.97");
    }

    @Test
    void calls_are_summed_to_the_micro_yuan_and_rounded_once() {
        var contract = contract(new UnusedMinutes.Expire());
        var fixed = new RatedCalls.Total(contract.id(), Component.FORWARD_FIXED, 3, 180, 0, Money.parse("0.014999"));

        var reckoned = reckoner.reckon(
                MonthFacts.of(contract, DECEMBER, List.of(mobile(contract, 3, 0, "0.015"), fixed), List.of()));

        assertThat(amounts(reckoned)).contains("calls-forward-fixed 0.01", "calls-forward-mobile 0.02");
        assertThat(reckoned.calls()).hasToString("0.029999");
        assertThat(reckoned.dues().rounding()).hasToString("0.000001");
    }

    @Test
    void calls_below_the_months_least_are_topped_up() {
        var contract = BilledContracts.since("2026-11-01", twoHundred(new UnusedMinutes.Expire(), "50.00"), "200.00");

        var few = reckoner.reckon(
                MonthFacts.of(contract, DECEMBER, List.of(mobile(contract, 60, 0, "12.34")), List.of()));
        var many = reckoner.reckon(
                MonthFacts.of(contract, DECEMBER, List.of(mobile(contract, 600, 0, "50.00")), List.of()));

        assertThat(amounts(few)).contains("minimum 37.66");
        assertThat(few.total()).hasToString("250.00");
        assertThat(amounts(many)).noneMatch(line -> line.startsWith("minimum"));
    }

    @Test
    void options_are_charged_by_the_days_on_which_they_hold() {
        var contract = contract(new UnusedMinutes.Expire());

        var reckoned = reckoner.reckon(MonthFacts.of(
                contract,
                DECEMBER,
                List.of(),
                List.of(
                        option(contract, "2026-11-20", Optional.of("2026-12-11")),
                        option(contract, "2026-12-31", Optional.empty()),
                        option(contract, "2027-01-01", Optional.empty()),
                        option(contract, "2026-11-01", Optional.of("2026-12-01")))));

        // 10 of 31 days of 30.00: 9.677…; 1 of 31: 0.967…
        assertThat(amounts(reckoned))
                .filteredOn(line -> line.startsWith("option"))
                .containsExactly("option 9.68", "option 0.97");
    }

    private static BoughtOption option(Contract contract, String from, Optional<String> until) {
        return new BoughtOption(
                contract.id(),
                Feature.SURVEY,
                Money.parse("30.00"),
                LocalDate.parse(from),
                until.map(LocalDate::parse));
    }

    @Test
    void tax_is_computed_once_for_each_group() {
        var lines = List.of(
                new Bill.Line("rent", Money.parse("0.09"), 6, "", ""),
                new Bill.Line("option", Money.parse("0.09"), 6, "", ""),
                new Bill.Line("calls-platform", Money.parse("10.90"), 9, "", ""));

        // 0.18 × 6/106 = 0.0101…, where each line alone would be 0.0050… and round to 0.01.
        assertThat(VatRates.groups(lines))
                .extracting(group -> group.percent() + " " + group.gross() + " " + group.tax())
                .containsExactly("6 0.18 0.01", "9 10.90 0.90");
    }

    @Test
    void the_rate_is_the_one_of_the_day() {
        var rates = VatRates.own();

        assertThat(rates.percent(ChargeKind.CALLS_FORWARD_FIXED, LocalDate.of(2019, 3, 31)))
                .isEqualTo(10);
        assertThat(rates.percent(ChargeKind.CALLS_FORWARD_FIXED, LocalDate.of(2019, 4, 1)))
                .isEqualTo(9);
        assertThat(rates.percent(ChargeKind.RENT, DECEMBER)).isEqualTo(6);
    }

    @Test
    void what_leaving_early_and_paying_late_cost_is_rounded_to_the_fen() {
        var contract = contract(new UnusedMinutes.Expire());

        var reckoned = reckoner.reckon(
                new MonthFacts(contract, DECEMBER, List.of(), List.of(), Money.parse("1200.00"), Money.parse("0.125")));

        assertThat(amounts(reckoned)).contains("early-exit 1200.00", "late-fee 0.13");
        assertThat(reckoned.dues().fees()).hasToString("1200.13");
    }
}
