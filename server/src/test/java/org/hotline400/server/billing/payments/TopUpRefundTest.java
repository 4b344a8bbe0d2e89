package org.hotline400.server.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Posting;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;

/// Money goes back to customers, never more than they have left.
class TopUpRefundTest extends PayingTest {

    private void spend(String amount) {
        transactions.asOperator(() -> assertThat(ledger.post(new Transfer(
                        "paying-call/" + UUID.randomUUID(),
                        new Transfer.Party.Customer(accounts.funds(tenant)),
                        new Transfer.Party.Platform(PlatformAccount.REVENUE),
                        Money.parse(amount).microYuan(),
                        TransferKind.CALL,
                        "a call",
                        clock.instant())))
                .isInstanceOf(Posting.Done.class));
    }

    private static String number(Api.Answer refund) {
        return refund.json().at("/id").asString().replace("-", "");
    }

    private static String refundState(Api.Answer refund) {
        return refund.json().at("/state").asString();
    }

    private String refundNow(Api.Answer refund) {
        return finance.get("/api/v1/top-up-refunds?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").equals(refund.json().at("/id")))
                .map(item -> item.at("/state").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goes_back_by_the_way_it_came_and_only_once() {
        var topUp = toppedUp("300");
        var key = UUID.randomUUID().toString();

        var first = refund(topUp, "120.00", key);
        var again = refund(topUp, "120.00", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(refundState(first)).isEqualTo("done");
        assertThat(again.status()).isEqualTo(200);
        assertThat(code(refund(topUp, "1.00", key))).isEqualTo("top-ups.key-used");
        assertThat(ALIPAY.refunds()).containsEntry(number(first), "120.00");
        assertThat(balance()).isEqualTo(Money.ofYuan(180));
        assertThat(state(topUp)).isEqualTo("partly-refunded");

        // Alipay tells of it as well, before and after what else it tells.
        assertThat(tell(ALIPAY.notice(
                        reference(topUp), "TRADE_SUCCESS", "refund_fee", "120.00", "out_biz_no", number(first))))
                .isEqualTo("success");
        assertThat(balance()).isEqualTo(Money.ofYuan(180));
        assertThat(code(refund(topUp, "180.01"))).isEqualTo("top-ups.more-than-kept");
    }

    @Test
    void what_is_spent_does_not_go_back() {
        var topUp = toppedUp("300");
        spend("250");

        var tooMuch = refund(topUp, "50.01");
        var rest = refund(topUp, "50.00");

        assertThat(code(tooMuch)).isEqualTo("top-ups.spent");
        assertThat(refundState(rest)).isEqualTo("done");
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void of_many_who_ask_for_the_whole_at_once_one_gets_it() throws Exception {
        var topUp = toppedUp("300");

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads
                            .invokeAll(Collections.nCopies(6, (Callable<Integer>)
                                    () -> refund(topUp, "300.00").status()))
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    void of_many_refunds_at_once_none_sends_back_what_is_only_credit() throws Exception {
        transactions.asOperator(() -> accounts.agree(
                new AccountTerms(
                        tenant, AccountTerms.Kind.POSTPAID, Money.ofYuan(5000), Optional.empty(), Optional.empty()),
                "test"));
        var topUps = Stream.generate(() -> toppedUp("100")).limit(6).toList();
        spend("420");

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(topUps.stream()
                            .map(topUp -> (Callable<Integer>)
                                    () -> refund(topUp, "100.00").status())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(balance()).isEqualTo(Money.ofYuan(80));
        assertThat(reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_silent_provider_is_asked_again_and_does_it_once() {
        var topUp = toppedUp("300");
        ALIPAY.beSilentAbout(reference(topUp));

        var asked = refund(topUp, "100.00");

        assertThat(refundState(asked)).isEqualTo("due");
        assertThat(asked.json().at("/trouble").asString()).contains("timeout");
        assertThat(reserved()).isEqualTo(Money.ofYuan(100));
        // It may be under way.
        assertThat(code(refuse(asked))).isEqualTo("top-ups.not-now");

        ALIPAY.behaveAbout(reference(topUp));
        goRoundAfter(Duration.ofMinutes(5), () -> assertThat(refundNow(asked)).isEqualTo("done"));

        assertThat(balance()).isEqualTo(Money.ofYuan(200));
        assertThat(reserved()).isEqualTo(Money.ZERO);
        assertThat(ALIPAY.refunds()).containsEntry(number(asked), "100.00");
    }

    @Test
    void what_the_provider_refuses_for_good_is_the_customers_again_and_finance_staff_hear_of_it() {
        var topUp = toppedUp("300");
        ALIPAY.refusedRefunds.put(reference(topUp), "ACQ.TRADE_HAS_FINISHED");

        var asked = refund(topUp, "100.00");

        assertThat(refundState(asked)).isEqualTo("failed");
        assertThat(balance()).isEqualTo(Money.ofYuan(300));
        assertThat(reserved()).isEqualTo(Money.ZERO);
        assertThat(letters.of(TenantId.OPERATOR))
                .anySatisfy(letter -> assertThat(letter.text())
                        .contains(asked.json().at("/id").asString(), "ACQ.TRADE_HAS_FINISHED"));
        assertThat(finance.get("/api/v1/top-up-refunds?state=failed&limit=200")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/id")))
                .contains(asked.json().at("/id"));
    }

    @Test
    void much_money_goes_back_only_with_a_second_person() {
        var topUp = toppedUp("6000");

        var asked = refund(topUp, "5000.01");
        var path = "/api/v1/top-up-refunds/" + asked.json().at("/id").asString();

        assertThat(refundState(asked)).isEqualTo("unapproved");
        assertThat(reserved()).isEqualTo(Money.parse("5000.01"));
        assertThat(code(finance.post(path + "/approval", ""))).isEqualTo("top-ups.same-person");
        assertThat(ALIPAY.refunds()).doesNotContainKey(number(asked));

        assertThat(refundState(secondFinance.post(path + "/approval", ""))).isEqualTo("done");
        assertThat(balance()).isEqualTo(Money.parse("999.99"));
        assertThat(code(secondFinance.post(path + "/approval", ""))).isEqualTo("top-ups.not-now");
    }

    @Test
    void parts_of_much_money_need_a_second_person_like_the_whole() {
        var topUp = toppedUp("9000");

        assertThat(refundState(refund(topUp, "3000.00"))).isEqualTo("done");
        assertThat(refundState(refund(topUp, "2000.00"))).isEqualTo("done");
        assertThat(refundState(refund(topUp, "0.01"))).isEqualTo("unapproved");
        clock.jump(Duration.ofHours(25));

        assertThat(refundState(refund(topUp, "3000.00"))).isEqualTo("done");
    }

    @Test
    void what_is_not_approved_stays() {
        var topUp = toppedUp("6000");
        var asked = refund(topUp, "6000.00");

        assertThat(refundState(refuse(asked))).isEqualTo("refused");
        assertThat(reserved()).isEqualTo(Money.ZERO);
        assertThat(balance()).isEqualTo(Money.ofYuan(6000));
        assertThat(refundState(refund(topUp, "10.00"))).isEqualTo("done");
    }

    private Api.Answer refuse(Api.Answer refund) {
        return secondFinance.post(
                "/api/v1/top-up-refunds/" + refund.json().at("/id").asString() + "/refusal", "");
    }

    @Test
    void a_transfer_that_cannot_be_made_is_taken_back() {
        var topUp = ask("bank-transfer", "500");
        confirm(topUp, "500.00", bankReference());
        var asked = refund(topUp, "200.00");

        assertThat(refundState(refuse(asked))).isEqualTo("refused");
        assertThat(reserved()).isEqualTo(Money.ZERO);
        assertThat(balance()).isEqualTo(Money.ofYuan(500));
        assertThat(code(confirmRefund(asked, UUID.randomUUID().toString()))).isEqualTo("top-ups.not-now");
    }

    @Test
    void a_key_stands_for_one_transfer_that_was_sent() {
        var topUp = ask("bank-transfer", "500");
        confirm(topUp, "500.00", bankReference());
        var key = UUID.randomUUID().toString();

        assertThat(refundState(confirmRefund(refund(topUp, "100.00"), key))).isEqualTo("done");
        assertThat(code(confirmRefund(refund(topUp, "100.00"), key))).isEqualTo("top-ups.key-used");
        assertThat(balance()).isEqualTo(Money.ofYuan(400));
    }

    private Api.Answer confirmRefund(Api.Answer refund, String key) {
        return finance.send(
                "POST",
                "/api/v1/top-up-refunds/" + refund.json().at("/id").asString() + "/confirmation",
                "{\"bankReference\":\"%s\",\"on\":\"%s\"}"
                        .formatted(bankReference(), LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE)),
                "Idempotency-Key",
                key);
    }

    @Test
    void a_transfer_goes_back_by_hand_and_is_confirmed_with_its_bank_reference() {
        var topUp = ask("bank-transfer", "500");
        confirm(topUp, "500.00", bankReference());

        var asked = refund(topUp, "200.00");
        assertThat(refundState(asked)).isEqualTo("due");
        assertThat(balance()).isEqualTo(Money.ofYuan(500));

        var path = "/api/v1/top-up-refunds/" + asked.json().at("/id").asString() + "/confirmation";
        var sent = "{\"bankReference\":\"%s\",\"on\":\"%s\"}"
                .formatted(bankReference(), LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE));
        assertThat(refundState(finance.post(path, sent))).isEqualTo("done");
        assertThat(finance.post(path, sent).status()).isEqualTo(200);

        assertThat(balance()).isEqualTo(Money.ofYuan(300));
        assertThat(reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_alipay_gave_back_by_itself_and_was_spent_already_is_told() {
        var topUp = toppedUp("300");
        spend("280");

        assertThat(tell(ALIPAY.notice(
                        reference(topUp),
                        "TRADE_CLOSED",
                        "refund_fee",
                        "300.00",
                        "out_biz_no",
                        "by-hand-" + id(topUp))))
                .isEqualTo("success");

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(state(topUp)).isEqualTo("refunded");
        assertThat(odd(reference(topUp))).containsExactly("short-refund 280.00");
    }
}
