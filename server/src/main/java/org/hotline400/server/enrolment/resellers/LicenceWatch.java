package org.hotline400.server.enrolment.resellers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.kernel.Daytime;
import org.hotline400.server.kernel.Lookout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Warns of licences that end: the reseller by mail and text message, the operator in the log and in the list. By day
/// only.
@Component
public class LicenceWatch extends Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(LicenceWatch.class);

    /// Days before the end; below zero the licence is over. The nearest first, so that whoever is late is warned once.
    static final List<Integer> THRESHOLDS = List.of(-1, 7, 30, 60);

    private static final int MOST = 100;

    private final Resellers resellers;
    private final Messenger messenger;
    private final Transactions transactions;
    private final Clock clock;

    public LicenceWatch(Resellers resellers, Messenger messenger, Transactions transactions, Clock clock) {
        super("licences", Duration.ofHours(1));
        this.resellers = resellers;
        this.messenger = messenger;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected void lookOut() {
        if (Daytime.includes(clock.instant())) {
            THRESHOLDS.forEach(days -> resellers.toWarn(days, MOST).forEach(reseller -> warn(reseller, days)));
        }
    }

    private void warn(Reseller reseller, int days) {
        var told = transactions.asOperator(() -> {
            if (!resellers.warned(reseller, days)) {
                return false;
            }
            messenger.send(letter(reseller));
            return true;
        });
        if (told) {
            LOG.warn(
                    "the licence of reseller {} ends on {}",
                    reseller.tenant(),
                    reseller.licence().until());
        }
    }

    private Messenger.Letter letter(Reseller reseller) {
        var licence = reseller.licence();
        var left = reseller.daysLeft(resellers.today());
        var chinese =
                left < 0 ? "已于 " + licence.until() + " 到期，受理已暂停" : "将于 " + licence.until() + " 到期（剩余 " + left + " 天）";
        var english = left < 0
                ? "expired on " + licence.until() + "; intake is blocked"
                : "expires on " + licence.until() + " (" + left + " days left)";
        return new Messenger.Letter(
                reseller.tenant(),
                reseller.mail(),
                reseller.mobile(),
                "电信业务经营许可证到期提醒 / licence expiry",
                """
                %s：

                贵公司的电信业务经营许可证（%s）%s。到期后将不能再受理 400 号码申请，请尽快将新许可证提交运营商登记。

                %s:

                Your telecommunications licence %s %s. Applications for 400 numbers are not taken in after that day.
                Please show the new licence to the operator.
                """.formatted(reseller.name(), licence.number(), chinese, reseller.name(), licence.number(), english),
                "【400】许可证 " + licence.number() + " " + chinese + "，请尽快向运营商登记新证。");
    }
}
