package org.hotline400.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Why applications are rejected, as the founding document tells it: what a machine can know is refused before
/// anything is paid, what a reviewer sees is rejected with its reason, and the money goes back.
@ServerTest
@Timeout(120)
class CommonRejectionsTest {
    private static final AtomicInteger COUNT = new AtomicInteger(9100);

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Test
    void an_expired_licence_is_told_before_anything_is_paid() {
        var form =
                CustomerJourney.form(COUNT.incrementAndGet(), DeskApplicants.number(NumberClass.ORDINARY), "general");
        form.withObject("/company").put("licenceUntil", "2024-12-31");
        var journey = CustomerJourney.begin(owner(), api.asOperator(), form);
        journey.uploadAll(CustomerJourney.PAPERS);

        var refused = journey.submit();

        assertThat(fields(refused)).containsExactly("company.licenceUntil");
        assertThat(journey.state()).isEqualTo("draft");
    }

    @Test
    void missing_papers_are_told_all_at_once_before_anything_is_paid() {
        var journey = begin("general");
        journey.upload("handler-id", "handler", journey.path());

        assertThat(fields(journey.submit()))
                .containsExactlyInAnyOrder(
                        "papers.business-licence", "papers.legal-representative-id", "papers.application-form");
        assertThat(journey.state()).isEqualTo("draft");
    }

    @Test
    void a_school_without_its_licence_is_told_so_before_anything_is_paid() {
        var journey = begin("education");
        journey.uploadAll(CustomerJourney.PAPERS);

        assertThat(fields(journey.submit())).containsExactly("papers.school-licence");
    }

    @ParameterizedTest
    @CsvSource({
        "general, papers.business-licence, licence-expired",
        "general, papers.application-form, seal-unclear",
        "general, papers.handler-id, paper-missing",
        "general, company.name, name-differs",
        "education, papers.school-licence, trade-licence-missing"
    })
    void what_a_reviewer_sees_is_rejected_with_its_reason_and_the_money_goes_back(
            String trade, String subject, String reason) {
        var journey = begin(trade);
        var papers = new ArrayList<>(CustomerJourney.PAPERS);
        if (trade.equals("education")) {
            papers.add("school-licence");
        }
        journey.uploadAll(papers);
        assertThat(journey.submit().status()).isEqualTo(200);
        var total = journey.pay().json().at("/total").asString();
        journey.review("take", "");

        var rejected = journey.review("rejection", CustomerJourney.finding(subject, reason));

        assertThat(rejected.status()).isEqualTo(200);
        assertThat(journey.state()).isEqualTo("rejected");
        assertThat(journey.now().at("/findings/0/subject").asString()).isEqualTo(subject);
        assertThat(journey.now().at("/findings/0/code").asString()).isEqualTo(reason);
        assertThat(journey.now().at("/findings/0/message").asString()).isNotBlank();
        thenItsMoneyGoesBack(journey, total);
        thenItsNumberIsFreeAgain(journey);
    }

    private void thenItsMoneyGoesBack(CustomerJourney journey, String total) {
        var owed = journey.owner().get(journey.path() + "/payment").json();
        assertThat(owed.at("/state").asString()).isEqualTo("refund-owed");
        assertThat(owed.at("/owedBack").asString()).isEqualTo(total);
        var back = journey.operator()
                .post("/api/v1/payments/" + owed.at("/id").asString() + "/refunds", CustomerJourney.movement(total));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().at("/state").asString()).isEqualTo("refunded");
        assertThat(back.json().at("/owedBack").asString()).isEqualTo("0.00");
    }

    private void thenItsNumberIsFreeAgain(CustomerJourney journey) {
        var number = HotlineNumber.parse(journey.now().at("/form/choice/number").asString());
        assertThat(owner().post("/api/v1/numbers/" + number + "/hold", "").status())
                .isEqualTo(201);
    }

    private CustomerJourney begin(String trade) {
        var form = CustomerJourney.form(COUNT.incrementAndGet(), DeskApplicants.number(NumberClass.ORDINARY), trade);
        return CustomerJourney.begin(owner(), api.asOperator(), form);
    }

    private Api.Client owner() {
        return api.as(tenants.create("示例门店").id(), Role.OWNER);
    }

    private static List<String> fields(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        return answer.json()
                .at("/violations")
                .valueStream()
                .map(one -> one.get("field").asString())
                .toList();
    }
}
