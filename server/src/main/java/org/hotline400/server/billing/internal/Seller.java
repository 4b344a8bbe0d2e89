package org.hotline400.server.billing.internal;

import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.enrolment.payments.PaymentSettings;
import org.springframework.stereotype.Component;

/// Who bills, and where customers pay.
@Component
public class Seller {
    private final BillingSettings settings;
    private final PaymentSettings payments;

    Seller(BillingSettings settings, PaymentSettings payments) {
        this.settings = settings;
        this.payments = payments;
    }

    public String name() {
        if (!settings.operatorName().isBlank()) {
            return settings.operatorName();
        }
        return payments.accountHolder().isBlank() ? "400 号码服务平台" : payments.accountHolder();
    }

    /// How a bill is paid, in one sentence; Chinese.
    public String howToPay(String number) {
        return payments.accountNumber().isBlank()
                ? "账单金额从账户余额中扣除；余额不足时请登录平台充值（对公转账、支付宝、微信支付），到账后自动抵扣最早的账单。"
                : "账单金额从账户余额中扣除；余额不足时请在平台充值，或转账至 " + payments.accountHolder() + "，开户行 "
                        + payments.bank() + "，账号 " + payments.accountNumber() + "，附言注明 " + number
                        + "，到账后自动抵扣最早的账单。";
    }

    /// The same in English.
    public String howToPayInEnglish(String number) {
        return payments.accountNumber().isBlank()
                ? "Taken from the account's balance; where it does not suffice, top it up. What comes pays the oldest bill first."
                : "Taken from the account's balance; where it does not suffice, top it up or transfer to "
                        + payments.accountHolder() + ", " + payments.bank() + ", " + payments.accountNumber()
                        + ", remark " + number + ". What comes pays the oldest bill first.";
    }
}
