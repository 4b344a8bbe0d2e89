package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.BillPaid;
import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.billing.internal.DunningRows.Overdue;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// What happens to bills that are not paid: reminders, then suspension for arrears, then a proposal to the operator to
/// end the contract. Each step once; who was not looked at for days gets the latest reminder, not all of them.
@Component
public class Dunning {
    private static final Logger LOG = LoggerFactory.getLogger(Dunning.class);
    private static final int MOST = 200;
    static final String SUSPEND = "suspend";
    static final String TERMINATE = "propose-termination";

    private final Transactions transactions;
    private final Collecting collecting;
    private final DunningRows rows;
    private final LateFeeRows lateFees;
    private final BillLetters letters;
    private final HotlineNumbers numbers;
    private final BillingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dunning(
            Transactions transactions,
            Collecting collecting,
            DunningRows rows,
            LateFeeRows lateFees,
            BillLetters letters,
            HotlineNumbers numbers,
            BillingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.collecting = collecting;
        this.rows = rows;
        this.lateFees = lateFees;
        this.letters = letters;
        this.numbers = numbers;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// Takes what has become free since it was asked for, such as what a refund or calls had held: before a late fee
    /// grows, and before anybody is reminded.
    public void collect() {
        var after = Optional.<TenantId>empty();
        for (var some = debtors(after); !some.isEmpty(); some = debtors(after)) {
            some.forEach(this::collectApart);
            after = Optional.of(some.getLast());
        }
    }

    private List<TenantId> debtors(Optional<TenantId> after) {
        return transactions.asOperator(() -> rows.debtors(today(), after, MOST));
    }

    private void collectApart(TenantId tenant) {
        try {
            transactions.asOperator(() -> collecting.collectFree(tenant));
        } catch (RuntimeException e) {
            LOG.warn("nothing could be taken from tenant {} for his bills: {}", tenant, e.toString());
        }
    }

    /// Writes down what the days up to today cost who is late.
    public void accrueLateFees() {
        transactions.asOperator(() -> lateFees.accrue(settings.lateFee(), today()));
    }

    /// Does what is due today.
    public void remind() {
        var after = Optional.<BillId>empty();
        for (var some = next(after); !some.isEmpty(); some = next(after)) {
            some.forEach(this::remindApart);
            after = Optional.of(some.getLast().bill());
        }
    }

    private List<Overdue> next(Optional<BillId> after) {
        return transactions.asOperator(() -> rows.overdue(today(), after, MOST));
    }

    /// One bill about which nothing can be done now holds up no other.
    private void remindApart(Overdue bill) {
        try {
            transactions.asOperator(() -> remind(bill));
        } catch (RuntimeException e) {
            LOG.warn("nobody could be reminded of {}: {}", bill.number(), e.toString());
        }
    }

    void remind(Overdue bill) {
        long late = ChronoUnit.DAYS.between(bill.due(), today());
        var dunning = settings.dunning();
        var reached = dunning.remindDays().stream()
                .filter(days -> days <= late)
                .sorted(Comparator.reverseOrder())
                .toList();
        var isFirst = reached.isEmpty() || rows.note(bill, "reminder-" + reached.getFirst(), clock.instant());
        reached.stream().skip(1).forEach(days -> rows.note(bill, "reminder-" + days, clock.instant()));
        if (isFirst && !reached.isEmpty()) {
            letters.remind(bill, late);
        }
        if (isReached(dunning.suspendDays(), late) && rows.note(bill, SUSPEND, clock.instant())) {
            suspend(bill, late);
        }
        if (isReached(dunning.terminateDays(), late) && rows.note(bill, TERMINATE, clock.instant())) {
            letters.warnOfTermination(bill, late);
            LOG.warn("{} is {} days late: the contract {} may be ended", bill.number(), late, bill.contract());
        }
    }

    private static boolean isReached(int days, long late) {
        return days > 0 && late >= days;
    }

    /// Only the debtor's own number: who has it by now owes nothing.
    private void suspend(Overdue bill, long late) {
        var isHis = numbers.find(bill.hotline())
                .filter(number -> number.isInServiceOf(bill.tenant()))
                .isPresent();
        if (!isHis) {
            LOG.info("{} for {}: it is not the debtor's any more", bill.hotline(), bill.number());
            return;
        }
        var actor = new Actor("billing", "the bill " + bill.number() + " is " + late + " days late");
        var change = numbers.apply(bill.hotline(), NumberEvent.SUSPEND_FOR_ARREARS, actor);
        LOG.info(
                "{} for {}: {}",
                bill.hotline(),
                bill.number(),
                change.getClass().getSimpleName());
        letters.tellOfSuspension(bill, late);
    }

    /// In the transaction in which it is paid; most bills never led to a suspension.
    @EventListener
    void on(BillPaid paid) {
        rows.suspendedBy(paid.bill())
                .ifPresent(hotline -> events.publishEvent(new ArrearsPaid(paid.tenant(), hotline, paid.number())));
    }

    /// A bill is paid for which a number was suspended.
    public record ArrearsPaid(TenantId tenant, HotlineNumber hotline, String number) {}

    /// The number is back in service, unless another bill keeps it so.
    @ApplicationModuleListener
    void on(ArrearsPaid paid) {
        transactions.asOperator(() -> {
            if (!rows.keepsSuspended(paid.tenant(), paid.hotline())) {
                resume(paid);
            }
        });
    }

    private void resume(ArrearsPaid paid) {
        var isSuspended = numbers.find(paid.hotline())
                .filter(one -> one.is(NumberStatus.ARREARS_SUSPENDED, paid.tenant()))
                .isPresent();
        if (isSuspended) {
            var actor = new Actor("billing", "the bill " + paid.number() + " is paid");
            numbers.apply(paid.hotline(), NumberEvent.RESUME, actor);
        }
    }
}
