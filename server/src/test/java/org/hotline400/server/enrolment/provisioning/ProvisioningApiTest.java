package org.hotline400.server.enrolment.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.DeskApplicants;
import org.hotline400.server.enrolment.DeskApplicants.Applicant;
import org.hotline400.server.enrolment.DeskTest;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// From the approval into service.
@DeskTest
@Timeout(120)
class ProvisioningApiTest {
    @Autowired
    private Api api;

    @Autowired
    private DeskApplicants applicants;

    @Autowired
    private HotlineNumbers numbers;

    @Autowired
    private CallPlans plans;

    @Autowired
    private IntoService intoService;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Contracts contracts;

    @Test
    void what_is_approved_and_paid_comes_into_service_with_its_plan_and_contract() {
        var one = inService();

        assertThat(numbers.find(one.number()).orElseThrow().is(NumberStatus.ACTIVE, one.tenant()))
                .isTrue();
        var plan = plans.latest(one.tenant(), one.number()).orElseThrow();
        assertThat(plan.document()).contains("13800138001", "13800138002", "13900139003", "09:00", "18:00");
        var contract = transactions
                .asTenant(
                        one.tenant(),
                        () -> contracts.find(new ContractId(one.application().value())))
                .orElseThrow();
        var today = LocalDate.now(BusinessTime.ZONE);
        var holds = contract.on(today).orElseThrow();
        assertThat(holds.number()).isEqualTo(one.number());
        assertThat(holds.tariff().code() + " " + holds.tariff().version() + " " + holds.termMonths())
                .isEqualTo("basic 1 12");
        assertThat(holds.rentPerMonth()).isEqualTo(Money.ofYuan(80));
        assertThat(contract.starts()).isEqualTo(today);
        assertThat(contract.boundUntil()).isEqualTo(today.plusMonths(12));
        assertThat(contract.paidUntil()).isEqualTo(today.plusMonths(1));
    }

    @Test
    void doing_it_again_changes_nothing() {
        var one = inService();
        var before = numbers.find(one.number());

        assertThat(intoService.attempt(one.application())).isEmpty();

        assertThat(numbers.find(one.number())).isEqualTo(before);
        assertThat(plans.versions(one.tenant(), one.number(), Optional.empty(), 10)
                        .items())
                .hasSize(1);
    }

    @Test
    void the_applicant_is_told_how_to_try_it_and_may_accept_it() {
        var early = applicants.apply();
        assertThat(early.owner().post(early.path() + "/test-call", "").status()).isEqualTo(409);
        assertThat(early.owner().post(early.path() + "/acceptance", "").status())
                .isEqualTo(409);
        var one = inService();

        var told = one.owner().post(one.path() + "/test-call", "").json();
        assertThat(told.at("/number").asString()).isEqualTo(one.number().digits());
        assertThat(told.at("/simulatorCommand").asString()).isEqualTo("./hotline call " + one.number());
        assertThat(told.at("/text/zh").asString()).contains("13800138001");

        var accepted = one.owner().post(one.path() + "/acceptance", "");
        assertThat(accepted.json().at("/state").asString()).isEqualTo("live");
        assertThat(one.owner().post(one.path() + "/acceptance", "").status()).isEqualTo(200);
        assertThat(early.owner().post(one.path() + "/acceptance", "").status()).isEqualTo(404);
    }

    private Applicant inService() {
        var one = applicants.apply();
        var operator = api.asOperator();
        var payment = one.owner().get(one.path() + "/payment").json();
        var paid = operator.post(
                "/api/v1/payments/" + payment.at("/id").asString() + "/confirmations",
                "{\"bankReference\":\"TEST%s\",\"amount\":\"%s\",\"on\":\"%s\"}"
                        .formatted(
                                UUID.randomUUID(), payment.at("/total").asString(), LocalDate.now(BusinessTime.ZONE)));
        assertThat(paid.status()).isEqualTo(201);
        assertThat(operator.post(one.review() + "/take", "").status()).isEqualTo(200);
        assertThat(operator.post(one.review() + "/approval", "").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.PROVISIONED));
        return one;
    }
}
