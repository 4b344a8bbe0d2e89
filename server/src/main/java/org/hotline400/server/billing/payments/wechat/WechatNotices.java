package org.hotline400.server.billing.payments.wechat;

import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.Clock;
import org.hotline400.server.billing.payments.PaymentProvider.Message;
import org.hotline400.server.billing.payments.PaymentProvider.Notice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads WeChat Pay's notifications: JSON, signed in its headers, with what it tells sealed inside.
record WechatNotices(WechatAccount account, NotificationParser parser, Clock clock) {

    Notice read(Message message) {
        try {
            // Signatures are checked with what is read; this only says how to read it.
            return isRefund(message)
                    ? refunded(parser.parse(param(message), RefundNotification.class))
                    : told(parser.parse(param(message), Transaction.class));
        } catch (ValidationException _) {
            return new Notice.Forged("its signature is wrong");
        } catch (DecryptionException _) {
            return new Notice.Forged("it is sealed with another key");
        } catch (MalformedMessageException | IllegalArgumentException | JacksonException _) {
            return new Notice.Forged("it cannot be read");
        }
    }

    private static boolean isRefund(Message message) {
        return JsonMapper.shared()
                .readTree(message.body())
                .path("event_type")
                .asString("")
                .startsWith("REFUND");
    }

    private static RequestParam param(Message message) {
        return new RequestParam.Builder()
                .serialNumber(message.header("wechatpay-serial"))
                .nonce(message.header("wechatpay-nonce"))
                .timestamp(message.header("wechatpay-timestamp"))
                .signature(message.header("wechatpay-signature"))
                .signType("WECHATPAY2-SHA256-RSA2048")
                .body(message.body())
                .build();
    }

    private Notice told(Transaction transaction) {
        if (!account.merchantId().equals(transaction.getMchid())
                || !account.appId().equals(transaction.getAppid())) {
            return new Notice.NotOurs(
                    "it is for application " + transaction.getAppid() + " of merchant " + transaction.getMchid());
        }
        return switch (transaction.getTradeState()) {
            case SUCCESS, REFUND -> paid(transaction);
            case CLOSED, REVOKED -> new Notice.Closed(transaction.getOutTradeNo());
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> new Notice.Idle();
        };
    }

    Notice.Paid paid(Transaction transaction) {
        return new Notice.Paid(
                transaction.getOutTradeNo(),
                transaction.getTransactionId(),
                Fen.read(transaction.getAmount().getTotal()),
                clock.instant());
    }

    /// The merchant's number stands in what the message is sealed with; another merchant's cannot be opened.
    private Notice refunded(RefundNotification refund) {
        if (refund.getRefundStatus() != Status.SUCCESS) {
            return new Notice.Idle();
        }
        var amount = refund.getAmount();
        return new Notice.Refunded(
                new Notice.Paid(
                        refund.getOutTradeNo(),
                        refund.getTransactionId(),
                        Fen.read(amount.getTotal()),
                        clock.instant()),
                refund.getOutRefundNo(),
                Fen.read(amount.getRefund()),
                false);
    }
}
