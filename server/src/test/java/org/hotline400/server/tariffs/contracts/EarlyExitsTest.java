package org.hotline400.server.tariffs.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.tariffs.contracts.ContractSamples.FIRST;
import static org.hotline400.server.tariffs.contracts.ContractSamples.big;
import static org.hotline400.server.tariffs.contracts.ContractSamples.changed;
import static org.hotline400.server.tariffs.contracts.ContractSamples.paidForAMonth;
import static org.hotline400.server.tariffs.contracts.ContractSamples.small;

import java.time.LocalDate;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Terms.EarlyExit;
import org.junit.jupiter.api.Test;

/// What leaving costs, worked out by hand: 100 yuan, 80 for a year from 2026-11-27 on, a month paid in advance.
class EarlyExitsTest {
    private static String due(EarlyExit exit, String ends) {
        var contract = paidForAMonth(small(FirstMonth.PRO_RATA, exit));
        return EarlyExits.due(contract, LocalDate.parse(ends)).toString();
    }

    @Test
    void nothing_is_nothing() {
        assertThat(due(EarlyExit.NOTHING, "2026-12-01")).isEqualTo("0.00");
    }

    @Test
    void the_discount_of_the_days_that_were_had_goes_back() {
        // 20 a month: 4/30 → 2.67, December to February 60.00, 15/31 → 9.68
        assertThat(due(EarlyExit.DISCOUNT_BACK, "2027-03-16")).isEqualTo("72.35");
        assertThat(due(EarlyExit.DISCOUNT_BACK, "2026-11-28")).isEqualTo("0.67");
    }

    @Test
    void the_rents_that_remain_are_those_of_the_days_up_to_the_end_of_the_term() {
        // 16/31 of March → 41.29, April to October 560.00, 26/30 of November → 69.33
        assertThat(due(EarlyExit.REMAINING_RENT, "2027-03-16")).isEqualTo("670.62");
        // What is paid already is not paid again: from 12-27 on 5/31 → 12.90, ten months 800.00, 69.33
        assertThat(due(EarlyExit.REMAINING_RENT, "2026-12-01")).isEqualTo("882.23");
    }

    @Test
    void at_the_end_of_the_term_and_later_nothing_is_due() {
        for (var exit : EarlyExit.values()) {
            assertThat(due(exit, "2027-11-27")).isEqualTo("0.00");
            assertThat(due(exit, "2029-01-01")).isEqualTo("0.00");
        }
        // 20 a month: 2.67, December to October 220.00, 25/30 → 16.67
        assertThat(due(EarlyExit.DISCOUNT_BACK, "2027-11-26")).isEqualTo("239.34");
    }

    @Test
    void each_package_gives_back_its_own_discount() {
        // 20 a month of the small one: 2.67, 60.00; 50 of the big one, for two years: April 50.00, 1/31 → 1.61
        var before = paidForAMonth(small(FirstMonth.PRO_RATA, EarlyExit.DISCOUNT_BACK));
        var contract = changed(before, "2027-03-01", big(), 24);

        assertThat(EarlyExits.due(contract, LocalDate.of(2027, 5, 2))).hasToString("164.28");
    }

    @Test
    void a_first_month_by_use_had_no_discount() {
        var contract = paidForAMonth(small(FirstMonth.ACTUAL_USE, EarlyExit.DISCOUNT_BACK));

        assertThat(EarlyExits.due(contract, FIRST.plusDays(3))).hasToString("0.00");
        assertThat(EarlyExits.due(contract, LocalDate.of(2027, 1, 1))).hasToString("20.00");
    }
}
