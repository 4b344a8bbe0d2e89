package org.hotline400.server.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;

/// Customers pay with WeChat Pay, whose notifications come late, twice, out of order, forged and for others.
class WechatTopUpTest extends PayingTest {

    private Api.Answer paidAtWechat(String amount) {
        var topUp = ask("wechat-pay", amount);
        assertThat(topUp.status()).isEqualTo(201);
        WECHAT.pay(reference(topUp));
        return topUp;
    }

    @Test
    void a_payment_is_on_the_account_once_however_often_it_is_told() {
        var topUp = ask("wechat-pay", "128.50");
        assertThat(topUp.json().at("/howToPay/qrCode").asString()).startsWith("weixin://");
        assertThat(WECHAT.order(reference(topUp)).fen()).isEqualTo(12_850);
        WECHAT.pay(reference(topUp));
        var notice = WECHAT.paidNotice(reference(topUp));

        assertThat(tell(notice)).isEqualTo(204);
        assertThat(tell(notice)).as("replayed").isEqualTo(204);
        assertThat(tell(WECHAT.paidNotice(reference(topUp)))).isEqualTo(204);

        assertThat(balance()).isEqualTo(Money.parse("128.50"));
        assertThat(state(topUp)).isEqualTo("paid");
        assertThat(WECHAT.forged.get())
                .as("requests of ours that were not signed well")
                .isZero();
    }

    @Test
    void a_forged_notification_moves_nothing() {
        var topUp = paidAtWechat("300");
        var notice = WECHAT.paidNotice(reference(topUp));
        var other = WECHAT.paidNotice(reference(topUp));

        assertThat(tell(new PayingWechat.Sent(notice.body(), other.headers()))).isEqualTo(400);
        assertThat(tell(new PayingWechat.Sent("{}", notice.headers()))).isEqualTo(400);
        assertThat(tell(new PayingWechat.Sent("not JSON", notice.headers()))).isEqualTo(400);
        assertThat(api.withoutKey()
                        .post("/api/v1/payment-notices/wechat-pay", notice.body())
                        .status())
                .isEqualTo(400);

        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void another_merchants_order_and_another_amount_move_nothing() {
        var topUp = paidAtWechat("300");
        var order = WECHAT.order(reference(topUp));

        assertThat(tell(WECHAT.notice(
                        "TRANSACTION.SUCCESS",
                        PayingWechat.transaction(reference(topUp), order, order.fen(), "1900000009"))))
                .isEqualTo(400);
        assertThat(tell(WECHAT.notice(
                        "TRANSACTION.SUCCESS",
                        PayingWechat.transaction(reference(topUp), order, 1, PayingWechat.MERCHANT))))
                .isEqualTo(204);

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(odd(reference(topUp))).containsExactly("wrong-amount 0.01");
    }

    @Test
    void what_was_not_told_is_asked_for_and_what_nobody_pays_expires() {
        var paid = paidAtWechat("300");
        var unpaid = ask("wechat-pay", "100");

        goRoundAfter(Duration.ofMinutes(2), () -> assertThat(state(paid)).isEqualTo("paid"));
        assertThat(state(unpaid)).isEqualTo("asked");

        goRoundAfter(Duration.ofHours(3), () -> assertThat(state(unpaid)).isEqualTo("expired"));
        assertThat(WECHAT.order(reference(unpaid)).state()).isEqualTo("CLOSED");

        // The customer's phone was faster than our closing.
        WECHAT.pay(reference(unpaid));
        assertThat(tell(WECHAT.paidNotice(reference(unpaid)))).isEqualTo(204);
        assertThat(balance()).isEqualTo(Money.ofYuan(400));
    }

    @Test
    void a_silent_provider_can_be_asked_again_with_the_same_key() {
        var key = UUID.randomUUID().toString();
        WECHAT.breakAt("/v3/pay/transactions/native");

        var away = ask("wechat-pay", "300", key);
        WECHAT.behaveAbout("/v3/pay/transactions/native");
        var again = ask("wechat-pay", "300", key);

        assertThat(away.status()).isEqualTo(503);
        assertThat(code(away)).isEqualTo("top-ups.provider-away");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/howToPay/qrCode").asString()).contains(reference(again));
        assertThat(owner.get(TOP_UPS).json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void a_refund_that_takes_a_while_is_done_when_wechat_says_so() {
        var topUp = paidAtWechat("300");
        tell(WECHAT.paidNotice(reference(topUp)));
        WECHAT.refundStatus = "PROCESSING";

        var asked = refund(topUp, "100.00");
        WECHAT.refundStatus = "SUCCESS";

        assertThat(asked.json().at("/state").asString()).isEqualTo("due");
        assertThat(balance()).isEqualTo(Money.ofYuan(300));
        assertThat(reserved()).as("nobody spends it meanwhile").isEqualTo(Money.ofYuan(100));

        var number = asked.json().at("/id").asString().replace("-", "");
        assertThat(tell(WECHAT.refundNotice(reference(topUp), number, 10_000))).isEqualTo(204);
        assertThat(tell(WECHAT.refundNotice(reference(topUp), number, 10_000))).isEqualTo(204);
        goRoundAfter(Duration.ofMinutes(5), () -> assertThat(balance()).isEqualTo(Money.ofYuan(200)));

        assertThat(reserved()).isEqualTo(Money.ZERO);
        assertThat(state(topUp)).isEqualTo("partly-refunded");
        assertThat(WECHAT.refunds()).containsEntry(number, 10_000L);
    }

    @Test
    void a_refund_that_was_given_up_and_is_done_all_the_same_is_booked() {
        var topUp = paidAtWechat("300");
        tell(WECHAT.paidNotice(reference(topUp)));
        WECHAT.refundStatus = "ABNORMAL";

        var asked = refund(topUp, "100.00");
        WECHAT.refundStatus = "SUCCESS";

        assertThat(asked.json().at("/state").asString()).isEqualTo("failed");
        assertThat(balance()).isEqualTo(Money.ofYuan(300));

        var number = asked.json().at("/id").asString().replace("-", "");
        assertThat(tell(WECHAT.refundNotice(reference(topUp), number, 10_000))).isEqualTo(204);
        assertThat(tell(WECHAT.refundNotice(reference(topUp), number, 10_000))).isEqualTo(204);

        assertThat(balance()).isEqualTo(Money.ofYuan(200));
        assertThat(reserved()).isEqualTo(Money.ZERO);
        assertThat(state(topUp)).isEqualTo("partly-refunded");
    }
}
