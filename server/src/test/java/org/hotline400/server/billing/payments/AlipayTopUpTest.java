package org.hotline400.server.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hotline400.server.kernel.Money;
import org.junit.jupiter.api.Test;

/// Customers pay with Alipay, whose notifications come late, twice, out of order, forged and for others.
class AlipayTopUpTest extends PayingTest {

    @Test
    void a_payment_is_on_the_account_once_however_often_it_is_told() {
        var topUp = ask("alipay", "300");
        var page = topUp.json().at("/howToPay/page").asString();

        var order = ALIPAY.open(page);
        assertThat(order.at("/total_amount").asString()).isEqualTo("300.00");
        assertThat(page).contains("hotline.example.cn%2Fapi%2Fv1%2Fpayment-notices%2Falipay");
        ALIPAY.pay(reference(topUp));

        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"))).isEqualTo("success");
        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"))).isEqualTo("success");
        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_FINISHED"))).isEqualTo("success");

        assertThat(balance()).isEqualTo(Money.ofYuan(300));
        assertThat(state(topUp)).isEqualTo("paid");
        assertThat(owner.get(TOP_UPS + "/" + id(topUp)).json().at("/howToPay").isMissingNode())
                .isTrue();
    }

    @Test
    void a_page_that_somebody_has_changed_is_not_ours() {
        var page = ask("alipay", "300").json().at("/howToPay/page").asString();

        assertThatThrownBy(() -> ALIPAY.open(page.replace("300.00", "3.00")))
                .hasMessageContaining("not signed by the merchant");
    }

