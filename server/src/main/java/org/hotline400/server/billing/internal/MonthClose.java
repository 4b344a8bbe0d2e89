package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.charging.SettledCalls;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Closes the month before this one: drafts when its calls are settled, bills on the day that is set. Where calls are
/// not settled in time, somebody is told, the drafts are made of what is there, and nothing is issued until they are.
@Component
public class MonthClose {
    private static final Logger LOG = LoggerFactory.getLogger(MonthClose.class);
    /// Whoever finds calls of longer ago looks at the drafts himself.
    private static final int MONTHS_BACK = 3;

    private final Transactions transactions;
    private final MonthRows months;
    private final MonthlyBills bills;
    private final SettledCalls settled;
    private final BillingSettings settings;
    private final Clock clock;

    MonthClose(
            Transactions transactions,
            MonthRows months,
            MonthlyBills bills,
            SettledCalls settled,
            BillingSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.months = months;
        this.bills = bills;
        this.settled = settled;
        this.settings = settings;
        this.clock = clock;
    }

    /// Does what is due: for the last month, and for three before it, where they were not settled in time.
    public void step() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, BusinessTime.ZONE);
        var last = today.withDayOfMonth(1).minusMonths(1);
        step(last, today, now);
        transactions
                .asOperator(() -> months.late(last.minusMonths(MONTHS_BACK), last))
                .forEach(month -> stepApart(month, today, now));
    }

    private void stepApart(LocalDate month, LocalDate today, Instant now) {
        try {
            step(month, today, now);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be closed: {}", YearMonth.from(month), e.toString());
        }
    }

    private void step(LocalDate month, LocalDate today, Instant now) {
        var state = transactions.asOperator(() -> months.lock(month));
        if (state.issued().isPresent()) {
            return;
        }
        boolean isSettled = isSettled(month);
        if (!isSettled && !isLate(month, now)) {
            return;
        }
        if (state.drafted().isEmpty()) {
            draft(month, isSettled, now);
        }
        if (isSettled && isIssueDay(month, today)) {
            issue(month);
        }
    }

    private boolean isIssueDay(LocalDate month, LocalDate today) {
        return settings.issueDay() > 0 && !today.isBefore(month.plusMonths(1).plusDays(settings.issueDay() - 1L));
    }

    private boolean isSettled(LocalDate month) {
        var end = end(month);
        return transactions.asOperator(() -> settled.until(end));
    }

    private static Instant end(LocalDate month) {
        return month.plusMonths(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private boolean isLate(LocalDate month, Instant now) {
        return !now.isBefore(end(month).plus(settings.settleWait()));
    }

    /// Where there is nobody to be billed there is nothing to be told.
    private void draft(LocalDate month, boolean isSettled, Instant now) {
        int count = bills.draft(month);
        if (!isSettled && count > 0) {
            LOG.warn(
                    "calls of {} are not settled yet: its bills are drafts, and are issued once they are (is the"
                            + " database away, or a node?)",
                    YearMonth.from(month));
            transactions.asOperator(() -> months.told(month, now));
        }
        transactions.asOperator(() -> months.drafted(month, now));
        LOG.info("{}: {} drafts of bills", YearMonth.from(month), count);
    }

    /// Issues all bills of a month that are not issued.
    ///
    /// @return how many
    public int issue(LocalDate month) {
        int count = bills.issue(month);
        transactions.asOperator(() -> {
            var _ = months.lock(month);
            months.issued(month, clock.instant());
        });
        LOG.info("{}: {} bills issued", YearMonth.from(month), count);
        return count;
    }
}
