package org.hotline400.server.enrolment.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.provisioning.Provisioning.Problem;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is tried again, and when: on a real database, with steps that fail as a test wants and a clock that it
/// sets.
class ProvisioningsTest {
    private static final Problem PROBLEM = new Problem("the plan has faults", "方案有误");

    private final TestDatabase database = TestDatabase.create();
    private final WallClock clock = new WallClock("2026-11-26T04:00:00Z");
    private final ProvisioningRows rows = new ProvisioningRows(database.jdbc());
    private final List<ApplicationId> attempts = new ArrayList<>();
    private Supplier<Optional<Problem>> outcome = Optional::empty;
    private ApplicationId application = ApplicationId.next();

    @BeforeEach
    void anApprovedAndPaidApplication() {
        application = ApplicationId.next();
        var tenant = new TenantId(UUID.randomUUID());
        database.transactions().asOperator(() -> {
            database.jdbc()
                    .sql("insert into identity.tenants (tenant, name, created_at) values (?, 'Shop', now())")
                    .param(tenant.value())
                    .update();
            database.jdbc()
                    .sql(
                            "insert into enrolment.applications (id, tenant, version, state, channel, authors, policy, form,"
                                    + " documents, findings, approvals, created_at) values (?, ?, 1, 'approved', 'online', '{}',"
                                    + " 'before-review', '{}', '{}', '[]', '{}', now())")
                    .params(application.value(), tenant.value())
                    .update();
            rows.note(application, tenant, clock.instant());
            // The second fact of the two that may make it ready.
            rows.note(application, tenant, clock.instant());
        });
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private Provisionings node() {
        return new Provisionings(database.transactions(), rows, this::noPayment, this::attempt, clock);
    }

    private boolean noPayment(ApplicationId id) {
        return false;
    }

    private Optional<Problem> attempt(ApplicationId id) {
        attempts.add(id);
        var problem = outcome.get();
        if (problem.isEmpty()) {
            database.transactions().asOperator(() -> rows.done(id, clock.instant()));
        }
        return problem;
    }

    private Provisioning now() {
        return database.transactions().asOperator(() -> rows.find(application)).orElseThrow();
    }

    @Test
    void what_is_due_is_done_once() {
        assertThat(node().runDue()).isOne();
        assertThat(node().runDue()).isZero();

        assertThat(attempts).containsExactly(application);
        assertThat(now().doneAt()).contains(clock.instant());
        assertThat(node().retry(application)).isFalse();
    }

    @Test
    void a_failure_is_shown_and_tried_again_less_and_less_often_until_somebody_must_look() {
        outcome = () -> Optional.of(PROBLEM);
        var pauses = new ArrayList<Duration>();
        node().runDue();
        while (now().nextAt().isPresent()) {
            assertThat(now().problem()).contains(PROBLEM);
            var pause = Duration.between(clock.instant(), now().nextAt().orElseThrow());
            pauses.add(pause);
            clock.forward(pause.minusMillis(1));
            assertThat(node().runDue()).isZero();
            clock.forward(Duration.ofMillis(1));
            assertThat(node().runDue()).isOne();
        }

        assertThat(pauses)
                .hasSize(7)
                .isSorted()
                .startsWith(Duration.ofSeconds(5))
                .endsWith(Duration.ofHours(24));
        assertThat(now().isGivenUp()).isTrue();
        outcome = Optional::empty;
        assertThat(node().retry(application)).isTrue();
        assertThat(now().problem()).isEmpty();
        assertThat(now().doneAt()).isPresent();
    }

    @Test
    void one_whose_process_died_in_the_middle_is_done_by_another() {
        outcome = () -> {
            throw new ProcessDied();
        };
        assertThatThrownBy(() -> node().runDue()).isInstanceOf(ProcessDied.class);
        outcome = Optional::empty;

        assertThat(node().runDue()).isZero();
        clock.forward(Duration.ofMinutes(1));
        assertThat(node().runDue()).isOne();

        assertThat(now().doneAt()).isPresent();
        assertThat(attempts).hasSize(2);
    }

    @Test
    void a_bug_is_a_problem_as_any_other() {
        outcome = () -> {
            throw new IllegalStateException("a bug");
        };

        node().runDue();

        assertThat(now().problem().orElseThrow().english()).contains("IllegalStateException");
        assertThat(now().nextAt()).contains(clock.instant().plusSeconds(5));
    }

    private static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }
}
