package org.hotline400.server.billing.payments.wechat;

import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.PaymentProvider;
import org.hotline400.server.billing.payments.TopUp;
import org.hotline400.server.kernel.BusinessTime;

/// WeChat Pay by a QR code on our page (Native 支付).
final class WechatPay implements PaymentProvider {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(BusinessTime.ZONE);
    private static final Set<String> NOT_THERE = Set.of("ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS", "ORDERNOTEXIST");
    private static final Set<String> PAID = Set.of("ORDER_PAID", "ORDERPAID");
    private static final Set<String> OVER = Set.of("ORDER_CLOSED", "ORDERCLOSED");
    /// Refusals that others can mend, or that pass.
    private static final Set<String> PASSING =
            Set.of("SYSTEM_ERROR", "FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED", "NOT_ENOUGH", "BANK_ERROR");

    private final WechatAccount account;
    private final NativePayService orders;
    private final RefundService refunds;
    private final WechatNotices notices;
    private final String noticeAddress;

    WechatPay(
            WechatAccount account,
            NativePayService orders,
            RefundService refunds,
            WechatNotices notices,
            String noticeAddress) {
        this.account = account;
        this.orders = orders;
        this.refunds = refunds;
        this.notices = notices;
        this.noticeAddress = noticeAddress;
    }

    @Override
    public PayWay way() {
        return PayWay.WECHAT_PAY;
    }

    @Override
    public Beginning begin(TopUp topUp) {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(Fen.of(topUp.amount())));
        var request = new PrepayRequest();
        request.setAppid(account.appId());
        request.setMchid(account.merchantId());
        request.setDescription("400 账户充值 " + topUp.reference());
        request.setOutTradeNo(topUp.reference());
        request.setTimeExpire(RFC_3339.format(topUp.dates().expires().truncatedTo(ChronoUnit.SECONDS)));
        request.setNotifyUrl(noticeAddress);
        request.setAmount(amount);
        try {
            return new Beginning.OnPage(orders.prepay(request).getCodeUrl());
        } catch (WechatPayException e) {
            return new Beginning.Away(trouble(e));
        }
    }

    @Override
    public Standing look(String order) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(account.merchantId());
        request.setOutTradeNo(order);
        try {
            return standing(orders.queryOrderByOutTradeNo(request));
        } catch (ServiceException e) {
            return NOT_THERE.contains(String.valueOf(e.getErrorCode()))
                    ? new Standing.Gone()
                    : new Standing.Away(trouble(e));
        } catch (WechatPayException e) {
            return new Standing.Away(trouble(e));
        }
    }

    private Standing standing(Transaction transaction) {
        return switch (transaction.getTradeState()) {
            // Refunds are told otherwise; that the money had come is news all the same.
            case SUCCESS, REFUND -> new Standing.Arrived(notices.paid(transaction));
            case CLOSED, REVOKED, PAYERROR -> new Standing.Gone();
            case NOTPAY, USERPAYING, ACCEPT -> new Standing.Waiting();
        };
    }

    @Override
    public Closing close(String order) {
        var request = new CloseOrderRequest();
        request.setMchid(account.merchantId());
        request.setOutTradeNo(order);
        try {
            orders.closeOrder(request);
            return new Closing.Done();
        } catch (ServiceException e) {
            var code = String.valueOf(e.getErrorCode());
            if (PAID.contains(code)) {
                return new Closing.Paid();
            }
            return NOT_THERE.contains(code) || OVER.contains(code) ? new Closing.Done() : new Closing.Away(trouble(e));
        } catch (WechatPayException e) {
            return new Closing.Away(trouble(e));
        }
    }

    @Override
    public Refunding refund(RefundOrder refund) {
        var amount = new AmountReq();
        amount.setRefund(Fen.of(refund.amount()));
        amount.setTotal(Fen.of(refund.paid()));
        amount.setCurrency("CNY");
        var request = new CreateRequest();
        request.setOutTradeNo(refund.order());
        request.setOutRefundNo(refund.number());
        request.setReason(refund.reason());
        request.setNotifyUrl(noticeAddress);
        request.setAmount(amount);
        try {
            return refunding(refunds.create(request));
        } catch (WechatPayException e) {
            return new Refunding.Failed(trouble(e));
        }
    }

    /// Asked again, it tells how the same refund stands now.
    private static Refunding refunding(Refund refund) {
        return switch (refund.getStatus()) {
            case SUCCESS -> new Refunding.Done(refund.getRefundId());
            case PROCESSING -> new Refunding.Pending();
            case ABNORMAL, CLOSED ->
                new Refunding.Failed(new Trouble("WeChat Pay: the refund is " + refund.getStatus(), false));
        };
    }

    @Override
    public Notice read(Message message) {
        return notices.read(message);
    }

    private static Trouble trouble(WechatPayException e) {
        return switch (e) {
            case ServiceException refused ->
                new Trouble(
                        "WeChat Pay: " + refused.getErrorCode() + " " + refused.getErrorMessage(),
                        refused.getHttpStatusCode() >= 500
                                || refused.getHttpStatusCode() == 429
                                || PASSING.contains(String.valueOf(refused.getErrorCode())));
            case HttpException away ->
                new Trouble(
                        "WeChat Pay: "
                                + (away.getCause() == null
                                        ? ""
                                        : away.getCause().getMessage()),
                        true);
            // Not WeChat Pay's signature, or nothing that can be read.
            default -> new Trouble("WeChat Pay: " + e.getClass().getSimpleName(), true);
        };
    }
}
