package org.hotline400.server.enrolment.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Applicant;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Desk;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.enrolment.messages.Messages;
import org.hotline400.server.enrolment.messages.internal.MessageRows;
import org.hotline400.server.enrolment.register.internal.RegisterRows;
import org.hotline400.server.enrolment.register.internal.ReverificationRows;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberCancelled;
import org.hotline400.server.numbers.NumberQuarantined;
import org.hotline400.server.numbers.NumberResumed;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.NumberTransferred;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The register of holders and purposes, and its yearly checks.
@ServerTest
class RegisterTest {
    private static final Instant ACTIVATED = Instant.parse("2046-12-01T02:00:00Z");
    private static final RegisterSettings SETTINGS = new RegisterSettings(Duration.ofDays(365), Duration.ofDays(30));

    @Autowired
    private Applications applications;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private Api api;

    private final List<Messenger.Letter> letters = new ArrayList<>();
    private final HotlineNumber number = Desk.someNumber();
    private Desk desk;
    private Register register;
    private RegisterWatch watch;
    private YearlyCheck yearly;
    private Application application;
    private Api.Client owner;
    private Api.Client operator;

    @BeforeEach
    void aNumberInService() {
        desk = new Desk(applications, tenants, transactions, jdbc);
        var entries = new RegisterRows(jdbc);
        var messages = new Messages(new MessageRows(jdbc), letters::add, transactions, desk.clock());
        var reverifications = new Reverifications(
                new OwnRows(jdbc), entries, messages, applications, transactions, SETTINGS, desk.clock());
        register = new Register(entries, reverifications, transactions);
        watch = new RegisterWatch(register, applications, tenants, desk.clock());
        yearly = new YearlyCheck(reverifications, desk.clock());
        desk.at(ACTIVATED);
        application = desk.in(ApplicationState.PROVISIONED, desk.filledIn(number));
        provisioned();
        owner = api.as(application.tenant(), Role.OWNER);
        operator = api.asOperator();
    }

    /// Checks this number alone: other tests share the database.
    private final class OwnRows extends ReverificationRows {
        private OwnRows(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        public List<Reverification> due(ReverificationState state, Instant before, int most) {
            return super.due(state, before, 1_000).stream()
                    .filter(one -> one.number().equals(number))
                    .toList();
        }
    }

    private void provisioned() {
        transactions.asOperator(
                () -> watch.on(desk.fact(application, ApplicationEvent.PROVISION, ApplicationState.PROVISIONED)));
    }

    private List<RegisterEntry> entries() {
        return register.list(
                        new RegisterFilter(Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        10)
                .items();
    }

    private JsonNode task() {
        return owner.get("/api/v1/re-verifications").json().at("/items/0");
    }

    private String state() {
        return task().at("/state").asString();
    }

    private void look(String time) {
        desk.at(Instant.parse(time));
        yearly.lookOut();
    }

    @Test
    void aProvisionedNumberIsEnteredOnceWithItsHolderMasked() {
        provisioned();

        assertThat(entries()).hasSize(1);
        var entry = entries().getFirst();
        assertThat(entry.holder().company()).isEqualTo(Applicant.COMPANY);
        assertThat(entry.holder().legalRepresentative()).isEqualTo("张**");
        assertThat(entry.use().purpose()).isEqualTo("母婴用品售前售后咨询");
        assertThat(entry.use().way()).isEqualTo("self-service");
        var shown = operator.get("/api/v1/register?number=" + number.display()).json();
        assertThat(shown.at("/items/0/handler").asString()).isEqualTo("李*");
        assertThat(shown.toString()).doesNotContain(Applicant.ID_NUMBER).doesNotContain("李四");
        assertThat(owner.get("/api/v1/register").status()).isEqualTo(403);
    }

    @Test
    void theHolderIsAskedAMonthBeforeConfirmsAndIsAskedAgainAYearLater() {
        look("2047-10-31T02:00:00Z");
        assertThat(state()).isEqualTo("planned");
        look("2047-11-01T02:00:00Z");
        yearly.lookOut();
        assertThat(state()).isEqualTo("asked");
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().mail()).contains(Applicant.MAIL);
        assertThat(letters.getFirst().text()).contains(number.display(), "2047-12-01 10:00", "母婴用品售前售后咨询");

        var id = task().at("/id").asString();
        var path = "/api/v1/re-verifications/" + id;
        assertThat(owner.post(path + "/confirmations", "{\"accurate\":false}")
                        .json()
                        .at("/violations/0/field")
                        .asString())
                .isEqualTo("statement");
        var stranger = api.as(tenants.create("Somebody else").id(), Role.OWNER);
        assertThat(stranger.post(path + "/confirmations", "{\"accurate\":true}").status())
                .isEqualTo(404);
        assertThat(owner.post(path + "/checks", "{\"passed\":true}").status()).isEqualTo(403);
        assertThat(operator.post(path + "/checks", "{\"passed\":true}")
                        .json()
                        .at("/code")
                        .asString())
                .as("before it is confirmed")
                .isEqualTo("register.not-now");
        assertThat(owner.post(path + "/confirmations", "{\"accurate\":true}")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("confirmed");
        assertThat(owner.post(path + "/confirmations", "{\"accurate\":true}").status())
                .isEqualTo(200);

        var passed = operator.post(path + "/checks", "{\"passed\":true,\"purpose\":\"母婴用品咨询与投诉\"}");
        assertThat(passed.json().at("/state").asString()).isEqualTo("passed");
        assertThat(operator.post(path + "/checks", "{\"passed\":true}").status())
                .isEqualTo(200);
        assertThat(entries().getFirst().use().purpose()).isEqualTo("母婴用品咨询与投诉");
        var all = owner.get("/api/v1/re-verifications").json().at("/items");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.at("/1/dueAt").asString()).isEqualTo("2048-11-30T02:00:00Z");
    }

