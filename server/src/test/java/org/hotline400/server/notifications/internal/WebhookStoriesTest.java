package org.hotline400.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.notifications.internal.Calls.missed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Delivery;
import org.hotline400.server.notifications.Delivery.State;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription;
import org.hotline400.server.notifications.Subscription.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Webhooks to a real receiver.
@Timeout(120)
class WebhookStoriesTest {
    private final Lab lab = new Lab();
    private final TenantId shop = Lab.tenant();
    private final List<Receiver> receivers = new ArrayList<>();

    private Receiver receiver() {
        var made = new Receiver();
        receivers.add(made);
        return made;
    }

    @AfterEach
    void close() {
        receivers.forEach(Receiver::close);
        lab.close();
    }

    @Test
    void aMissedCallIsToldOnceAndTheReceiverCanTrustIt() throws Exception {
        var crm = receiver();
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        var call = missed(shop);

        lab.ended(call);
        lab.send();

        assertThat(crm.got()).singleElement().satisfies(got -> {
            assertThat(got.event()).isEqualTo("call.missed");
            assertThat(Payload.read(got.body()).at("/data/call/id").asString())
                    .isEqualTo(call.id().toString());
            assertThat(got.idempotencyKey())
                    .isEqualTo(Payload.read(got.body()).at("/id").asString());
            assertThat(got.delivery()).isEqualTo(lab.delivery(hook).id().toString());
            assertThat(verifies(got, hook.secret().orElseThrow())).isTrue();
            assertThat(verifies(got, "whs_wrong")).isFalse();
        });
        assertThat(lab.delivery(hook).state()).isEqualTo(State.DELIVERED);
        assertThat(lab.delivery(hook).attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo(200);
            assertThat(attempt.response()).isEqualTo("status 200");
        });
        lab.after(Duration.ofDays(1));
        assertThat(crm.got()).hasSize(1);
    }

    /// As docs/webhooks.md tells receivers to.
    private static boolean verifies(Receiver.Got got, String secret) throws Exception {
        var parts = List.of(got.signature().split(","));
        var time = parts.getFirst().substring("t=".length());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var expected =
                HexFormat.of().formatHex(mac.doFinal((time + "." + got.body()).getBytes(StandardCharsets.UTF_8)));
        return parts.contains("v1=" + expected);
    }

    @Test
    void aReceiverThatFailsIsTriedAgainByTheScheduleThenGivenUp() {
        var crm = receiver();
        crm.answering(500);
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        lab.ended(missed(shop));
        lab.send();
        assertThat(crm.got()).hasSize(1);

        int tries = 1;
        for (var pause : RetrySchedule.PAUSES) {
            assertThat(lab.delivery(hook).state()).isEqualTo(State.PENDING);
            assertThat(lab.delivery(hook).nextAt()).contains(lab.time().plus(pause));
            lab.after(pause.minusSeconds(1));
            assertThat(crm.got()).hasSize(tries);
            lab.after(Duration.ofSeconds(1));
            assertThat(crm.got()).hasSize(++tries);
        }

        assertThat(tries).isEqualTo(7);
        var dead = lab.delivery(hook);
        assertThat(dead.state()).isEqualTo(State.DEAD);
        assertThat(dead.attempts()).hasSize(7).allSatisfy(attempt -> {
            assertThat(attempt.status()).isEqualTo(500);
            assertThat(attempt.error()).contains("500");
        });
        lab.after(Duration.ofDays(2));
        assertThat(crm.got()).hasSize(7);
        assertThat(crm.got())
                .extracting(Receiver.Got::idempotencyKey)
                .containsOnly(dead.event().toString());
    }

    @Test
    void aReceiverThatComesBackGetsItThen() {
        var crm = receiver();
        crm.answering(503);
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        lab.ended(missed(shop));
        lab.send();
        assertThat(lab.now(hook).failingSince()).isPresent();

        crm.answering(204);
        lab.after(Duration.ofSeconds(10));

        assertThat(lab.delivery(hook).state()).isEqualTo(State.DELIVERED);
        assertThat(lab.delivery(hook).attempts()).hasSize(2);
        assertThat(lab.now(hook).failingSince()).isEmpty();
    }

    @Test
    void whatDiedIsReplayedAloneOrByTimeWithTheSameIdAndAFreshSignature() throws Exception {
        var crm = receiver();
        crm.answering(400);
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        var from = lab.time();
        lab.ended(missed(shop), missed(shop));
        lab.send();
        RetrySchedule.PAUSES.forEach(lab::after);
        var dead = lab.deliveries(hook);
        assertThat(dead).hasSize(2).allSatisfy(one -> assertThat(one.state()).isEqualTo(State.DEAD));
        crm.answering(200);

        var again = lab.deliveries.replay(dead.getFirst());
        lab.send();

        assertThat(again.replayOf()).contains(dead.getFirst().id());
        var got = crm.got().getLast();
        assertThat(got.idempotencyKey()).isEqualTo(dead.getFirst().event().toString());
        assertThat(got.body()).isEqualTo(dead.getFirst().payload());
        assertThat(verifies(got, hook.secret().orElseThrow())).isTrue();

        // The one that was replayed is not dead any more: the range has the other alone.
        var ranged = lab.deliveries.replay(lab.now(hook), from, lab.time().plusSeconds(1), State.DEAD);
        lab.send();
        assertThat(ranged).hasSize(1);
        assertThat(crm.got().getLast().idempotencyKey())
                .isEqualTo(dead.getLast().event().toString());
        assertThat(lab.deliveries.replay(lab.now(hook), from, lab.time().plusSeconds(1), State.DEAD))
                .isEmpty();
    }

    /// A node claims, sends, and dies before it can note the answer, or before it sends at all.
    @Test
    void whatANodeLeavesBehindWhenItIsKilledIsSentByAnother() {
        var crm = receiver();
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        lab.ended(missed(shop));
        var stuck = new CountDownLatch(1);
        var dying = lab.dispatcher(_ -> {
            awaitQuietly(stuck);
            return Outcome.taken("too late");
        });
        assertThat(dying.step()).isEqualTo(1);

        var other = lab.dispatcher();
        lab.send(other);
        assertThat(crm.got()).as("claimed by the first node").isEmpty();
        lab.clock.forward(Dispatcher.LAPSE);
        lab.send(other);
        assertThat(crm.got()).hasSize(1);

        // The first one was not dead after all: its late word changes nothing.
        stuck.countDown();
        await().atMost(Lab.SOON).until(dying::isIdle);
        assertThat(lab.delivery(hook).state()).isEqualTo(State.DELIVERED);
        assertThat(lab.delivery(hook).attempts()).hasSize(1);
    }

    @Test
    void theOutboxOutlivesReceiverAndNode() {
        var crm = receiver();
        int port = crm.port();
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        crm.close();
        lab.ended(missed(shop));
        lab.send();
        assertThat(lab.delivery(hook).attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isNull();
            assertThat(attempt.error()).startsWith("connect: ");
        });

        var back = new Receiver(port);
        receivers.add(back);
        lab.clock.forward(Duration.ofSeconds(10));
        lab.send(lab.dispatcher());

        assertThat(back.got()).hasSize(1);
        assertThat(lab.delivery(hook).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void twoNodesShareTheWorkAndNothingIsSentTwice() {
        var crm = receiver();
        lab.webhook(shop, crm, EventKind.CALL_MISSED);
        for (int i = 0; i < 40; i++) {
            lab.ended(missed(shop));
        }
        var one = lab.dispatcher();
        var other = lab.dispatcher();

        await().atMost(Lab.SOON).until(() -> {
            one.step();
            other.step();
            return crm.got().size() >= 40 && one.isIdle() && other.isIdle();
        });

        assertThat(crm.got())
                .extracting(Receiver.Got::delivery)
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    void aReceiverThatNeverAnswersHoldsUpNobodyElse() {
        var stuck = receiver();
        stuck.shut();
        var quick = receiver();
        var school = Lab.tenant();
        lab.webhook(shop, stuck, EventKind.CALL_MISSED);
        lab.webhook(school, quick, EventKind.CALL_MISSED);
        for (int i = 0; i < 100; i++) {
            lab.ended(missed(shop));
        }
        lab.dispatcher.step();
        await().atMost(Lab.SOON).until(() -> !stuck.got().isEmpty());

        lab.ended(missed(school));
        lab.dispatcher.step();

        await().atMost(Lab.SOON).until(() -> quick.got().size() == 1);
        assertThat(lab.dispatcher.step())
                .as("the stuck one has all it may have")
                .isZero();
        assertThat(stuck.got()).hasSizeLessThanOrEqualTo(Dispatcher.EACH);
        stuck.open();
        await().atMost(Lab.SOON).until(lab.dispatcher::isIdle);
    }

    @Test
    void whatFailsForDaysIsSwitchedOffAndTheOwnerIsTold() {
        var crm = receiver();
        crm.answering(500);
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        lab.subscribe(shop, new Destination.Mail("owner@example.com"), EventKind.SUBSCRIPTION_DISABLED);
        lab.subscribe(Lab.tenant(), new Destination.Mail("stranger@example.com"), EventKind.SUBSCRIPTION_DISABLED);
        lab.ended(missed(shop));
        lab.send();
        RetrySchedule.PAUSES.forEach(lab::after);
        assertThat(lab.now(hook).state()).isEqualTo(Subscription.State.ACTIVE);

        lab.clock.forward(Dispatcher.PATIENCE);
        lab.ended(missed(shop), missed(shop));
        lab.send();

        assertThat(lab.now(hook).state()).isEqualTo(Subscription.State.DISABLED);
        assertThat(lab.now(hook).disabledReason()).contains("500");
        assertThat(lab.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("owner@example.com");
            assertThat(mail.subject()).contains("通知订阅已停用");
            assertThat(mail.text()).contains(crm.url());
        });
        int before = crm.got().size();
        lab.ended(missed(shop));
        lab.after(Duration.ofHours(1));
        assertThat(crm.got()).hasSize(before);

        // Its owner mends it: what waited is sent.
        crm.answering(200);
        lab.subscriptions.change(lab.now(hook), order(hook.subscription()));
        lab.send();
        assertThat(crm.got()).hasSizeGreaterThan(before);
        assertThat(lab.now(hook).failingSince()).isEmpty();
    }

    private static Order order(Subscription subscription) {
        return new Order(subscription.order().destination(), Set.of(EventKind.CALL_MISSED), Set.of(), true);
    }

    @Test
    void aRotatedSecretSignsBesideTheOldOneForADay() throws Exception {
        var crm = receiver();
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        var old = hook.secret().orElseThrow();

        var fresh = lab.subscriptions.rotate(hook.subscription()).secret().orElseThrow();
        lab.ended(missed(shop));
        lab.send();
        assertThat(verifies(crm.got().getLast(), fresh)).isTrue();
        assertThat(verifies(crm.got().getLast(), old)).isTrue();

        lab.clock.forward(Duration.ofHours(24));
        lab.ended(missed(shop));
        lab.send();
        assertThat(crm.got()).hasSize(2);
        assertThat(verifies(crm.got().getLast(), fresh)).isTrue();
        assertThat(verifies(crm.got().getLast(), old)).isFalse();
    }

    @Test
    void mailAndTextMessageGoToWhomTheyAreFor() {
        lab.subscribe(shop, new Destination.Mail("owner@example.com"), EventKind.CALL_MISSED);
        lab.subscribe(shop, new Destination.Sms("13900139000"), EventKind.CALL_MISSED);

        lab.ended(missed(shop));
        lab.send();

        assertThat(lab.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("owner@example.com");
            assertThat(mail.text()).contains("13812345678", "无人接听");
        });
        assertThat(lab.texts).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo("13900139000");
            assertThat(text.text()).startsWith("【400-888-8888】未接来电 13812345678");
        });
    }

    @Test
    void whatIsOverForAMonthIsForgottenWithItsEvent() {
        var crm = receiver();
        var hook = lab.webhook(shop, crm, EventKind.CALL_MISSED);
        lab.ended(missed(shop));
        lab.send();
        assertThat(lab.deliveries(hook)).extracting(Delivery::state).containsExactly(State.DELIVERED);

        var purged =
                lab.transactions.asOperator(() -> lab.outbox.purge(lab.time().plusSeconds(1), 100));

        assertThat(purged).isEqualTo(1);
        assertThat(lab.deliveries(hook)).isEmpty();
        assertThat(lab.transactions.asOperator(() -> lab.database
                        .jdbc()
                        .sql("select count(*)::int from notifications.events")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
