package org.hotline400.server.billing.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.billing.advisor.AdvisorPackages.STANDARD;
import static org.hotline400.server.billing.advisor.AdvisorPackages.STANDARD_PLUS;
import static org.hotline400.server.billing.advisor.AdvisorPackages.leg;
import static org.hotline400.server.billing.advisor.AdvisorPackages.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.month.MonthReckoner;
import org.hotline400.server.billing.month.VatRates;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.junit.jupiter.api.Test;

/// A bill of the standard package, as if it had been another one.
class OtherPackageTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final HotlineNumber NUMBER = new HotlineNumber("4004000002");
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final ContractId ID = ContractId.next();
    private static final Offer PLUS = offer(
            AdvisorPackages.with(
                    STANDARD_PLUS,
                    new Entitlements(Set.of(Feature.RECORDING), Map.of(Feature.MENU, Money.parse("10.00")))),
            24,
            "262.50");

    private static Contract contract(LocalDate starts, LocalDate paidUntil) {
        var span = new Contract.Span(starts, Optional.empty(), NUMBER, STANDARD, Money.parse("160.00"), 12);
        return new Contract(ID, TENANT, List.of(span), paidUntil);
    }

    private static Bill bill(String... kindsAndAmounts) {
        var lines = IntStream.range(0, kindsAndAmounts.length / 2)
                .mapToObj(i -> new Bill.Line(
                        kindsAndAmounts[2 * i], Money.parse(kindsAndAmounts[2 * i + 1]), 6, "账单行", "As billed"))
                .toList();
        return new Bill(
                BillId.next(),
                TENANT,
                ID,
                NUMBER,
                Optional.of("HL-202611-000001"),
                NOVEMBER,
                lines,
                List.of(),
                Money.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /// Calls of 200 minutes by day, to a fixed line.
    private static Legs calls(int firstDay, int count) {
        return AdvisorPackages.legs(IntStream.range(0, count)
                .mapToObj(i -> leg(Component.FORWARD_FIXED, "2026-11-%02dT09:00:00".formatted(firstDay + i), 12_000))
                .toList());
    }

    private static BoughtOption option(Feature feature, String price) {
        return new BoughtOption(ID, feature, Money.parse(price), LocalDate.of(2026, 10, 1), Optional.empty());
    }

    private static ReplayedBill replay(Bill bill, Contract contract, List<BoughtOption> options, Legs legs) {
        return new OtherPackage(new MonthReckoner(VatRates.own()), bill, contract, options, PLUS).replay(legs);
    }

    private static List<String> lines(ReplayedBill replayed) {
        return replayed.kinds().stream()
                .map(kind -> "%s %s → %s: %s"
                        .formatted(kind.kind(), kind.beforeAmount(), kind.afterAmount(), kind.difference()))
                .toList();
    }

    @Test
    void each_line_stands_beside_what_it_would_have_been() {
        // 2,600 minutes: 600 beyond 2,000 at 0.18 are 108.00. A menu for 20.00, recording for 30.00, a survey for 5.00.
        var bill = bill(
                "rent",
                "160.00",
                "bundled-minutes",
                "0.00",
                "calls-forward-fixed",
                "108.00",
                "option",
                "55.00",
                "late-fee",
                "1.23");
        var options = List.of(
                option(Feature.MENU, "20.00"), option(Feature.RECORDING, "30.00"), option(Feature.SURVEY, "5.00"));

        var replayed =
                replay(bill, contract(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)), options, calls(1, 13));

        // 3,500 minutes suffice; the menu is 10.00, recording is included, a survey cannot be had.
        assertThat(lines(replayed))
                .containsExactly(
                        "rent 160.00 → 262.50: 102.50",
                        "bundled-minutes 0.00 → 0.00: 0.00",
                        "calls-forward-fixed 108.00 → 0.00: -108.00",
                        "option 55.00 → 10.00: -45.00",
                        "late-fee 1.23 → 1.23: 0.00");
        assertThat(replayed.before()).hasToString("324.23");
        assertThat(replayed.after()).hasToString("273.73");
        assertThat(replayed.missing()).containsExactly(Feature.SURVEY);
        assertThat(replayed.isRentRestated()).isFalse();
    }

    @Test
    void rent_paid_in_advance_stands_on_both_sides_as_if_it_had_not() {
        var bill = bill("rent", "0.00", "bundled-minutes", "0.00", "calls-forward-fixed", "108.00");
        var replayed =
                replay(bill, contract(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 10, 1)), List.of(), calls(1, 13));

        assertThat(replayed.isRentRestated()).isTrue();
        assertThat(lines(replayed))
                .containsExactly(
                        "rent 160.00 → 262.50: 102.50",
                        "bundled-minutes 0.00 → 0.00: 0.00",
                        "calls-forward-fixed 108.00 → 0.00: -108.00");
    }

    @Test
    void half_a_month_has_half_the_rent_and_half_the_minutes() {
        // From the 16th on: 1,000 minutes for 80.00; 2,000 minutes, 1,000 of them beyond: 180.00.
        var bill = bill("rent", "80.00", "bundled-minutes", "0.00", "calls-forward-fixed", "180.00");
        var replayed = replay(
                bill, contract(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 16)), List.of(), calls(16, 10));

        // 1,750 minutes for 131.25; 250 beyond at 0.17: 42.50.
        assertThat(lines(replayed))
                .containsExactly(
                        "rent 80.00 → 131.25: 51.25",
                        "bundled-minutes 0.00 → 0.00: 0.00",
                        "calls-forward-fixed 180.00 → 42.50: -137.50");
    }
}
