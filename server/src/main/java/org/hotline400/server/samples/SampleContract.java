package org.hotline400.server.samples;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.payments.BankMovement;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.TopUp;
import org.hotline400.server.billing.payments.TopUpAsked;
import org.hotline400.server.billing.payments.TopUpDesk;
import org.hotline400.server.billing.payments.TopUpEntry;
import org.hotline400.server.billing.payments.TopUpOrder;
import org.hotline400.server.billing.payments.TopUps;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.charging.BundledMinutes;
import org.hotline400.server.charging.SettledCalls;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.payments.BankReference;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The home service's second number: under contract since three months, with the calls of these, money that was paid
/// in,
/// and bills of which the last one is open. Its first number has no contract, so that trying it costs nothing.
///
/// Made once, by the services that make it for real customers. The bills come when the calls are settled, which the
/// running server does.
@Component
class SampleContract {
    static final HotlineNumber NUMBER = new HotlineNumber("4006180427");
    private static final String SLUG = "homeservice";
    private static final String PACKAGE = "basic";
    private static final int TERM = 12;
    private static final int MONTHS = 3;
    private static final int MOST_CALLS = 11;
    private static final int MOST_CALLS_NOW = 3;
    private static final Money PAID_IN = Money.ofYuan(240);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final HotlineSettings settings;
    private final SampleKeys keys;
    private final SampleData samples;
    private final Agreed agreed;
    private final Paid paid;
    private final CallRecords calls;
    private final SettledCalls settled;
    private final Transactions transactions;
    private final Clock clock;

    SampleContract(
            HotlineSettings settings,
            SampleKeys keys,
            SampleData samples,
            Agreed agreed,
            Paid paid,
            CallRecords calls,
            SettledCalls settled,
            Transactions transactions,
            Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.samples = samples;
        this.agreed = agreed;
        this.paid = paid;
        this.calls = calls;
        this.settled = settled;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is agreed.
    @Component
    record Agreed(Contracts contracts, BundledMinutes minutes) {}

    /// What is paid and billed.
    @Component
    record Paid(TopUps topUps, TopUpDesk desk, Bills bills) {}

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        if (settings.sampleData()) {
            keys.holder(SLUG).filter(this::hasNone).ifPresent(this::fill);
        }
    }

    private boolean hasNone(Caller customer) {
        return transactions
                .asTenant(customer.tenant(), () -> agreed.contracts().of(customer.tenant()))
                .isEmpty();
    }

    private void fill(Caller customer) {
        var tenant = customer.tenant();
        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        var first = today.withDayOfMonth(1).minusMonths(MONTHS);
        samples.equip(NUMBER, tenant);
        payIn(tenant, new TopUp.By(customer.principal(), "示例数据"), first);
        var contract = transactions.asOperator(() -> sign(tenant, first, today));
        transactions.asTenant(tenant, () -> takeIn(new PastCalls(tenant, NUMBER), today));
        awaitSettled();
        for (int i = 0; i < MONTHS; i++) {
            paid.bills().issue(List.of(contract.id()), first.plusMonths(i));
        }
    }

    private Contract sign(TenantId tenant, LocalDate first, LocalDate today) {
        var contract = agreed.contracts()
                .sign(new Contracts.Order(ContractId.next(), tenant, NUMBER, PACKAGE, 1, TERM, first, first));
        agreed.minutes().grant(contract, YearMonth.from(today).minusMonths(1));
        return contract;
    }

    private void payIn(TenantId tenant, TopUp.By by, LocalDate day) {
        var order = new TopUpOrder(PayWay.BANK_TRANSFER, PAID_IN, Optional.empty(), "sample");
        var arrived = new BankMovement(
                TopUpEntry.Kind.RECEIVED, PAID_IN, new BankReference("SAMPLE-0001"), day, "", Optional.of("sample"));
        if (paid.topUps().ask(tenant, order, by) instanceof TopUpAsked.Done(var topUp)) {
            var _ = paid.desk().confirm(topUp.id(), arrived, by);
        }
    }

    /// In this month so few that its minutes suffice. Minutes of earlier ones are not to be had any more.
    private int takeIn(PastCalls past, LocalDate today) {
        var month = today.withDayOfMonth(1);
        return calls.takeIn(past.between(month.minusMonths(1), month, MOST_CALLS))
                + calls.takeIn(past.between(month, today, MOST_CALLS_NOW));
    }

    /// A look of the settler that began before the calls were there ends within the second.
    private void awaitSettled() {
        var there = clock.instant().plusSeconds(1);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSettled(there) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean isSettled(Instant until) {
        return transactions.asOperator(() -> settled.until(until));
    }
}
