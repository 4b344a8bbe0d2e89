package org.hotline400.server.enrolment.payments;

import org.hotline400.server.kernel.Money;
import org.springframework.stereotype.Component;

/// Payers transfer to the operator's account and write the reference into it; finance staff read the statement.
@Component
class BankTransfer implements Payments {
    private final PaymentSettings settings;

    BankTransfer(PaymentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String way() {
        return "bank-transfer";
    }

    @Override
    public Beginning begin(Payment payment) {
        return new Beginning.ByTransfer(settings.transferTo(), payment.reference());
    }

    @Override
    public Standing standing(Payment payment) {
        return new Standing.ToldByStaff();
    }

    @Override
    public Refunding refund(Payment payment, Money amount) {
        return new Refunding.ByStaff();
    }
}
