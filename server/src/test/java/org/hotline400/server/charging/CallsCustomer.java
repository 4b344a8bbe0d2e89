package org.hotline400.server.charging;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDraft;
import org.hotline400.server.callplans.Publication;
import org.hotline400.server.calls.CallFilter;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.charging.internal.Rulebook;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Posting;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.tariffs.Editions;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.CannotCreateTransactionException;

/// A customer of a whole server whose number rings a mobile, for 0.02 yuan each begun six seconds.
final class CallsCustomer {
    static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final TenantId tenant;
    final HotlineNumber number;
    private final ApplicationContext server;

    /// One that is known to this server already.
    CallsCustomer(ApplicationContext server, TenantId tenant, HotlineNumber number) {
        this.server = server;
        this.tenant = tenant;
        this.number = number;
    }

    /// Offers the package; once a server.
    static void offer(ApplicationContext server) {
        var edition = """
                {"packages": [{"code": "six-seconds", "version": 1, "from": "%s", "chinese": "按六秒计费",
                  "english": "By six seconds", "rentPerMonth": "100.00", "minutes": 800, "perMinute": "0.20",
                  "terms": [{"months": 12, "percentOff": 20}],
                  "prices": {"forward-mobile": {"perMinute": "0.20", "increment": 6}}}]}
                """.formatted(today());
        server.getBean(Editions.class).importJson(edition, "test");
    }

    /// A new one, with so many bundled seconds and so much money.
    static CallsCustomer sign(ApplicationContext server, long seconds, String yuan) {
        var tenant = server.getBean(Tenants.class).create("Paying").id();
        var customer = new CallsCustomer(server, tenant, HotlineNumber.ofSuffix(7_320_000 + NUMBERS.getAndIncrement()));
        customer.takeUp();
        customer.leaveSeconds(seconds);
        if (Money.parse(yuan).compareTo(Money.ZERO) > 0) {
            customer.topUp(yuan);
        }
        return customer;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), BusinessTime.ZONE);
    }

    private <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    private void takeUp() {
        bean(HotlineNumbers.class).assign(number, tenant, new Actor("test", "for a test"));
        var plan = """
                {"start": "ring", "steps": {"ring": {"type": "dial", "to": "%s"}}}
                """.formatted(mobile());
        if (bean(CallPlans.class).publish(new PlanDraft(tenant, number, plan, PlanBounds.OPERATOR, "test", ""))
                instanceof Publication.Refused refused) {
            throw new AssertionError(refused.findings().toString());
        }
        bean(Transactions.class)
                .asOperator(() -> bean(Contracts.class)
                        .sign(new Contracts.Order(
                                ContractId.next(), tenant, number, "six-seconds", 1, 12, today(), today())));
        bean(Rulebook.class).refresh();
        awaitStatus(NumberStatus.ACTIVE);
    }

    /// The mobile that its number rings: its own.
    String mobile() {
        return "138" + number.digits().substring(2);
    }

    void awaitStatus(NumberStatus status) {
        await(number + " is " + status)
                .atMost(SOON)
                .until(() -> bean(NumberDirectory.class)
                        .find(number)
                        .map(NumberInService::status)
                        .filter(status::equals)
                        .isPresent());
    }

    /// Pays later, up to a limit.
    void paysLater(String limit) {
        var terms = new AccountTerms(
                tenant, AccountTerms.Kind.POSTPAID, Money.parse(limit), Optional.empty(), Optional.empty());
        bean(Transactions.class).asOperator(() -> bean(CustomerAccounts.class).agree(terms, "test"));
        bean(Rulebook.class).refresh();
    }

    /// Money comes, as every way in for money books it.
    void topUp(String yuan) {
        var amount = Money.parse(yuan);
        bean(Transactions.class).asOperator(() -> {
            var funds = bean(CustomerAccounts.class).funds(tenant);
            post(
                    new Party.Platform(PlatformAccount.BANK),
                    new Party.Customer(funds),
                    amount.microYuan(),
                    TransferKind.TOP_UP);
            server.publishEvent(new FundsAdded(tenant, amount, Instant.now()));
        });
        bean(Rulebook.class).refresh();
    }

    private void leaveSeconds(long seconds) {
        bean(Transactions.class)
                .asOperator(() -> bean(Ledger.class).list(tenant, "minutes/").stream()
                        .filter(account -> account.balance() > seconds)
                        .forEach(account -> post(
                                new Party.Customer(account.id()),
                                new Party.Platform(PlatformAccount.MINUTES_USED),
                                account.balance() - seconds,
                                TransferKind.MINUTES_USED)));
    }

    private void post(Party from, Party to, long amount, TransferKind kind) {
        var posting = bean(Ledger.class)
                .post(new Transfer("test/" + Ids.next(), from, to, amount, kind, "test", Instant.now()));
        if (!(posting instanceof Posting.Done)) {
            throw new AssertionError(posting.toString());
        }
    }

    LiveCharges.Standing standing() {
        return bean(Transactions.class)
                .asTenant(tenant, () -> bean(LiveCharges.class).of(tenant));
    }

    /// What its calls of this month came to.
    List<RatedLeg> legs() {
        var month = YearMonth.from(today()).atDay(1);
        return bean(Transactions.class)
                .asTenant(tenant, () -> bean(RatedCalls.class).list(Optional.of(tenant), month, Optional.empty(), 100));
    }

    /// Waits until so many talks are settled and nothing is reserved any more.
    List<RatedLeg> settled(int talks) {
        await(talks + " talks are settled")
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(CannotCreateTransactionException.class)
                .until(() -> legs().size() == talks && standing().reserved().equals(Money.ZERO));
        return legs();
    }

    /// The record of the one call of this caller, once it is written.
    CallRecord record(String caller) {
        var filter = new CallFilter(null, null, null, caller, null, null);
        return await("the record of the call from " + caller)
                .atMost(SOON)
                // The database may have been away, and its connections come back one by one.
                .ignoreExceptionsInstanceOf(CannotCreateTransactionException.class)
                .until(
                        () -> bean(Transactions.class)
                                .asTenant(
                                        tenant,
                                        () -> bean(CallRecords.class)
                                                .list(filter, Optional.empty(), 10)
                                                .items()),
                        records -> records.size() == 1)
                .getFirst();
    }
}
