package org.hotline400.server.billing.payments.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.PaymentProvider;
import org.hotline400.server.billing.payments.TopUp;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import tools.jackson.databind.json.JsonMapper;

/// Alipay's payment page for computers (电脑网站支付): `alipay.trade.page.pay` and what belongs to it.
final class Alipay implements PaymentProvider {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);
    /// What Alipay calls an order of which nobody has opened the page.
    private static final String NOT_THERE = "ACQ.TRADE_NOT_EXIST";
    private static final Set<String> OVER = Set.of(NOT_THERE, "ACQ.TRADE_HAS_CLOSE");
    /// Refusals that others can mend, or that pass.
    private static final Set<String> PASSING =
            Set.of("ACQ.SYSTEM_ERROR", "aop.ACQ.SYSTEM_ERROR", "ACQ.SELLER_BALANCE_NOT_ENOUGH", "isp.unknow-error");

    private final AlipayClient client;
    private final AlipayNotices notices;
    private final String noticeAddress;
    private final Clock clock;

    Alipay(AlipayClient client, AlipayNotices notices, String noticeAddress, Clock clock) {
        this.client = client;
        this.notices = notices;
        this.noticeAddress = noticeAddress;
        this.clock = clock;
    }

    @Override
    public PayWay way() {
        return PayWay.ALIPAY;
    }

    /// The page's address is signed here; Alipay learns of the order when somebody opens it.
    @Override
    public Beginning begin(TopUp topUp) {
        var request = new AlipayTradePagePayRequest();
        request.setNotifyUrl(noticeAddress);
        request.setBizContent(json(Map.of(
                "out_trade_no",
                topUp.reference(),
                "total_amount",
                topUp.amount().toString(),
                "subject",
                "400 账户充值 " + topUp.reference(),
                "product_code",
                "FAST_INSTANT_TRADE_PAY",
                "time_expire",
                LOCAL.format(topUp.dates().expires()))));
        try {
            return new Beginning.OnPage(client.pageExecute(request, "GET").getBody());
        } catch (AlipayApiException e) {
            return new Beginning.Away(trouble(e));
        }
    }

    @Override
    public Standing look(String order) {
        var request = new AlipayTradeQueryRequest();
        request.setBizContent(json(Map.of("out_trade_no", order)));
        try {
            var answer = ask(request);
            if (!answer.isSuccess()) {
                return NOT_THERE.equals(answer.getSubCode()) ? new Standing.Gone() : new Standing.Away(trouble(answer));
            }
            return switch (String.valueOf(answer.getTradeStatus())) {
                case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                    new Standing.Arrived(new Notice.Paid(
                            order, answer.getTradeNo(), Money.parse(answer.getTotalAmount()), clock.instant()));
                case "TRADE_CLOSED" -> new Standing.Gone();
                default -> new Standing.Waiting();
            };
        } catch (AlipayApiException e) {
            return new Standing.Away(trouble(e));
        }
    }

    @Override
    public Closing close(String order) {
        var request = new AlipayTradeCloseRequest();
        request.setBizContent(json(Map.of("out_trade_no", order)));
        try {
            var answer = ask(request);
            if (answer.isSuccess() || OVER.contains(String.valueOf(answer.getSubCode()))) {
                return new Closing.Done();
            }
            return "ACQ.REASON_TRADE_STATUS_INVALID".equals(answer.getSubCode())
                    ? new Closing.Paid()
                    : new Closing.Away(trouble(answer));
        } catch (AlipayApiException e) {
            return new Closing.Away(trouble(e));
        }
    }

    @Override
    public Refunding refund(RefundOrder refund) {
        var request = new AlipayTradeRefundRequest();
        request.setBizContent(json(Map.of(
                "out_trade_no",
                refund.order(),
                "refund_amount",
                refund.amount().toString(),
                "out_request_no",
                refund.number(),
                "refund_reason",
                refund.reason())));
        try {
            var answer = ask(request);
            if (!answer.isSuccess()) {
                return new Refunding.Failed(trouble(answer));
            }
            // With N nothing moved by this request: perhaps an earlier one did it, perhaps none.
            return "Y".equals(answer.getFundChange()) ? new Refunding.Done(refund.number()) : lookAt(refund);
        } catch (AlipayApiException e) {
            return new Refunding.Failed(trouble(e));
        }
    }

    private Refunding lookAt(RefundOrder refund) throws AlipayApiException {
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizContent(json(Map.of("out_trade_no", refund.order(), "out_request_no", refund.number())));
        var answer = ask(request);
        return answer.isSuccess() && "REFUND_SUCCESS".equals(answer.getRefundStatus())
                ? new Refunding.Done(refund.number())
                : new Refunding.Pending();
    }

    @Override
    public Notice read(Message message) {
        return notices.read(message);
    }

    private <T extends AlipayResponse> T ask(AlipayRequest<T> request) throws AlipayApiException {
        return client.execute(request);
    }

    private static String json(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(new LinkedHashMap<>(fields));
    }

    /// Away, or something that is not Alipay's: its signature is wrong.
    private static Trouble trouble(AlipayApiException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return new Trouble("Alipay: " + briefly(String.valueOf(cause.getMessage())), true);
    }

    private static Trouble trouble(AlipayResponse answer) {
        var code = String.valueOf(answer.getSubCode());
        var isPassing = "20000".equals(answer.getCode()) || PASSING.contains(code);
        return new Trouble("Alipay: " + code + " " + briefly(String.valueOf(answer.getSubMsg())), isPassing);
    }

    private static String briefly(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
