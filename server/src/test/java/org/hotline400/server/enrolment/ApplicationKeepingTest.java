package org.hotline400.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.Samples;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of applications, and for how long.
@EnrolmentTest
class ApplicationKeepingTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Applications applications;
    private final Applicants applicants;
    private final HotlineNumbers numbers;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    ApplicationKeepingTest(
            Applications applications,
            Applicants applicants,
            HotlineNumbers numbers,
            Transactions transactions,
            JdbcClient jdbc) {
        this.applications = applications;
        this.applicants = applicants;
        this.numbers = numbers;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void an_application_lapses_when_its_numbers_deadline_passes() {
        var number = Applicants.ordinary();
        var one = applicants.submitted(number);
        var other = applicants.submitted(Applicants.ordinary());

        transactions.asOperator(() -> {
            jdbc.sql("update numbers.hotline_numbers set until = now() - interval '1 second' where number = ?")
                    .param(number.digits())
                    .update();
        });

        await().atMost(SOON).untilAsserted(() -> assertThat(state(one)).isEqualTo(ApplicationState.LAPSED));
        var last = applications
                .history(one.id(), Optional.empty(), 1, Applicants.owner(one.tenant()))
                .items()
                .getFirst();
        assertThat(last.actor()).isEqualTo("platform");
        assertThat(last.reason()).contains("deadline").contains(number.digits());
        assertThat(state(other)).isEqualTo(ApplicationState.SUBMITTED);
        // Somebody else can have it.
        assertThat(applicants.submit(applicants.ready(number))).isInstanceOf(ApplicationChange.Done.class);
    }

    @Test
    void an_application_lapses_when_its_tenant_gives_the_number_up() {
        var number = Applicants.ordinary();
        var one = applicants.submitted(number);

        numbers.releaseReservation(number, new Actor(one.tenant(), "Owner", "changed my mind"));

        await().atMost(SOON).untilAsserted(() -> assertThat(state(one)).isEqualTo(ApplicationState.LAPSED));
    }

    private ApplicationState state(Application one) {
        return applications
                .find(one.id(), Applicants.owner(one.tenant()))
                .orElseThrow()
                .state();
    }

    @Test
    void no_person_can_be_read_from_the_tables() {
        var draft = applicants.ready(Applicants.ordinary());
        var submitted = Applicants.done(applicants.submit(draft));
        var secrets = Stream.of(
                        submitted.form().legalRepresentative(), submitted.form().handler())
                .flatMap(ApplicationKeepingTest::secrets)
                .toList();
        assertThat(secrets).hasSize(8);

        var dump = dump();

        // The company's name is public and shows that the dump is one.
        assertThat(dump).contains(submitted.form().company().name().orElseThrow());
        for (var secret : secrets) {
            assertThat(dump.contains(secret)).as("clear").isFalse();
            var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(dump.contains(hex)).as("clear, in bytes").isFalse();
        }
    }

    private static Stream<String> secrets(Form.Person person) {
        return Stream.of(person.name(), person.number(), person.mobile(), person.mail())
                .map(Optional::orElseThrow);
    }

    /// Every row of every table of this module and of the events on their way.
    private String dump() {
        var tables = List.of(
                "enrolment.applications",
                "enrolment.application_transitions",
                "enrolment.blacklist",
                "kernel.event_publication",
                "numbers.transitions");
        var rows = new ArrayList<String>();
        transactions.asOperator(() -> {
            for (var table : tables) {
                rows.addAll(jdbc.sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list());
            }
        });
        return String.join("\n", rows);
    }

    @Test
    void the_persons_of_an_application_that_is_over_can_be_forgotten_and_of_no_other() {
        var one = applicants.submitted(Applicants.ordinary());
        assertThat(applications.forgetPersons(one.id())).isFalse();
        applications.withdraw(one.id(), Applicants.owner(one.tenant()));

        assertThat(applications.forgetPersons(one.id())).isTrue();

        var left = applications.find(one.id(), Applicants.owner(one.tenant())).orElseThrow();
        assertThat(left.form().handler()).isEqualTo(Form.Person.EMPTY);
        assertThat(left.form().company()).isEqualTo(one.form().company());
        assertThat(applications.forgetPersons(one.id())).isFalse();
    }

    @Test
    void a_row_moved_to_another_application_does_not_open() {
        var one = applicants.ready(Applicants.ordinary());
        var tenant = one.tenant();
        var other = applicants.ready(tenant, Samples.shop(Applicants.ordinary().digits()));
        transactions.asTenant(tenant, () -> {
            jdbc.sql("update enrolment.applications set persons = (select persons from enrolment.applications"
                            + " where id = ?) where id = ?")
                    .params(one.id().value(), other.id().value())
                    .update();
        });

        assertThatThrownBy(() -> applications.find(other.id(), Applicants.owner(tenant)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_tenants_rows_are_not_there_for_the_database_either() {
        var one = applicants.submitted(Applicants.ordinary());
        TenantId stranger = applicants.tenant();

        for (var table : List.of("applications", "application_transitions")) {
            assertThat(transactions.asTenant(stranger, () -> count(table))).isZero();
            assertThat(transactions.asTenant(one.tenant(), () -> count(table))).isOne();
        }
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from enrolment." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void what_has_happened_cannot_be_changed() {
        var one = applicants.submitted(new HotlineNumber(Applicants.ordinary().digits()));

        for (var change : List.of("delete from", "update")) {
            var sql = change + " enrolment.application_transitions "
                    + (change.equals("update") ? "set reason = 'other' " : "") + "where application = ?";
            assertThatThrownBy(() -> transactions.asOperator(
                            () -> jdbc.sql(sql).param(one.id().value()).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