    @Test
    void a_forged_notification_moves_nothing() {
        var topUp = paidAtAlipay("300");
        var forged = new HashMap<>(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"));
        forged.put("total_amount", "3000.00");
        var unsigned = new HashMap<>(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"));
        unsigned.remove("sign");

        assertThat(tell(forged)).isEqualTo("fail");
        assertThat(tell(unsigned)).isEqualTo("fail");
        assertThat(tell(Map.of())).isEqualTo("fail");

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(state(topUp)).isEqualTo("asked");
    }

    @Test
    void what_is_meant_for_another_application_or_seller_moves_nothing() {
        var topUp = paidAtAlipay("300");
        var order = reference(topUp);

        assertThat(tell(ALIPAY.notice(order, "TRADE_SUCCESS", "app_id", "2021000000000009")))
                .isEqualTo("fail");
        assertThat(tell(ALIPAY.notice(order, "TRADE_SUCCESS", "seller_id", "2088000000000009")))
                .isEqualTo("fail");

        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void another_amount_is_not_booked_until_finance_staff_say_so_and_then_once() {
        var topUp = paidAtAlipay("300");
        var order = reference(topUp);
        var wrong = ALIPAY.notice(order, "TRADE_SUCCESS", "total_amount", "30.00");

        assertThat(tell(wrong)).isEqualTo("success");
        assertThat(tell(wrong)).isEqualTo("success");

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(odd(order)).containsExactly("wrong-amount 30.00");

        var odd = finance.get("/api/v1/odd-payments?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/order").asString().equals(order))
                .map(item -> item.at("/id").asString())
                .findFirst()
                .orElseThrow();
        var acceptance = "{\"topUp\":\"" + id(topUp) + "\",\"note\":\"与客户核对无误\"}";
        assertThat(finance.post("/api/v1/odd-payments/" + odd + "/acceptance", acceptance)
                        .status())
                .isEqualTo(200);
        assertThat(finance.post("/api/v1/odd-payments/" + odd + "/acceptance", acceptance)
                        .status())
                .isEqualTo(404);
        assertThat(balance()).isEqualTo(Money.ofYuan(30));
        assertThat(odd(order)).isEmpty();
    }

    @Test
    void a_payment_of_no_order_of_ours_is_kept_for_finance_staff() {
        var topUp = paidAtAlipay("300");
        var stray = "HT" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");

        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS", "out_trade_no", stray)))
                .isEqualTo("success");

        assertThat(odd(stray)).containsExactly("unknown-order 300.00");
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void one_payment_does_not_count_for_two_orders() {
        var first = toppedUp("300");
        var second = paidAtAlipay("300");

        assertThat(tell(ALIPAY.notice(
                        reference(second),
                        "TRADE_SUCCESS",
                        "trade_no",
                        ALIPAY.trade(reference(first)).number())))
                .isEqualTo("success");

        assertThat(balance()).isEqualTo(Money.ofYuan(300));
        assertThat(odd(reference(second))).containsExactly("used-transaction 300.00");
    }

    @Test
    void money_that_comes_after_the_order_was_closed_is_there_all_the_same() {
        var topUp = paidAtAlipay("300");

        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_CLOSED"))).isEqualTo("success");
        assertThat(state(topUp)).isEqualTo("closed");
        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"))).isEqualTo("success");

        assertThat(state(topUp)).isEqualTo("paid");
        assertThat(balance()).isEqualTo(Money.ofYuan(300));
        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_CLOSED"))).isEqualTo("success");
        assertThat(state(topUp)).isEqualTo("paid");
    }

    @Test
    void a_refund_made_at_alipay_may_be_told_before_its_payment() {
        var topUp = paidAtAlipay("300");
        var order = reference(topUp);
        var refunded = ALIPAY.notice(order, "TRADE_SUCCESS", "refund_fee", "100.00", "out_biz_no", "by-hand-" + order);

        assertThat(tell(refunded)).isEqualTo("success");
        assertThat(tell(ALIPAY.notice(order, "TRADE_SUCCESS"))).isEqualTo("success");
        assertThat(tell(refunded)).isEqualTo("success");

        assertThat(balance()).isEqualTo(Money.ofYuan(200));
        assertThat(state(topUp)).isEqualTo("partly-refunded");
    }

    @Test
    void what_was_not_told_is_asked_for() {
        var topUp = paidAtAlipay("300");
        rounds.step();
        assertThat(balance()).as("not yet: it may still be told").isEqualTo(Money.ZERO);

        goRoundAfter(Duration.ofMinutes(2), () -> assertThat(balance()).isEqualTo(Money.ofYuan(300)));

        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"))).isEqualTo("success");
        assertThat(balance()).isEqualTo(Money.ofYuan(300));
    }

    @Test
    void an_order_that_nobody_pays_expires_at_alipay_too() {
        var opened = ask("alipay", "300");
        ALIPAY.open(opened.json().at("/howToPay/page").asString());
        var untouched = ask("alipay", "300");

        goRoundAfter(Duration.ofHours(3), () -> {
            assertThat(state(opened)).isEqualTo("expired");
            assertThat(state(untouched)).isEqualTo("expired");
        });

        assertThat(ALIPAY.trade(reference(opened)).status()).isEqualTo("TRADE_CLOSED");
    }

    @Test
    void closing_finds_out_that_it_was_paid() {
        var topUp = paidAtAlipay("300");

        var closed = owner.post(TOP_UPS + "/" + id(topUp) + "/closing", "");

        assertThat(closed.json().at("/state").asString()).isEqualTo("paid");
        assertThat(balance()).isEqualTo(Money.ofYuan(300));
    }

    @Test
    void alipay_being_silent_is_told_within_seconds_and_loses_nothing() {
        var topUp = paidAtAlipay("300");
        ALIPAY.beSilentAbout(reference(topUp));

        var begun = Instant.now();
        var closing = owner.post(TOP_UPS + "/" + id(topUp) + "/closing", "");

        assertThat(closing.status()).isEqualTo(503);
        assertThat(code(closing)).isEqualTo("top-ups.provider-away");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(state(topUp)).isEqualTo("asked");

        ALIPAY.behaveAbout(reference(topUp));
        ALIPAY.breakAt(reference(topUp));
        assertThat(code(owner.post(TOP_UPS + "/" + id(topUp) + "/closing", ""))).isEqualTo("top-ups.provider-away");
        ALIPAY.behaveAbout(reference(topUp));
        goRoundAfter(Duration.ofHours(1), () -> assertThat(balance()).isEqualTo(Money.ofYuan(300)));
    }

    @Test
    void finance_staff_cannot_confirm_by_hand_what_alipay_tells() {
        var topUp = paidAtAlipay("300");

        assertThat(code(confirm(topUp, "300.00", bankReference()))).isEqualTo("top-ups.not-by-transfer");
        assertThat(ALIPAY.forged.get()).isZero();
    }
}
