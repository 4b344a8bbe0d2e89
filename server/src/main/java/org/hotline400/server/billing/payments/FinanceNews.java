package org.hotline400.server.billing.payments;

import java.util.Optional;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Component;

/// Tells the operator's finance staff by mail what needs them, where an address is set.
@Component
class FinanceNews {
    private final Messenger messenger;
    private final TopUpSettings settings;

    FinanceNews(Messenger messenger, TopUpSettings settings) {
        this.messenger = messenger;
        this.settings = settings;
    }

    void odd(OddPayment odd) {
        send("待核对的在线收款 / a payment that fits no order", """
                %s 通知：订单 %s，交易号 %s，金额 %s 元，未入账，原因：%s。请在“待核对收款”中处理。

                %s told of %s yuan for order %s (transaction %s). It was not booked: %s. Please settle it in the list
                of odd payments.
                """.formatted(
                        odd.way().code(),
                        odd.order(),
                        odd.transaction(),
                        odd.amount(),
                        odd.kind().code(),
                        odd.way().code(),
                        odd.amount(),
                        odd.order(),
                        odd.transaction(),
                        odd.kind().code()));
    }

    void failed(Refund refund, String trouble) {
        send("退款失败 / a refund failed", """
                退款 %s（%s 元，%s）失败：%s。冻结的金额已退还客户账户，请核对后重新发起。

                Refund %s of %s yuan by %s failed: %s. What was held is back on the customer's account; please look
                into it and order it again.
                """.formatted(
                        refund.id(),
                        refund.amount(),
                        refund.way().code(),
                        trouble,
                        refund.id(),
                        refund.amount(),
                        refund.way().code(),
                        trouble));
    }

    private void send(String subject, String text) {
        if (!settings.financeMail().isBlank()) {
            messenger.send(new Messenger.Letter(
                    TenantId.OPERATOR, Optional.of(settings.financeMail()), Optional.empty(), subject, text, ""));
        }
    }
}
