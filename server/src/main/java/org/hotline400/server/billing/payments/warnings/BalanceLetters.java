package org.hotline400.server.billing.payments.warnings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hotline400.server.billing.MoneyContacts;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.kernel.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes to customers whose money runs out, by mail and text message, in the caller's transaction.
@Component
class BalanceLetters {
    private static final Logger LOG = LoggerFactory.getLogger(BalanceLetters.class);

    private final Messenger messenger;
    private final MoneyContacts contacts;

    BalanceLetters(Messenger messenger, MoneyContacts contacts) {
        this.messenger = messenger;
        this.contacts = contacts;
    }

    void write(LowBalance low) {
        var contact = contacts.of(low.tenant());
        if (contact.isEmpty()) {
            LOG.warn("the balance of {} is low, and nobody is there to be told", low.tenant());
        }
        contact.ifPresent(to -> messenger.send(new Messenger.Letter(
                low.tenant(),
                to.mail(),
                to.mobile(),
                "400 账户余额不足提醒 / low balance",
                chinese(low) + "请及时充值，余额用尽后来电将无法接通。\n\n" + english(low)
                        + " Please top it up: when it is used up, calls to your numbers are not put through.\n",
                "【400】" + chinese(low) + "请及时充值，以免来电无法接通。")));
    }

    private static String chinese(LowBalance low) {
        var text = new StringBuilder("贵公司 400 账户余额 " + yuan(low.balance()) + " 元");
        low.percent()
                .ifPresent(part -> text.append("，已不足上次充值后余额的 ").append(part).append("%"));
        low.daysLeft()
                .ifPresent(days -> text.append("，按最近 7 天日均话费 ")
                        .append(yuan(low.aDay().orElse(Money.ZERO)))
                        .append(" 元计算，约可使用 ")
                        .append(days)
                        .append(" 天"));
        return text.append("。").toString();
    }

    private static String english(LowBalance low) {
        var text = new StringBuilder("Your account for 400 numbers has " + yuan(low.balance()) + " yuan left");
        low.percent()
                .ifPresent(part -> text.append(", ")
                        .append(part)
                        .append(" % or less of what it had after your" + " last payment"));
        low.daysLeft()
                .ifPresent(days -> text.append("; at ")
                        .append(yuan(low.aDay().orElse(Money.ZERO)))
                        .append(" yuan a day, the mean of the last seven, it lasts for ")
                        .append(days)
                        .append(days == 1 ? " day" : " days"));
        return text.append(".").toString();
    }

    /// Whole fen, never more than there is.
    private static String yuan(Money amount) {
        return new BigDecimal(amount.toString()).setScale(2, RoundingMode.FLOOR).toPlainString();
    }
}
