package org.hotline400.server.enrolment.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.DeskApplicants;
import org.hotline400.server.enrolment.DeskApplicants.Applicant;
import org.hotline400.server.enrolment.DeskTest;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// What applications cost, and the money that comes for them, over REST.
@DeskTest
@Timeout(120)
class PaymentsApiTest {
    private static final String PAYMENTS = "/api/v1/payments/";
    /// A month of the basic package with the discount of a year.
    private static final Money RENT = Money.ofYuan(80);

    @Autowired
    private Api api;

    @Autowired
    private DeskApplicants applicants;

    @Autowired
    private Applications applications;

    @Autowired
    private Tenants tenants;

    private Api.Client finance;

    @BeforeEach
    void theOperator() {
        finance = api.asOperator();
    }

    @Test
    void the_price_is_told_when_an_application_is_handed_in() {
        var one = applicants.apply();

        var payment = one.owner().get(one.path() + "/payment").json();

        assertThat(payment.at("/state").asString()).isEqualTo("open");
        assertThat(payment.at("/quote/number").asString())
                .isEqualTo(one.number().digits());
        assertThat(payment.at("/quote/rent").asString()).isEqualTo(RENT.toString());
        var setUp = Money.parse(payment.at("/quote/setUpFee").asString());
        assertThat(payment.at("/total").asString()).isEqualTo(setUp.plus(RENT).toString());
        assertThat(payment.at("/howToPay/remark").asString())
                .isEqualTo(payment.at("/reference").asString())
                .matches("HL[0-9]{10}");
        assertThat(payment.at("/dueAt").asString())
                .isEqualTo(applicants.now(one).lapsesAt().orElseThrow().toString());
        assertThat(finance.get("/api/v1/payments?reference="
                                + payment.at("/reference").asString())
                        .json()
                        .at("/items/0/id"))
                .isEqualTo(payment.at("/id"));
    }

