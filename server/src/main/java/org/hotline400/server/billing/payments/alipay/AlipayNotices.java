package org.hotline400.server.billing.payments.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.time.Clock;
import java.util.HashMap;
import org.hotline400.server.billing.payments.PaymentProvider.Message;
import org.hotline400.server.billing.payments.PaymentProvider.Notice;
import org.hotline400.server.kernel.Money;

/// Reads Alipay's notifications (异步通知): a form, signed over its sorted fields.
///
/// @param publicKey Alipay's, Base64
record AlipayNotices(String appId, String sellerId, String publicKey, Clock clock) {

    Notice read(Message message) {
        if (!isSigned(message)) {
            return new Notice.Forged("its signature is wrong");
        }
        if (!appId.equals(message.field("app_id")) || !sellerId.equals(message.field("seller_id"))) {
            return new Notice.NotOurs(
                    "it is for application " + message.field("app_id") + " of seller " + message.field("seller_id"));
        }
        try {
            return notice(message);
        } catch (IllegalArgumentException e) {
            return new Notice.NotOurs("it cannot be read: " + e.getMessage());
        }
    }

    private boolean isSigned(Message message) {
        try {
            return "RSA2".equals(message.field("sign_type"))
                    && AlipaySignature.rsaCheckV1(new HashMap<>(message.form()), publicKey, "UTF-8", "RSA2");
        } catch (AlipayApiException _) {
            return false;
        }
    }

    private Notice notice(Message message) {
        var isPaid = switch (message.field("trade_status")) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> true;
            default -> false;
        };
        if (!message.field("refund_fee").isEmpty()) {
            return refunded(message);
        }
        if (isPaid) {
            return paid(message);
        }
        return "TRADE_CLOSED".equals(message.field("trade_status"))
                ? new Notice.Closed(message.field("out_trade_no"))
                : new Notice.Idle();
    }

    private Notice.Paid paid(Message message) {
        if (message.field("trade_no").isEmpty() || message.field("out_trade_no").isEmpty()) {
            throw new IllegalArgumentException("it names no order");
        }
        return new Notice.Paid(
                message.field("out_trade_no"),
                message.field("trade_no"),
                Money.parse(message.field("total_amount")),
                clock.instant());
    }

    /// `refund_fee` is all that has gone back of the order so far.
    private Notice.Refunded refunded(Message message) {
        var all = Money.parse(message.field("refund_fee"));
        var number = message.field("out_biz_no");
        return new Notice.Refunded(
                paid(message), number.isEmpty() ? message.field("trade_no") + "-" + all : number, all, true);
    }
}
