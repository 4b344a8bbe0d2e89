package org.hotline400.server.enrolment.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Applicant;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Desk;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.enrolment.messages.internal.MessageRows;
import org.hotline400.server.enrolment.payments.PaymentAsked;
import org.hotline400.server.enrolment.payments.RefundOwed;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What applicants are told, and when.
@ServerTest
class MessagesTest {
    private static final Instant DEADLINE = Instant.parse("2046-12-12T10:00:00Z");

    @Autowired
    private Applications applications;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tariffs tariffs;

    @Autowired
    private Api api;

    private final List<Messenger.Letter> letters = new ArrayList<>();
    private final HotlineNumber number = Desk.someNumber();
    private Desk desk;
    private MessageRows rows;
    private Messages messages;
    private ApplicationNews news;
    private Application application;

    @BeforeEach
    void anApplication() {
        desk = new Desk(applications, tenants, transactions, jdbc);
        rows = new OwnRows(jdbc);
        messages = new Messages(rows, letters::add, transactions, desk.clock());
        news = new ApplicationNews(messages, applications, tariffs);
        application = desk.filledIn(number);
    }

    /// Reminds this applicant alone: other tests share the database.
    private final class OwnRows extends MessageRows {
        private OwnRows(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        public List<ApplicationId> toRemind(MessageKind kind, Instant from, Instant to, int days, int most) {
            return super.toRemind(kind, from, to, days, 1_000).stream()
                    .filter(application.id()::equals)
                    .toList();
        }
    }

    private void tell(ApplicationEvent event, ApplicationState to) {
        application = desk.in(to, application, DEADLINE);
        transactions.asOperator(() -> news.on(desk.fact(application, event, to)));
    }

