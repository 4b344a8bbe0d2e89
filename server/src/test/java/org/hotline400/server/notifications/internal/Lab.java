package org.hotline400.server.notifications.internal;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.calls.internal.FreshRecords;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Deliveries;
import org.hotline400.server.notifications.Delivery;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription;
import org.hotline400.server.notifications.Subscription.Order;
import org.hotline400.server.notifications.Subscriptions;
import org.hotline400.server.outbound.OutboundUrl;
import org.hotline400.server.outbound.internal.ApacheHttp;
import org.hotline400.server.outbound.internal.LocalHttp;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.Seal;

/// The module on a real database and a clock that is moved; nothing runs by itself.
final class Lab implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    final TestDatabase database = TestDatabase.create();
    final Transactions transactions = database.transactions();
    final MovedClock clock = new MovedClock();
    final ApacheHttp http = LocalHttp.allowingLoopback();
    final SubscriptionRows subscriptionRows = new SubscriptionRows(database.jdbc());
    final OutboxRows outbox = new OutboxRows(database.jdbc());
    final Subscriptions subscriptions = new Subscriptions(subscriptionRows, transactions, new Turned(), clock);
    final Deliveries deliveries = new Deliveries(new DeliveryLog(database.jdbc()), outbox, transactions, clock);
    final CallRecordRows records = new CallRecordRows(database.template());
    final Feeder feeder = feeder();
    final Dispatcher dispatcher = dispatcher();
    final List<MailPost.Mail> mails = new ArrayList<>();
    final List<SmsPost.Sms> texts = new ArrayList<>();

    /// Hides nothing, but is not the clear text.
    private static final class Turned implements Seal {
        @Override
        public byte[] close(String clear) {
            return new StringBuilder(clear).reverse().toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] sealed) {
            return new StringBuilder(new String(sealed, StandardCharsets.UTF_8))
                    .reverse()
                    .toString();
        }
    }

    /// Another node's, on the same database.
    Feeder feeder() {
        return new Feeder(
                new CallFeed(database.jdbc(), new CallRecordRows(database.template()), new FreshRecords()),
                subscriptionRows,
                outbox,
                transactions,
                clock);
    }

    /// Another node's, on the same database.
    Dispatcher dispatcher() {
        return dispatcher(new Senders(new WebhookSender(http, clock), this::keep, this::keep));
    }

    Dispatcher dispatcher(Sender sender) {
        return new Dispatcher(
                new DeliveryRows(database.jdbc(), new Turned()), subscriptionRows, outbox, transactions, sender, clock);
    }

    private synchronized Outcome keep(MailPost.Mail mail) {
        mails.add(mail);
        return Outcome.taken("");
    }

    private synchronized Outcome keep(SmsPost.Sms text) {
        texts.add(text);
        return Outcome.taken("");
    }

    static TenantId tenant() {
        return new TenantId(Ids.next());
    }

    Subscriptions.Issued webhook(TenantId tenant, Receiver receiver, EventKind... kinds) {
        return subscribe(tenant, new Destination.Webhook(OutboundUrl.of(receiver.url())), kinds);
    }

    Subscriptions.Issued subscribe(TenantId tenant, Destination destination, EventKind... kinds) {
        return subscriptions
                .add(tenant, new Order(destination, Set.of(kinds), Set.of(), true))
                .orElseThrow();
    }

    /// Calls end, and are read on.
    void ended(CallRecord... calls) {
        transactions.asOperator(() -> records.insert(List.of(calls)));
        // Somebody else's transaction in the same cluster may hold the feed back for a moment.
        var read = new AtomicInteger();
        await().atMost(SOON).until(() -> read.addAndGet(feeder.step()) >= calls.length);
    }

    /// What is due is tried, and what came of it noted.
    void send() {
        send(dispatcher);
    }

    void send(Dispatcher by) {
        while (by.step() > 0) {
            await().atMost(SOON).until(by::isIdle);
        }
    }

    /// Time goes by, then what is due is tried.
    void after(Duration time) {
        clock.forward(time);
        send();
    }

    List<Delivery> deliveries(Subscriptions.Issued of) {
        var subscription = of.subscription();
        return transactions.asTenant(
                subscription.tenant(),
                () -> deliveries
                        .list(subscription.id(), Optional.empty(), Optional.empty(), 100)
                        .items());
    }

    Delivery delivery(Subscriptions.Issued of) {
        var all = deliveries(of);
        if (all.size() != 1) {
            throw new AssertionError("expected one delivery, found " + all);
        }
        return all.getFirst();
    }

    Subscription now(Subscriptions.Issued issued) {
        var subscription = issued.subscription();
        return transactions.asTenant(
                subscription.tenant(),
                () -> subscriptions.find(subscription.id()).orElseThrow());
    }

    Instant time() {
        return clock.instant();
    }

    @Override
    public void close() {
        http.close();
        database.close();
    }
}
