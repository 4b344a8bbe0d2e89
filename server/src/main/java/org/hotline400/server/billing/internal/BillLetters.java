package org.hotline400.server.billing.internal;

import java.util.Optional;
import org.hotline400.server.billing.MoneyContact;
import org.hotline400.server.billing.MoneyContacts;
import org.hotline400.server.billing.internal.DunningRows.Overdue;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.stereotype.Component;

/// Writes to customers about their bills, by mail and text message, in the transaction of what is told. To whom the
/// customer has named; otherwise to the one who handled the application, to whoever pays the bills, or to the owner.
@Component
class BillLetters {
    private final Messenger messenger;
    private final Applications applications;
    private final MoneyContacts contacts;
    private final Seller seller;

    BillLetters(Messenger messenger, Applications applications, MoneyContacts contacts, Seller seller) {
        this.messenger = messenger;
        this.applications = applications;
        this.contacts = contacts;
        this.seller = seller;
    }

    void remind(Overdue bill, long late) {
        var since = late == 0 ? "今天到期" : "已逾期 " + late + " 天";
        send(
                bill,
                "账单缴费提醒 / payment reminder " + bill.number(),
                "贵公司 400 号码 " + bill.hotline().display() + " 的账单 " + bill.number() + " 尚有 " + bill.unpaid() + " 元未付，"
                        + since + "（到期日 " + bill.due() + "）。" + seller.howToPay(bill.number()),
                bill.unpaid() + " yuan of the bill " + bill.number() + " for "
                        + bill.hotline().display() + " are not paid; due on " + bill.due() + ". "
                        + seller.howToPayInEnglish(bill.number()),
                "【400】账单 " + bill.number() + " 未付 " + bill.unpaid() + " 元，" + since + "，请及时缴费。");
    }

    void tellOfSuspension(Overdue bill, long late) {
        send(
                bill,
                "400 号码欠费停机 / suspended for arrears " + bill.number(),
                "账单 " + bill.number() + " 已逾期 " + late + " 天，未付 " + bill.unpaid() + " 元，400 号码 "
                        + bill.hotline().display() + " 已停机。缴清后立即恢复服务。" + seller.howToPay(bill.number()),
                bill.hotline().display() + " is suspended: " + bill.unpaid() + " yuan of the bill " + bill.number()
                        + " are " + late + " days late. It is back in service once they are paid. "
                        + seller.howToPayInEnglish(bill.number()),
                "【400】" + bill.hotline().display() + " 因账单 " + bill.number() + " 逾期未付已停机，缴清 " + bill.unpaid()
                        + " 元后立即恢复。");
    }

    void warnOfTermination(Overdue bill, long late) {
        send(
                bill,
                "400 号码拟解约通知 / notice before termination " + bill.number(),
                "账单 " + bill.number() + " 已逾期 " + late + " 天，未付 " + bill.unpaid() + " 元。如不尽快缴清，400 号码 "
                        + bill.hotline().display() + " 的合约将被解除，号码将被收回。" + seller.howToPay(bill.number()),
                bill.unpaid() + " yuan of the bill " + bill.number() + " are " + late
                        + " days late. Unless they are paid soon, the contract for "
                        + bill.hotline().display() + " will be ended and the number taken back. "
                        + seller.howToPayInEnglish(bill.number()),
                "【400】账单 " + bill.number() + " 逾期 " + late + " 天，"
                        + bill.hotline().display() + " 即将解约收回，请立即缴费 " + bill.unpaid() + " 元。");
    }

    private void send(Overdue bill, String subject, String chinese, String english, String brief) {
        contact(bill)
                .ifPresent(to -> messenger.send(new Messenger.Letter(
                        bill.tenant(), to.mail(), to.mobile(), subject, chinese + "\n\n" + english + "\n", brief)));
    }

    private Optional<MoneyContact> contact(Overdue bill) {
        return contacts.named(bill.tenant()).or(() -> handler(bill.contract())).or(() -> contacts.of(bill.tenant()));
    }

    private Optional<MoneyContact> handler(ContractId contract) {
        return applications
                .find(new ApplicationId(contract.value()), ApplicationActor.platform("a letter about a bill"))
                .map(Application::form)
                .map(Form::handler)
                .filter(one -> one.mail().isPresent() || one.mobile().isPresent())
                .map(one -> new MoneyContact(one.mail(), one.mobile()));
    }
}
