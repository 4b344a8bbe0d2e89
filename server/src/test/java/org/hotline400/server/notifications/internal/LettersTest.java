package org.hotline400.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.HotlineSettings.MailSecurity;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Channel;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Letters to single persons, from the transaction of what they tell to the mail server.
@Timeout(60)
class LettersTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADDRESS = "li.si@example.com";
    private static final String MOBILE = "13900139000";

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final MovedClock clock = new MovedClock();
    private final LetterRows rows = new LetterRows(database.jdbc(), new Encoded());
    private final Letters letters = new Letters(rows, transactions, clock);
    private final List<MailPost.Mail> mails = Collections.synchronizedList(new ArrayList<>());
    private final List<SmsPost.Sms> texts = Collections.synchronizedList(new ArrayList<>());
    private final LetterDispatcher dispatcher = dispatcher(mail -> {
        mails.add(mail);
        return Outcome.taken("");
    });
    private final TenantId shop = Lab.tenant();

    @AfterEach
    void close() {
        database.close();
    }

    /// Hides nothing, but is not the clear text.
    private static final class Encoded implements Seal {
        @Override
        public byte[] close(String clear) {
            return Base64.getEncoder().encode(clear.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(byte[] sealed) {
            return new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
        }
    }

    private LetterDispatcher dispatcher(MailPost mail) {
        return new LetterDispatcher(
                rows,
                transactions,
                mail,
                text -> {
                    texts.add(text);
                    return Outcome.taken("");
                },
                clock);
    }

    private Messenger.Letter letter(Optional<String> mail, Optional<String> mobile) {
        return new Messenger.Letter(shop, mail, mobile, "申请已提交 / submitted", "李四，您好\n", "【400】申请已提交");
    }

    private void send(LetterDispatcher by) {
        while (by.step() > 0) {
            await().atMost(SOON).until(by::isIdle);
        }
    }

    private void after(Duration time, LetterDispatcher by) {
        clock.forward(time);
        send(by);
    }

    private List<String> states() {
        return transactions.asOperator(() -> database.jdbc()
                .sql("select state || ' ' || attempts from notifications.letters order by id")
                .query(String.class)
                .list());
    }

    @Test
    void aLetterGoesByMailAndTextMessageOnceItsTransactionIsThere() {
        transactions.asTenant(shop, () -> letters.send(letter(Optional.of(ADDRESS), Optional.of(MOBILE))));
        send(dispatcher);
        send(dispatcher);

        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().to()).isEqualTo(ADDRESS);
        assertThat(mails.getFirst().subject()).isEqualTo("申请已提交 / submitted");
        assertThat(mails.getFirst().text()).isEqualTo("李四，您好\n");
        assertThat(texts).hasSize(1);
        assertThat(texts.getFirst().to()).isEqualTo(MOBILE);
        assertThat(texts.getFirst().text()).isEqualTo("【400】申请已提交");
        assertThat(states()).containsExactlyInAnyOrder("sent 1", "sent 1");
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        assertThatThrownBy(() -> transactions.asTenant(shop, () -> {
                    letters.send(letter(Optional.of(ADDRESS), Optional.empty()));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        send(dispatcher);

        assertThat(mails).isEmpty();
        assertThat(states()).isEmpty();
    }

    @Test
    void aMailAboutAnAccountBelongsToWhomTheTransactionActsForAndNeedsNone() {
        transactions.asTenant(shop, () -> letters.send(ADDRESS, "重置密码", "链接"));
        letters.send("boss@example.com", "首次登录", "密码");

        var owners = transactions.asOperator(() -> database.jdbc()
                .sql("select tenant::text from notifications.letters order by id")
                .query(String.class)
                .list());
        assertThat(owners).containsExactlyInAnyOrder(shop.toString(), TenantId.OPERATOR.toString());
        send(dispatcher);
        assertThat(mails).extracting(MailPost.Mail::to).containsExactlyInAnyOrder(ADDRESS, "boss@example.com");
    }

    @Test
    void theDatabaseHasNoAddressAndNoTextInClearAndNothingAtAllOnceItIsSent() {
        transactions.asTenant(shop, () -> letters.send(letter(Optional.of(ADDRESS), Optional.empty())));

        assertThat(stored()).doesNotContain(ADDRESS).doesNotContain("李四").contains("pending");
        send(dispatcher);
        var contents = transactions.asOperator(() -> database.jdbc()
                .sql("select count(*) from notifications.letters where content is not null")
                .query(Integer.class)
                .single());
        assertThat(contents).isZero();
    }

    private String stored() {
        return transactions.asOperator(() -> database.jdbc()
                .sql("select convert_from(content, 'UTF8') || l::text from notifications.letters l")
                .query(String.class)
                .single());
    }

    @Test
    void whileTheMailServerIsDownALetterWaitsAndThenArrivesOnce() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var port = server.getSmtp().getPort();
        server.stop();
        var by = dispatcher(smtp(port));
        transactions.asTenant(shop, () -> letters.send(letter(Optional.of(ADDRESS), Optional.empty())));

        send(by);
        after(Duration.ofSeconds(9), by);
        assertThat(states()).containsExactly("pending 1");
        after(Duration.ofSeconds(1), by);
        assertThat(states()).containsExactly("pending 2");

        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            back.start();
            after(Duration.ofMinutes(1), by);
            assertThat(states()).containsExactly("sent 3");
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(back.getReceivedMessages()[0].getSubject()).isEqualTo("申请已提交 / submitted");
        } finally {
            back.stop();
        }
    }

    private SmtpMail smtp(int port) {
        var server = new HostPort("127.0.0.1", port);
        return new SmtpMail(
                new HotlineSettings.Mail(server, MailSecurity.NONE, "", "", "no-reply@example.com"), server, clock);
    }

    @Test
    void whatFailsUntilTheScheduleEndsIsGivenUp() {
        var by = dispatcher(_ -> Outcome.failed("no such mailbox"));
        transactions.asTenant(shop, () -> letters.send(letter(Optional.of(ADDRESS), Optional.empty())));

        send(by);
        RetrySchedule.PAUSES.forEach(pause -> after(pause, by));

        assertThat(states()).containsExactly("dead " + (RetrySchedule.PAUSES.size() + 1));
    }

    @Test
    void whatANodeHadInHandWhenItDiedIsSentByAnother() {
        transactions.asTenant(shop, () -> letters.send(letter(Optional.of(ADDRESS), Optional.empty())));
        var inHand = transactions.asOperator(() -> rows.claim(Channel.MAIL, 5, clock.instant(), Dispatcher.LAPSE));
        assertThat(inHand).hasSize(1);

        send(dispatcher);
        assertThat(mails).isEmpty();
        after(Dispatcher.LAPSE, dispatcher);
        assertThat(mails).hasSize(1);

        // The dead node wakes up and has nothing to say any more.
        transactions.asOperator(() ->
                rows.settle(inHand.getFirst(), Outcome.failed("late"), Optional.of(clock.instant()), clock.instant()));
        assertThat(states()).containsExactly("sent 1");
    }

    @Test
    void aMailServerThatHangsHoldsUpNoTextMessage() {
        var hanging = new CountDownLatch(1);
        var by = dispatcher(_ -> {
            try {
                hanging.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Outcome.taken("");
        });
        transactions.asTenant(shop, () -> {
            for (int i = 0; i < LetterDispatcher.SLOTS + 4; i++) {
                letters.send(letter(Optional.of(ADDRESS), Optional.empty()));
            }
            letters.send(letter(Optional.empty(), Optional.of(MOBILE)));
        });
        try {
            assertThat(by.step()).isEqualTo(LetterDispatcher.SLOTS + 1);
            await().atMost(SOON).until(() -> texts.size() == 1);
            assertThat(by.step()).as("no more mails than slots").isZero();
        } finally {
            hanging.countDown();
        }
        await().atMost(SOON).until(by::isIdle);
    }

    @Test
    void aTenantHasABoundedNumberWaitingAndItsChangeHappensAllTheSame() {
        transactions.asTenant(shop, () -> {
            database.jdbc().sql("""
                            insert into notifications.letters (tenant, id, channel, content, state, due_at, created_at)
                            select ?, gen_random_uuid(), 'mail', '', 'pending', now(), now() from generate_series(1, ?)
                            """).params(shop.value(), Letters.MOST_WAITING).update();
            letters.send(letter(Optional.of(ADDRESS), Optional.empty()));
        });

        assertThat(states()).hasSize(Letters.MOST_WAITING);
    }

    @Test
    void thatALetterWasSentIsForgottenAfterAMonth() {
        transactions.asTenant(shop, () -> letters.send(letter(Optional.of(ADDRESS), Optional.empty())));
        send(dispatcher);

        clock.forward(Notifying.KEPT.minusSeconds(1));
        dispatcher.purge(Notifying.KEPT, 100);
        assertThat(states()).hasSize(1);
        clock.forward(Duration.ofSeconds(2));
        dispatcher.purge(Notifying.KEPT, 100);
        assertThat(states()).isEmpty();
    }
}
