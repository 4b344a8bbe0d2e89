package org.hotline400.server.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.kernel.Money;
import org.junit.jupiter.api.Test;

/// The tax that credit notes give back, worked out by hand.
class CreditedTaxTest {
    private static final Bill.TaxGroup BILL = at6("200.00", "11.32");

    private static Bill.TaxGroup at6(String gross, String tax) {
        return new Bill.TaxGroup(6, Money.parse(gross), Money.parse(tax));
    }

    private static Money tax(Bill.TaxGroup ofBill, List<Bill.TaxGroup> before, String asked) {
        return CreditedTax.groups(List.of(ofBill), before, List.of(at6(asked, "0.01")))
                .getFirst()
                .tax();
    }

    @Test
    void is_the_tax_of_all_that_is_credited_less_what_was_given_back_before() {
        // 0.09 × 6/106 = 0.005…, 0.18 × 6/106 = 0.010…, 0.27 × 6/106 = 0.015…
        assertThat(tax(BILL, List.of(), "0.09")).hasToString("0.01");
        assertThat(tax(BILL, List.of(at6("0.09", "0.01")), "0.09")).isEqualTo(Money.ZERO);
        assertThat(tax(BILL, List.of(at6("0.09", "0.01"), at6("0.09", "0.00")), "0.09"))
                .hasToString("0.01");
    }

    @Test
    void comes_to_the_bills_when_all_of_it_is_credited() {
        assertThat(tax(BILL, List.of(at6("66.67", "3.77"), at6("66.67", "3.78")), "66.66"))
                .hasToString("3.77");
    }

    @Test
    void is_never_more_than_the_bills_where_lines_below_zero_left_less_of_it() {
        assertThat(tax(at6("50.00", "2.83"), List.of(), "100.00")).hasToString("2.83");
    }

    @Test
    void is_nothing_where_too_much_was_given_back_already() {
        assertThat(tax(BILL, List.of(at6("1.71", "0.19")), "0.09")).isEqualTo(Money.ZERO);
    }

    @Test
    void knows_its_own_rate_only() {
        var other = new Bill.TaxGroup(9, Money.parse("50.00"), Money.parse("4.13"));

        assertThat(tax(BILL, List.of(other), "50.00")).hasToString("2.83");
    }
}