    private List<Message> told() {
        return messages.list(application.tenant(), false, Optional.empty(), 50).items();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsToldOnceAndWhatConcernsTheApplicantGoesToTheHandler(ApplicationEvent event) {
        tell(event, ApplicationState.SUBMITTED);

        assertThat(told()).hasSize(1);
        var message = told().getFirst();
        assertThat(message.chinese().subject()).contains(number.display());
        assertThat(message.chinese().text() + message.english().text()).doesNotContain("{");
        var isPosted = switch (event) {
            case TAKE, RETURN, GO_LIVE -> false;
            case SUBMIT, PAY, ASK_CORRECTION, REJECT, APPROVE, PROVISION, WITHDRAW, LAPSE -> true;
        };
        assertThat(letters).hasSize(isPosted ? 1 : 0);
        letters.forEach(letter -> {
            assertThat(letter.mail()).contains(Applicant.MAIL);
            assertThat(letter.mobile()).contains(Applicant.MOBILE);
            assertThat(letter.text()).startsWith(Applicant.COMPANY).contains(number.display());
            assertThat(letter.brief()).startsWith("【400】").doesNotContain("{");
        });
    }

    @Test
    void whoMustCorrectIsToldWhereAndWhyAndUntilWhen() {
        transactions.asOperator(() -> {
            jdbc.sql("update enrolment.applications set findings = cast(? as jsonb) where id = ?")
                    .params("""
                            [{"subject":"papers.business-licence","code":"seal-unclear","english":"the seal cannot be read",
                              "chinese":"公章不清晰"},
                             {"subject":"company.name","code":"name-differs","english":"differs from the seal",
                              "chinese":"与公章不符"},
                             {"subject":"handler.name","code":"other","english":"is cut off","chinese":"被截断"}]
                            """, application.id().value())
                    .update();
        });
        tell(ApplicationEvent.ASK_CORRECTION, ApplicationState.CORRECTION_ASKED);

        var words = told().getFirst();
        assertThat(words.chinese().text())
                .contains("· 营业执照：公章不清晰", "· 企业名称：与公章不符", "· 经办人：被截断", "请在 2046-12-12 18:00 前补正");
        assertThat(words.english().text())
                .contains(
                        "- business licence: the seal cannot be read",
                        "- name of the enterprise: differs from the seal");
        assertThat(letters.getFirst().brief()).contains("需补正 3 处");
    }

    @Test
    void whoMustPayIsToldHowMuchByWhichReferenceUntilWhen() {
        transactions.asOperator(() -> news.on(
                new PaymentAsked(application.id(), application.tenant(), "HL-123456", Money.parse("580.5"), DEADLINE)));
        transactions.asOperator(() ->
                news.on(new RefundOwed(application.id(), application.tenant(), "HL-123456", Money.parse("580.5"))));

        assertThat(letters.getFirst().text())
                .contains("付款 580.50 元", "付款编号：HL-123456", "付款期限：2046-12-12 18:00", "Please pay 580.50 yuan");
        assertThat(letters.getLast().text()).contains("580.50 元将原路退回");
    }

    @Test
    void aLineOfWhichAFactIsNotKnownIsLeftOut() {
        tell(ApplicationEvent.SUBMIT, ApplicationState.SUBMITTED);

        assertThat(told().getFirst().chinese().text())
                .as("nobody has promised an answer here")
                .doesNotContain("完成审核")
                .contains("号码为您保留至 2046-12-12 18:00");
    }

    @Test
    void whatIsTakenBackIsToldInTheSameTransaction() {
        assertThatThrownBy(() -> transactions.asOperator(() -> {
                    assertThat(applications.withdraw(application.id(), Desk.SOMEBODY))
                            .isInstanceOf(ApplicationChange.Done.class);
                    throw new IllegalStateException("and then it fails");
                }))
                .hasMessage("and then it fails");
        assertThat(told()).isEmpty();

        var _ = applications.withdraw(application.id(), Desk.SOMEBODY);
        assertThat(told()).extracting(Message::kind).containsExactly(MessageKind.WITHDRAWN);
    }

    @Test
    void applicantsAreRemindedThreeDaysAndOneDayBeforeByDayAndOnce() {
        var reminders = new Reminders(rows, news, applications, transactions, desk.clock());
        application = desk.in(ApplicationState.CORRECTION_ASKED, application, DEADLINE);

        assertThat(remindedAt(reminders, DEADLINE.minus(Duration.ofHours(73)))).isEmpty();
        assertThat(remindedAt(reminders, Instant.parse("2046-12-09T16:00:00Z")))
                .as("midnight in Shanghai")
                .isEmpty();
        assertThat(remindedAt(reminders, Instant.parse("2046-12-10T02:00:00Z")))
                .containsExactly(MessageKind.REMINDER_3);
        assertThat(remindedAt(reminders, Instant.parse("2046-12-11T02:00:00Z")))
                .containsExactly(MessageKind.REMINDER_3);
        assertThat(remindedAt(reminders, Instant.parse("2046-12-12T02:00:00Z")))
                .containsExactly(MessageKind.REMINDER_1, MessageKind.REMINDER_3);
        assertThat(remindedAt(reminders, Instant.parse("2046-12-12T11:00:00Z"))).hasSize(2);
    }

    @Test
    void whoHasNothingToDoIsNotReminded() {
        var reminders = new Reminders(rows, news, applications, transactions, desk.clock());
        application = desk.in(ApplicationState.PAID, application, DEADLINE);

        assertThat(remindedAt(reminders, Instant.parse("2046-12-12T02:00:00Z"))).isEmpty();
    }

    private List<MessageKind> remindedAt(Reminders reminders, Instant time) {
        desk.at(time);
        reminders.lookOut();
        reminders.lookOut();
        return told().stream().map(Message::kind).toList();
    }

    @Test
    void theConsoleListsThemAndMarksThemAsRead() {
        tell(ApplicationEvent.SUBMIT, ApplicationState.SUBMITTED);
        tell(ApplicationEvent.PAY, ApplicationState.PAID);
        var owner = api.as(application.tenant(), Role.OWNER);

        var first = owner.send("GET", "/api/v1/messages?limit=1", "", "Accept-Language", "zh-CN")
                .json();
        assertThat(first.at("/unread").asInt()).isEqualTo(2);
        assertThat(first.at("/items/0/kind").asString()).isEqualTo("paid");
        assertThat(first.at("/items/0/subject").asString()).startsWith("已收到付款");
        var next = owner.get("/api/v1/messages?cursor=" + first.at("/next").asString())
                .json();
        assertThat(next.at("/items/0/kind").asString()).isEqualTo("submitted");

        var path = "/api/v1/messages/" + first.at("/items/0/id").asString() + "/read";
        var read = owner.post(path, "{}").json().at("/readAt").asString();
        assertThat(owner.post(path, "{}").json().at("/readAt").asString()).isEqualTo(read);
        assertThat(owner.get("/api/v1/messages?unread=true").json().at("/items").size())
                .isEqualTo(1);
        var other = api.as(tenants.create("Somebody else").id(), Role.OWNER);
        assertThat(other.post(path, "{}").status()).isEqualTo(404);
        assertThat(other.get("/api/v1/messages").json().at("/items").size()).isZero();
    }
}