    @Test
    void whoDoesNotConfirmInTimeIsProposedForASuspensionAndStaysInService() {
        look("2047-11-15T02:00:00Z");
        look("2047-12-01T01:59:59Z");
        assertThat(state()).isEqualTo("asked");
        look("2047-12-01T02:00:00Z");

        assertThat(state()).isEqualTo("overdue");
        assertThat(task().at("/suspensionProposed").asBoolean()).isTrue();
        assertThat(letters.getLast().brief()).contains("已逾期");
        assertThat(entries().getFirst().end()).isEmpty();
        var tasks = operator.get("/api/v1/re-verifications?limit=200&state=overdue,failed")
                .json();
        assertThat(tasks.at("/items").findValuesAsString("number")).contains(number.digits());
    }

    @Test
    void whatFailsTellsTheHolderWhyAndHeMayMendIt() {
        look("2047-11-15T02:00:00Z");
        var path = "/api/v1/re-verifications/" + task().at("/id").asString();
        owner.post(path + "/confirmations", "{\"accurate\":false,\"statement\":\"经办人已离职\"}");
        assertThat(operator.post(path + "/checks", "{\"passed\":false}")
                        .json()
                        .at("/violations/0/field")
                        .asString())
                .isEqualTo("note");
        operator.post(path + "/checks", "{\"passed\":false,\"note\":\"请补充新经办人资料\"}");

        assertThat(state()).isEqualTo("failed");
        var told = owner.send("GET", "/api/v1/messages?limit=1", "", "Accept-Language", "zh-CN");
        assertThat(told.json().at("/items/0/text").asString()).contains("请补充新经办人资料");
        assertThat(owner.post(path + "/confirmations", "{\"accurate\":true}")
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("confirmed");
    }

    @Test
    void aNumberThatChangesHandsHasANewEntryWhoseHolderIsAskedAtOnce() {
        var other = tenants.create("另一家公司").id();
        desk.at(Instant.parse("2047-03-01T02:00:00Z"));
        transactions.asOperator(() -> watch.on(new NumberTransferred(number, application.tenant(), other)));

        assertThat(entries()).hasSize(2);
        assertThat(entries().getFirst().end().orElseThrow().reason()).isEqualTo("transferred");
        assertThat(entries().getLast().holder().company()).isEqualTo("另一家公司");
        assertThat(state()).isEqualTo("ended");
        yearly.lookOut();
        assertThat(api.as(other, Role.OWNER)
                        .get("/api/v1/re-verifications")
                        .json()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("asked");
    }

    @Test
    void aCancellationEndsAnEntryAndTakingItBackReopensIt() {
        TenantId holder = application.tenant();
        transactions.asOperator(() -> watch.on(new NumberCancelled(number, holder, ACTIVATED)));
        assertThat(entries().getFirst().end().orElseThrow().reason()).isEqualTo("cancelled");

        transactions.asOperator(() -> watch.on(new NumberResumed(number, holder, NumberStatus.SUSPENDED)));
        assertThat(entries()).hasSize(1);
        assertThat(entries().getFirst().end()).isEmpty();

        transactions.asOperator(() -> watch.on(new NumberCancelled(number, holder, ACTIVATED)));
        transactions.asOperator(() -> watch.on(new NumberQuarantined(number, holder, ACTIVATED)));
        transactions.asOperator(
                () -> watch.on(new NumberResumed(number, tenants.create("Next").id(), NumberStatus.SUSPENDED)));
        assertThat(entries().getFirst().end()).as("somebody else's").isPresent();
    }

    @Test
    void theExportIsMaskedAndInClearOnlyForWhoMaySeePapers() {
        transactions.asOperator(() -> {
            jdbc.sql("update enrolment.register_entries set purpose = '=1+1' where application = ?")
                    .param(application.id().value())
                    .update();
        });
        var masked = text(operator.get("/api/v1/register/export"));
        assertThat(masked)
                .startsWith("\uFEFF号码,企业名称")
                .contains(number.display() + "," + Applicant.COMPANY, "张**", ",'=1+1,")
                .doesNotContain(Applicant.ID_NUMBER);

        assertThat(text(operator.get("/api/v1/register/clear-export"))).contains(Applicant.ID_NUMBER, "张三丰");
        var clerk = tenants.addPrincipal(TenantId.OPERATOR, "A clerk", Role.OPERATOR);
        var key = keys.issue(new ApiKeyOrder(
                TenantId.OPERATOR, clerk, "register only", Set.of(Scope.read("register")), Optional.empty()));
        assertThat(api.with(key.token()).get("/api/v1/register/export").status())
                .isEqualTo(200);
        assertThat(api.with(key.token()).get("/api/v1/register/clear-export").status())
                .isEqualTo(403);
    }

    private static String text(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
