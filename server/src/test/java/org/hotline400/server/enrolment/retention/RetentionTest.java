package org.hotline400.server.enrolment.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Applicant;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Desk;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.PaperChange;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.papers.PaperPlace;
import org.hotline400.server.enrolment.papers.PaperSamples;
import org.hotline400.server.enrolment.papers.Papers;
import org.hotline400.server.enrolment.retention.internal.RetentionRows;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.Signatures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Persons and papers are kept for their time, and then deleted so that it can be proved.
@ServerTest
class RetentionTest {
    private static final RetentionSettings SETTINGS = new RetentionSettings(Duration.ofDays(730), Duration.ofDays(180));

    @Autowired
    private Applications applications;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Papers papers;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private RetentionRows rows;

    @Autowired
    private Forgetting forgetting;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Api api;

    private final HotlineNumber number = Desk.someNumber();
    private Desk desk;
    private Application application;

    @BeforeEach
    void anApplicationWithAPaper() throws IOException {
        desk = new Desk(applications, tenants, transactions, jdbc);
        application = desk.filledIn(number);
        var put = papers.put(
                application.id(),
                new PaperPlace(PaperKind.BUSINESS_LICENCE, 1),
                new ByteArrayInputStream(PaperSamples.jpeg(PaperSamples.page(900, 1_200))),
                Desk.SOMEBODY);
        assertThat(put).isNotInstanceOf(PaperChange.Refused.class);
        assertThat(files()).isNotEmpty();
    }

    /// This application alone: other tests share the database.
    private boolean deletedAfter(Duration time) {
        var clock = Clock.fixed(Instant.now(Clock.systemUTC()).plus(time), ZoneOffset.UTC);
        return deletions(clock).delete(application.id());
    }

    private PersonDeletions deletions(Clock clock) {
        return new PersonDeletions(rows, forgetting, signatures, transactions, SETTINGS, clock);
    }

    private List<String> files() {
        List<String> names = new ArrayList<>();
        try {
            blobs.forEach(name -> names.add(name.value()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names.stream()
                .filter(name -> name.contains(application.tenant().toString()))
                .toList();
    }

    private Form form() {
        return applications.find(application.id(), Desk.SOMEBODY).orElseThrow().form();
    }

    private boolean isForgotten() {
        return form().handler().equals(Form.Person.EMPTY);
    }

    private String path(String rest) {
        return "/api/v1/applications/" + application.id() + rest;
    }

    @Test
    void whatCameToNothingIsForgottenAfterHalfAYearWithACertificate() {
        var _ = applications.withdraw(application.id(), Desk.SOMEBODY);
        assertThat(deletedAfter(Duration.ofDays(179))).isFalse();
        assertThat(isForgotten()).isFalse();

        assertThat(deletedAfter(Duration.ofDays(181))).isTrue();
        assertThat(deletedAfter(Duration.ofDays(181))).as("once").isFalse();

        assertThat(isForgotten()).isTrue();
        assertThat(form().company().name()).as("no person").contains(Applicant.COMPANY);
        assertThat(form().choice().forwardTo()).isEmpty();
        assertThat(files()).isEmpty();
        var owner = api.as(application.tenant(), Role.OWNER);
        assertThat(owner.get("/api/v1/messages").json().at("/items").size()).isZero();
        var proof = owner.get(path("/deletion-certificate")).json();
        assertThat(proof.at("/valid").asBoolean()).isTrue();
        assertThat(proof.at("/text").asString())
                .contains("application: " + application.id(), "papers: business-licence", "came to nothing (withdrawn)")
                .doesNotContain(Applicant.ID_NUMBER);
        var stranger = api.as(tenants.create("Somebody else").id(), Role.OWNER);
        assertThat(stranger.get(path("/deletion-certificate")).status()).isEqualTo(404);
    }

    @Test
    void aForgedCertificateIsNotValid() {
        var forged = new Signatures.Signature(UUID.randomUUID(), new byte[32]);
        transactions.asOperator(() -> rows.certify(
                new RetentionRows.Expired(application.id(), application.tenant(), application.state()),
                Instant.EPOCH,
                "hotline400 deletion certificate 1\n",
                forged));

        var proof = api.asOperator().get(path("/deletion-certificate")).json();
        assertThat(proof.at("/valid").asBoolean()).isFalse();
    }

    @Test
    void aDraftThatNobodyTouchesLapsesAndIsForgotten() {
        assertThat(deletedAfter(Duration.ofDays(181))).isTrue();

        var now = applications.find(application.id(), Desk.SOMEBODY).orElseThrow();
        assertThat(now.state()).isEqualTo(ApplicationState.LAPSED);
        assertThat(isForgotten()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsHeldIsKeptUntilItIsLetGoOf() {
        var _ = applications.withdraw(application.id(), Desk.SOMEBODY);
        var operator = api.asOperator();
        assertThat(operator.put(path("/legal-hold"), "{}")
                        .json()
                        .at("/violations/0/field")
                        .asString())
                .isEqualTo("reason");
        assertThat(api.as(application.tenant(), Role.OWNER)
                        .put(path("/legal-hold"), "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(operator.put(path("/legal-hold"), "{\"reason\":\"某法院（2026）民初 1 号\"}")
                        .status())
                .isEqualTo(200);
        assertThat(operator.get(path("/legal-hold")).json().at("/reason").asString())
                .contains("某法院");

        assertThat(deletedAfter(Duration.ofDays(4_000))).isFalse();
        assertThat(isForgotten()).isFalse();
        assertThat(files()).isNotEmpty();

        assertThat(operator.delete(path("/legal-hold")).status()).isEqualTo(204);
        assertThat(operator.delete(path("/legal-hold")).status()).isEqualTo(204);
        assertThat(operator.get(path("/legal-hold")).status()).isEqualTo(404);
        assertThat(deletedAfter(Duration.ofDays(4_000))).isTrue();
        assertThat(isForgotten()).isTrue();
    }

    @Test
    void aHolderIsForgottenTwoYearsAfterHisNumberLeftHim() {
        application = desk.in(ApplicationState.LIVE, application);
        assertThat(deletedAfter(Duration.ofDays(4_000))).as("in service").isFalse();

        ended(Duration.ofDays(729));
        deletions(Clock.systemUTC()).sweep();
        assertThat(isForgotten()).isFalse();
        transactions.asOperator(() -> {
            jdbc.sql(
                            "update enrolment.register_entries set ended_at = ended_at - interval '2 days' where application = ?")
                    .param(application.id().value())
                    .update();
        });
        deletions(Clock.systemUTC()).sweep();

        assertThat(isForgotten()).isTrue();
        var masked = transactions.asOperator(
                () -> jdbc.sql("select legal_representative from enrolment.register_entries where application = ?")
                        .param(application.id().value())
                        .query(String.class)
                        .optional());
        assertThat(masked).isEqualTo(Optional.of(""));
    }

    private void ended(Duration ago) {
        var ended = Instant.now(Clock.systemUTC()).minus(ago);
        transactions.asOperator(() -> {
            jdbc.sql("""
                    insert into enrolment.register_entries (tenant, id, number, application, company, legal_representative,
                           way, activated_at, ended_at, end_reason)
                    values (?, ?, ?, ?, 'x', '张**', 'self-service', ?, ?, 'cancelled')
                    """)
                    .params(
                            application.tenant().value(),
                            UUID.randomUUID(),
                            number.digits(),
                            application.id().value(),
                            SqlTime.of(ended.minus(Duration.ofDays(400))),
                            SqlTime.of(ended))
                    .update();
        });
    }
}