    @Test
    void too_little_is_kept_and_told_and_the_rest_lets_the_application_go_on() {
        var one = applicants.apply();
        var total = total(one);
        var part = Money.parse("30.50");

        var first = confirm(one, part, reference());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().at("/state").asString()).isEqualTo("partly-paid");
        assertThat(first.json().at("/missing").asString())
                .isEqualTo(total.minus(part).toString());
        assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.SUBMITTED);

        var rest = confirm(one, total.minus(part), reference());

        assertThat(rest.json().at("/state").asString()).isEqualTo("paid");
        assertThat(rest.json().at("/entries").size()).isEqualTo(2);
        assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.PAID);
        assertThat(one.owner()
                        .get(one.path() + "/payment")
                        .json()
                        .at("/howToPay")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void one_movement_counts_once_however_often_it_is_written_down() {
        var one = applicants.apply();
        var other = applicants.apply();
        var reference = reference();
        assertThat(confirm(one, RENT, reference).status()).isEqualTo(201);

        var again = confirm(one, RENT, "  " + reference.toLowerCase(Locale.ROOT) + " ");
        var otherAmount = confirm(one, Money.ofYuan(1), reference);
        var elsewhere = confirm(other, RENT, reference);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/received").asString()).isEqualTo(RENT.toString());
        assertThat(code(otherAmount)).isEqualTo("payments.bank-reference-used");
        assertThat(code(elsewhere)).isEqualTo("payments.bank-reference-used");
        assertThat(elsewhere.json().at("/detail").asString())
                .contains(payment(one).json().at("/reference").asString());
    }

    @Test
    void of_many_who_write_the_same_movement_down_at_once_one_does() throws Exception {
        var one = applicants.apply();
        var path = payment(one, "/confirmations");
        var body = movement(total(one), reference());

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads
                            .invokeAll(Collections.nCopies(8, (Callable<Integer>)
                                    () -> finance.post(path, body).status()))
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(payment(one).json().at("/received"))
                .isEqualTo(payment(one).json().at("/total"));
    }

    @Test
    void an_idempotency_key_stands_for_one_movement() {
        var one = applicants.apply();
        var path = payment(one, "/confirmations");
        var body = movement(Money.ofYuan(1), reference());
        var key = UUID.randomUUID().toString();

        assertThat(finance.send("POST", path, body, "Idempotency-Key", key).status())
                .isEqualTo(201);
        assertThat(finance.send("POST", path, body, "Idempotency-Key", key).status())
                .isEqualTo(200);
        assertThat(code(finance.send("POST", path, movement(Money.ofYuan(2), reference()), "Idempotency-Key", key)))
                .isEqualTo("payments.key-used");
    }

    @Test
    void what_comes_too_much_is_told_and_goes_back() {
        var one = applicants.apply();
        var paid = confirm(one, total(one).plus(Money.ofYuan(20)), reference());
        assertThat(paid.json().at("/state").asString()).isEqualTo("overpaid");
        assertThat(paid.json().at("/owedBack").asString()).isEqualTo("20.00");
        assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.PAID);

        var tooMuch = refund(one, Money.parse("20.01"));
        var back = refund(one, Money.ofYuan(20));

        assertThat(code(tooMuch)).isEqualTo("payments.more-than-owed");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().at("/state").asString()).isEqualTo("paid");
    }

    @Test
    void all_is_owed_back_when_the_application_is_withdrawn_even_what_comes_late() {
        var one = applicants.apply();
        var total = total(one);
        confirm(one, total, reference());
        applications.withdraw(one.application(), DeskApplicants.actor(one.tenant()));
        assertThat(payment(one).json().at("/state").asString()).isEqualTo("refund-owed");
        assertThat(payment(one).json().at("/owedBack").asString()).isEqualTo(total.toString());

        assertThat(refund(one, total).json().at("/state").asString()).isEqualTo("refunded");
        var late = confirm(one, Money.ofYuan(5), reference());

        assertThat(late.json().at("/state").asString()).isEqualTo("refund-owed");
        assertThat(late.json().at("/owedBack").asString()).isEqualTo("5.00");
        assertThat(finance.get("/api/v1/payments?state=refund-owed&limit=200")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.get("application").asString()))
                .contains(one.application().toString());
    }

    @Test
    void the_place_in_a_promotion_is_given_back_with_the_application() {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        api.withoutKey().get("/api/v1/numbers/search?limit=1").status() == 200);
        var numbers = Stream.generate(() -> DeskApplicants.number(NumberClass.SPECIAL))
                .limit(3)
                .toList();
        var head = numbers.getFirst().digits().substring(3, 6);
        var promotion = finance.post("/api/v1/number-promotions", """
                {"name":{"zh":"开业优惠","en":"Opening"},"query":{"head":"%s","class":["special"]},
                 "discount":{"percentOff":50},"end":"2090-01-01T00:00:00Z","quota":1}
                """.formatted(head));
        assertThat(promotion.status()).isEqualTo(201);

        var first = applicants.apply(numbers.get(0));
        var second = applicants.apply(numbers.get(1));
        assertThat(price(first)).isEqualTo("at the promotion's price");
        assertThat(price(second)).isEqualTo("as listed");
        applications.withdraw(first.application(), DeskApplicants.actor(first.tenant()));
        var third = applicants.apply(numbers.get(2));

        assertThat(price(third)).isEqualTo("at the promotion's price");
        finance.post(promotion.header("Location") + "/end", "{\"reason\":\"the test is over\"}");
    }

    private String price(Applicant one) {
        var quote = payment(one).json().at("/quote");
        var listed = Money.parse(quote.at("/listedFee").asString());
        var fee = Money.parse(quote.at("/setUpFee").asString());
        return fee.equals(listed) && quote.at("/promotion").isMissingNode()
                ? "as listed"
                : fee.times(2).equals(listed)
                                && quote.at("/promotion/zh").asString().equals("开业优惠")
                        ? "at the promotion's price"
                        : quote.toString();
    }

    @Test
    void only_the_operators_people_write_money_down_and_nobody_sees_anothers_payment() {
        var one = applicants.apply();
        var stranger = api.as(tenants.create("Flower shop").id(), Role.OWNER);

        assertThat(one.owner()
                        .post(payment(one, "/confirmations"), movement(RENT, reference()))
                        .status())
                .isEqualTo(403);
        assertThat(one.owner()
                        .post(payment(one, "/refunds"), movement(RENT, reference()))
                        .status())
                .isEqualTo(403);
        assertThat(one.owner().get("/api/v1/payments").status()).isEqualTo(403);
        assertThat(one.owner().get(payment(one, "")).status()).isEqualTo(403);
        assertThat(stranger.get(one.path() + "/payment").status()).isEqualTo(404);
        assertThat(finance.get(PAYMENTS + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(finance.post(PAYMENTS + UUID.randomUUID() + "/confirmations", movement(RENT, reference()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void all_that_is_wrong_with_a_movement_is_told_at_once() {
        var path = payment(applicants.apply(), "/confirmations");

        var refused = finance.post(path, "{\"bankReference\":\"?\",\"amount\":\"1.001\",\"on\":\"2090-01-01\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/violations")
                        .valueStream()
                        .map(one -> one.get("field").asString()))
                .containsExactly("bankReference", "amount", "on");
        for (var amount : List.of("0", "-1", "abc", "10000000.01")) {
            assertThat(finance.post(
                                    path,
                                    "{\"bankReference\":\"" + reference() + "\",\"amount\":\"" + amount + "\",\"on\":\""
                                            + today() + "\"}")
                            .status())
                    .as(amount)
                    .isEqualTo(400);
        }
    }

    private Money total(Applicant one) {
        return Money.parse(payment(one).json().at("/total").asString());
    }

    private Api.Answer payment(Applicant one) {
        return one.owner().get(one.path() + "/payment");
    }

    private String payment(Applicant one, String action) {
        return PAYMENTS + payment(one).json().at("/id").asString() + action;
    }

    private Api.Answer confirm(Applicant one, Money amount, String reference) {
        return finance.post(payment(one, "/confirmations"), movement(amount, reference));
    }

    private Api.Answer refund(Applicant one, Money amount) {
        return finance.post(payment(one, "/refunds"), movement(amount, reference()));
    }

    private static String movement(Money amount, String reference) {
        return "{\"bankReference\":\"%s\",\"amount\":\"%s\",\"on\":\"%s\",\"note\":\"test\"}"
                .formatted(reference, amount, today());
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessTime.ZONE);
    }

    private static String reference() {
        return "TEST" + UUID.randomUUID();
    }

    private static String code(Api.Answer answer) {
        return answer.json().at("/code").asString();
    }
}
