package org.hotline400.server.charging;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanChecker;
import org.hotline400.server.calls.Admission;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.calls.Talk;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.charging.internal.CreditStage;
import org.hotline400.server.charging.internal.Rulebook;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.HoldOrder;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Posting;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberChange;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.regions.Region;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.context.ApplicationContext;

/// A customer of the whole server with the basic package, 0.20 for each begun minute, and nothing on his account.
final class ChargedShop {
    static final Duration SOON = Duration.ofSeconds(30);
    static final String MOBILE = "13800138000";

    private static final CallPlan PLAN = plan("{}");
    private static final AtomicInteger SHOPS = new AtomicInteger();
    private static final String NODE = "01890000-0000-7000-8000-0000000000cc";

    final TenantId tenant;
    final HotlineNumber number;
    final ContractId contract = ContractId.next();
    final Transactions transactions;
    final Ledger ledger;
    private final ApplicationContext server;
    private final LiveCharges live;
    private final CreditStage stage;

    ChargedShop(ApplicationContext server) {
        this.server = server;
        this.transactions = server.getBean(Transactions.class);
        this.ledger = server.getBean(Ledger.class);
        this.live = server.getBean(LiveCharges.class);
        this.stage = server.getBean(CreditStage.class);
        this.tenant = server.getBean(Tenants.class).create("Charged").id();
        this.number = HotlineNumber.ofSuffix(7_310_000 + SHOPS.getAndIncrement());
        server.getBean(HotlineNumbers.class).assign(number, tenant, new Actor("test", "for a test"));
        sign();
    }

