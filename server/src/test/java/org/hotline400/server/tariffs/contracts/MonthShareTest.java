package org.hotline400.server.tariffs.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.tariffs.contracts.ContractSamples.FIRST;
import static org.hotline400.server.tariffs.contracts.ContractSamples.big;
import static org.hotline400.server.tariffs.contracts.ContractSamples.changed;
import static org.hotline400.server.tariffs.contracts.ContractSamples.paidForAMonth;
import static org.hotline400.server.tariffs.contracts.ContractSamples.small;
import static org.hotline400.server.tariffs.contracts.ContractSamples.tariff;
import static org.hotline400.server.tariffs.contracts.ContractSamples.unpaid;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms.EarlyExit;
import org.junit.jupiter.api.Test;

/// Months by days; every figure was worked out by hand. The package is 100 yuan, 80 for a year, with 800 minutes.
class MonthShareTest {
    private static final Tariff SMALL = small(FirstMonth.PRO_RATA, EarlyExit.DISCOUNT_BACK);

    private static List<String> parts(Contract contract, String month) {
        return MonthShare.of(contract, YearMonth.parse(month)).parts().stream()
                .map(part -> "%s +%d/%d, %d paid: %s, %d s"
                        .formatted(
                                part.from(), part.days(), part.ofDays(), part.paidDays(), part.rent(), part.seconds()))
                .toList();
    }

    @Test
    void days_that_were_paid_at_the_beginning_cost_nothing_and_give_their_minutes() {
        var contract = paidForAMonth(SMALL);

        assertThat(parts(contract, "2026-10")).isEmpty();
        // 48,000 s × 4/30
        assertThat(parts(contract, "2026-11")).containsExactly("2026-11-27 +4/30, 4 paid: 0.00, 6400 s");
        // 80 × 5/31 = 12.903
        assertThat(parts(contract, "2026-12")).containsExactly("2026-12-01 +31/31, 26 paid: 12.90, 48000 s");
        assertThat(parts(contract, "2027-01")).containsExactly("2027-01-01 +31/31, 0 paid: 80.00, 48000 s");
    }

    @Test
    void behind_the_term_it_costs_the_lists_rent() {
        // 80 × 26/30 = 69.333; 100 × 4/30 = 13.333
        assertThat(parts(paidForAMonth(SMALL), "2027-11"))
                .containsExactly(
                        "2027-11-01 +26/30, 0 paid: 69.33, 41600 s", "2027-11-27 +4/30, 0 paid: 13.33, 6400 s");
        assertThat(parts(paidForAMonth(SMALL), "2027-12"))
                .containsExactly("2027-12-01 +31/31, 0 paid: 100.00, 48000 s");
    }

    @Test
    void another_package_counts_from_its_first_day_on() {
        // 200 yuan for two years: 150. 80 × 10/28 = 28.571; 150 × 18/28 = 96.429; seconds are whole.
        var contract = changed(paidForAMonth(SMALL), "2027-02-11", big(), 24);

        var share = MonthShare.of(contract, YearMonth.of(2027, 2));

        assertThat(parts(contract, "2027-02"))
                .containsExactly(
                        "2027-02-01 +10/28, 0 paid: 28.57, 17142 s", "2027-02-11 +18/28, 0 paid: 96.43, 77142 s");
        assertThat(share.rent()).hasToString("125.00");
        assertThat(share.seconds()).isEqualTo(94_284);
    }

    @Test
    void a_dearer_package_on_days_that_are_paid_costs_what_it_is_dearer() {
        // 160 for a year, 80 were paid: (80 × 17 + 160 × 5) / 31 = 69.677
        var contract = changed(paidForAMonth(SMALL), "2026-12-10", big(), 12);

        assertThat(parts(contract, "2026-12"))
                .containsExactly(
                        "2026-12-01 +9/31, 9 paid: 0.00, 13935 s", "2026-12-10 +22/31, 17 paid: 69.68, 85161 s");
    }

    @Test
    void the_last_month_goes_to_the_day_before_the_end() {
        // 80 × 15/31 = 38.710
        var contract = ContractSamples.from(paidForAMonth(SMALL), "2027-03-16", List.of());

        assertThat(parts(contract, "2027-03")).containsExactly("2027-03-01 +15/31, 0 paid: 38.71, 23225 s");
        assertThat(parts(contract, "2027-04")).isEmpty();
    }

    @Test
    void a_first_month_that_is_not_whole_is_as_the_package_says() {
        // 80 × 4/30 = 10.667
        assertThat(parts(unpaid(SMALL, FIRST), "2026-11")).containsExactly("2026-11-27 +4/30, 0 paid: 10.67, 6400 s");
        assertThat(parts(unpaid(small(FirstMonth.FULL, EarlyExit.NOTHING), FIRST), "2026-11"))
                .containsExactly("2026-11-27 +4/4, 0 paid: 80.00, 48000 s");
        var asUsed = unpaid(small(FirstMonth.ACTUAL_USE, EarlyExit.NOTHING), FIRST);
        assertThat(parts(asUsed, "2026-11")).containsExactly("2026-11-27 +4/30, 0 paid: 0.00, 0 s");
        assertThat(parts(asUsed, "2026-12")).containsExactly("2026-12-01 +31/31, 0 paid: 80.00, 48000 s");
    }

    @Test
    void a_first_month_that_is_whole_is_a_month_as_any_other() {
        var contract = unpaid(small(FirstMonth.ACTUAL_USE, EarlyExit.NOTHING), LocalDate.of(2026, 12, 1));

        assertThat(parts(contract, "2026-12")).containsExactly("2026-12-01 +31/31, 0 paid: 80.00, 48000 s");
    }

    @Test
    void two_packages_in_a_first_month_that_counts_in_full_share_it() {
        var contract = changed(unpaid(small(FirstMonth.FULL, EarlyExit.NOTHING), FIRST), "2026-11-28", big(), 12);

        // A quarter of 80 and three of 160.
        assertThat(parts(contract, "2026-11"))
                .containsExactly("2026-11-27 +1/4, 0 paid: 20.00, 12000 s", "2026-11-28 +3/4, 0 paid: 120.00, 90000 s");
    }

    @Test
    void half_a_fen_is_a_fen() {
        // 0.15 a month at the list's rent, a year for 0.12: 0.12 × 1/30 = 0.004; 0.1875 would be no rent.
        var contract =
                unpaid(tariff("tiny", "0.15", 1, FirstMonth.PRO_RATA, EarlyExit.NOTHING), LocalDate.of(2026, 11, 30));

        assertThat(parts(contract, "2026-11")).containsExactly("2026-11-30 +1/30, 0 paid: 0.00, 2 s");
        // 0.15 × 1/30 = 0.005
        var listed = ContractSamples.changed(
                contract, "2027-11-30", contract.spans().getFirst().tariff(), 0);
        assertThat(parts(listed, "2027-11").getLast()).isEqualTo("2027-11-30 +1/30, 0 paid: 0.01, 2 s");
    }
}
