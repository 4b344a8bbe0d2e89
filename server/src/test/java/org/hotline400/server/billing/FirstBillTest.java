package org.hotline400.server.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.billing.internal.FirstBills;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.DeskApplicants;
import org.hotline400.server.enrolment.DeskTest;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// What was paid with the application is billed when the number comes into service.
@DeskTest
@Timeout(120)
class FirstBillTest {
    @Autowired
    private Api api;

    @Autowired
    private DeskApplicants applicants;

    @Autowired
    private Bills bills;

    @Autowired
    private FirstBills firstBills;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Transactions transactions;

    @Test
    void set_up_and_the_first_rent_are_billed_once_and_paid_with_what_came() {
        var one = applicants.apply();
        var operator = api.asOperator();
        var payment = one.owner().get(one.path() + "/payment").json();
        var total = payment.at("/total").asString();
        operator.post(
                "/api/v1/payments/" + payment.at("/id").asString() + "/confirmations",
                "{\"bankReference\":\"TEST%s\",\"amount\":\"%s\",\"on\":\"%s\"}"
                        .formatted(UUID.randomUUID(), total, LocalDate.now(BusinessTime.ZONE)));
        operator.post(one.review() + "/take", "");
        operator.post(one.review() + "/approval", "");

        var bill = await().atMost(Duration.ofSeconds(30))
                .until(() -> bills(one), found -> !found.isEmpty())
                .getFirst();

        assertThat(bill.total()).isEqualTo(Money.parse(total));
        assertThat(bill.state()).isEqualTo(Bill.State.PAID);
        assertThat(bill.lines()).extracting(Bill.Line::kind).containsExactly("set-up", "rent-advance");
        assertThat(bill.lines().getFirst().amount())
                .hasToString(payment.at("/quote/setUpFee").asString());
        assertThat(balance(one)).isEqualTo(Money.ZERO);

        firstBills.bill(new ContractId(one.application().value()));

        assertThat(bills(one)).hasSize(1);
        assertThat(balance(one)).isEqualTo(Money.ZERO);
    }

    private List<Bill> bills(DeskApplicants.Applicant one) {
        return transactions.asTenant(
                one.tenant(),
                () -> bills.list(BillFilter.ALL, java.util.Optional.empty(), 10).items());
    }

    private Money balance(DeskApplicants.Applicant one) {
        return transactions.asOperator(() -> ledger.find(one.tenant(), CustomerAccounts.FUNDS)
                .map(Account::balance)
                .map(Money::new)
                .orElseThrow());
    }
}