    private static CallPlan plan(String settings) {
        var document = """
                {"settings": %s, "start": "ring", "steps": {"ring": {"type": "dial", "to": "13800138000"}}}""".formatted(settings);
        return switch (PlanChecker.check(document, PlanBounds.OPERATOR, _ -> true)) {
            case CheckedPlan.Sound sound -> sound.plan();
            case CheckedPlan.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }

    private void sign() {
        var today = LocalDate.ofInstant(Instant.now(), BusinessTime.ZONE);
        transactions.asOperator(() -> server.getBean(Contracts.class)
                .sign(new Contracts.Order(contract, tenant, number, "basic", 1, 12, today, today)));
        server.getBean(Rulebook.class).refresh();
    }

    /// Money comes, as every way in for money books it.
    void topUp(String yuan) {
        transactions.asOperator(() -> {
            var funds = server.getBean(CustomerAccounts.class).funds(tenant);
            post(
                    new Party.Platform(PlatformAccount.BANK),
                    new Party.Customer(funds),
                    Money.parse(yuan).microYuan(),
                    TransferKind.TOP_UP);
            server.publishEvent(new FundsAdded(tenant, Money.parse(yuan), Instant.now()));
        });
    }

    private void post(Party from, Party to, long amount, TransferKind kind) {
        var posting = ledger.post(new Transfer("test/" + Ids.next(), from, to, amount, kind, "test", Instant.now()));
        if (!(posting instanceof Posting.Done)) {
            throw new AssertionError(posting.toString());
        }
    }

    /// As when all bundled minutes have been used, but for some seconds.
    void leaveSeconds(long seconds) {
        transactions.asOperator(() -> minutes().forEach(account -> {
            if (account.balance() > seconds) {
                post(
                        new Party.Customer(account.id()),
                        new Party.Platform(PlatformAccount.MINUTES_USED),
                        account.balance() - seconds,
                        TransferKind.MINUTES_USED);
            }
        }));
    }

    /// Somebody reserves money for a call.
    void hold(CallId call, long microYuan, Instant expires) {
        var held = transactions.asOperator(() -> ledger.hold(List.of(new HoldOrder(
                call.toString(),
                1,
                server.getBean(CustomerAccounts.class).funds(tenant),
                microYuan,
                microYuan,
                expires))));
        if (held.getFirst().isRefused()) {
            throw new AssertionError("refused: " + held);
        }
    }

    List<Account> minutes() {
        return transactions.asOperator(() -> ledger.list(tenant, "minutes/" + contract + "/"));
    }

    LiveCharges.Standing standing() {
        return transactions.asTenant(tenant, () -> live.of(tenant));
    }

    String balance() {
        return standing().balance().toString();
    }

    String reserved() {
        return standing().reserved().toString();
    }

    Verdict admit(CallId call) {
        return admit(call, number);
    }

    Verdict admit(CallId call, HotlineNumber dialled) {
        return admit(call, dialled, PLAN);
    }

    /// By a plan with these settings.
    Verdict admitUnder(String settings, CallId call) {
        return admit(call, number, plan(settings));
    }

    private Verdict admit(CallId call, HotlineNumber dialled, CallPlan plan) {
        return stage.admit(
                new Admission.Request(call, tenant, dialled, CallerNumber.of("13900139000", ""), plan, Instant.now()));
    }

    void over(CallId call) {
        stage.release(call);
    }

    /// A call is over, after a talk of so many seconds that has just ended.
    void ended(CallId call, long seconds) {
        ended(List.of(record(call, seconds, EndReason.COMPLETED)));
    }

    void ended(List<CallRecord> calls) {
        transactions.asOperator(() -> server.getBean(CallRecordRows.class).insert(calls));
    }

    /// Of a call to another number of his, which talked.
    CallRecord recordOf(HotlineNumber other, CallId call) {
        return record(other, call, 59, EndReason.COMPLETED);
    }

    CallRecord record(CallId call, long seconds, EndReason reason) {
        return record(number, call, seconds, reason);
    }

    private CallRecord record(HotlineNumber number, CallId call, long seconds, EndReason reason) {
        var end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var from = later(end.minusSeconds(seconds), start());
        end = from.plusSeconds(seconds);
        var talks = seconds == 0 ? List.<Talk>of() : List.of(new Talk(MOBILE, from, end, false));
        return new CallRecord(
                call,
                tenant,
                number.digits(),
                CallerNumber.of("13900139000", ""),
                null,
                new CallRecord.Times(from, null, null, seconds == 0 ? null : from, end),
                List.of(),
                List.of(),
                new CallRecord.End(reason, HangupSide.CALLER, ""),
                new CallRecord.Route(NODE, "carrier", "call@example"),
                List.of(),
                Region.UNKNOWN,
                List.of(),
                talks);
    }

    /// Of the contract: a call of the day before would cost nothing.
    private static Instant start() {
        return LocalDate.ofInstant(Instant.now(), BusinessTime.ZONE)
                .atStartOfDay(BusinessTime.ZONE)
                .toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    List<RatedLeg> legs(CallId call) {
        return transactions.asTenant(
                tenant, () -> server.getBean(RatedCalls.class).legs(List.of(call)));
    }

    /// Waits until a call that cost something is settled.
    List<RatedLeg> settled(CallId call) {
        await().atMost(SOON).until(() -> !legs(call).isEmpty());
        return legs(call);
    }

    void happens(NumberEvent event) {
        var change = server.getBean(HotlineNumbers.class).apply(number, event, new Actor("test", "for a test"));
        if (!(change instanceof NumberChange.Done)) {
            throw new AssertionError(change.toString());
        }
    }

    /// The number gets another owner, now; waits until the contract has followed.
    void goesToAnother() {
        var other = server.getBean(Tenants.class).create("Charged from now on").id();
        server.getBean(HotlineNumbers.class).transfer(number, other, new Actor("test", "for a test"));
        await().atMost(SOON)
                .until(() -> transactions.asOperator(
                        () -> server.getBean(Contracts.class).of(other).size() == 1));
        server.getBean(Rulebook.class).refresh();
    }

    NumberStatus status() {
        return server.getBean(HotlineNumbers.class).find(number).orElseThrow().status();
    }
}
