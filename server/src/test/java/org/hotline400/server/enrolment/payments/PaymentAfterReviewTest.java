package org.hotline400.server.enrolment.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.DeskApplicants;
import org.hotline400.server.enrolment.DeskTest;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Where payment comes after review, the price is that of the submission and is asked for with the approval.
@DeskTest
@TestPropertySource(properties = "hotline.enrolment.payment=after-review")
@Timeout(120)
class PaymentAfterReviewTest {
    @Autowired
    private Api api;

    @Autowired
    private DeskApplicants applicants;

    @Test
    void money_is_asked_for_with_the_approval_and_puts_the_number_into_service() {
        var operator = api.asOperator();
        var one = applicants.apply();
        var quoted = one.owner().get(one.path() + "/payment").json();
        var confirmations = "/api/v1/payments/" + quoted.at("/id").asString() + "/confirmations";
        assertThat(quoted.at("/state").asString()).isEqualTo("quoted");
        assertThat(operator.post(confirmations, movement(quoted.at("/total").asString()))
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("payments.not-asked");

        assertThat(operator.post(one.review() + "/take", "").status()).isEqualTo(200);
        assertThat(operator.post(one.review() + "/approval", "").status()).isEqualTo(200);

        var asked = one.owner().get(one.path() + "/payment").json();
        assertThat(asked.at("/state").asString()).isEqualTo("open");
        assertThat(asked.at("/total")).isEqualTo(quoted.at("/total"));
        assertThat(operator.get(one.review()).json().at("/provisioning").isMissingNode())
                .isTrue();
        assertThat(operator.post(confirmations, movement(asked.at("/total").asString()))
                        .status())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.PROVISIONED));
    }

    private static String movement(String amount) {
        return "{\"bankReference\":\"TEST%s\",\"amount\":\"%s\",\"on\":\"%s\"}"
                .formatted(UUID.randomUUID(), amount, LocalDate.now(BusinessTime.ZONE));
    }
}
