package org.hotline400.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Why;
import org.hotline400.server.limits.LimitedNode.Call;
import org.hotline400.server.limits.internal.Gate;
import org.hotline400.server.limits.internal.Passage;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes on one database.
class LimitsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int CROWD = 200;

    private final TestDatabase database = TestDatabase.create();
    private LimitedNode one = LimitedNode.start(database, NumberLimits.NONE);
    private LimitedNode other = LimitedNode.start(database, NumberLimits.NONE);

    @AfterEach
    void close() {
        one.close();
        other.close();
        database.close();
    }

    private void both(NumberLimits limits) {
        one.close();
        other.close();
        one = LimitedNode.start(database, limits);
        other = LimitedNode.start(database, limits);
    }

    private List<Call> crowdCalls() throws Exception {
        return Rush.of(CROWD, i -> (i % 2 == 0 ? one : other).call());
    }

    private static List<Call> admitted(List<Call> calls) {
        return calls.stream().filter(Call::isAdmitted).toList();
    }

    private void awaitCalls(int expected) {
        await().atMost(SOON).until(() -> one.usage().calls(), calls -> calls == expected);
    }

    @Test
    void of_200_calls_at_once_to_two_nodes_exactly_50_are_admitted_and_50_again_when_they_are_over() throws Exception {
        both(NumberLimits.atOnce(50));
        for (int round = 0; round < 3; round++) {
            var calls = crowdCalls();
            assertThat(admitted(calls))
                    .hasSize(50)
                    .allSatisfy(call -> assertThat(call.notes()).isEmpty());
            assertThat(one.usage().calls()).isEqualTo(50);
            assertThat(calls).filteredOn(call -> !call.isAdmitted()).allSatisfy(call -> {
                var no = call.refused().orElseThrow();
                assertThat(no.reason()).isEqualTo(EndReason.REJECTED_CONCURRENCY);
                assertThat(no.cause()).isEqualTo(HangUp.BUSY);
                assertThat(no.detail()).contains("50 calls at the same time");
            });
            admitted(calls).forEach(Call::end);
            awaitCalls(0);
        }
    }

    @Test
    void while_calls_come_and_go_the_limit_is_reached_and_never_exceeded() throws Exception {
        both(NumberLimits.atOnce(7));
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        Rush.of(40, i -> {
            for (int turn = 0; turn < 25; turn++) {
                var call = (i % 2 == 0 ? one : other).call();
                if (call.isAdmitted()) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    assertThat(one.usage().calls()).isBetween(1, 7);
                    now.decrementAndGet();
                    call.end();
                }
            }
            return i;
        });
        assertThat(most).hasValue(7);
        awaitCalls(0);
    }

    @Test
    void what_a_killed_node_held_counts_until_its_lease_runs_out() throws Exception {
        both(NumberLimits.atOnce(50));
        assertThat(admitted(Rush.of(30, _ -> other.call()))).hasSize(30);
        other.die();

        assertThat(admitted(Rush.of(40, _ -> one.call()))).hasSize(20);
        one.lapse(other);

        assertThat(one.usage().calls()).isEqualTo(20);
        assertThat(admitted(Rush.of(40, _ -> one.call()))).hasSize(30);
    }

    @Test
    void a_node_whose_lease_ran_out_renews_it_before_it_takes_more() {
        both(NumberLimits.atOnce(2));
        assertThat(other.call().isAdmitted()).isTrue();
        one.lapse(other);
        assertThat(other.call().isAdmitted()).isTrue();

        assertThat(one.usage().calls()).isEqualTo(2);
        assertThat(one.call().isAdmitted()).isFalse();
    }

    @Test
    void a_node_that_restarts_begins_at_no_calls_but_keeps_the_month() {
        both(new NumberLimits(5, 0, 4));
        assertThat(other.call().isAdmitted()).isTrue();
        assertThat(other.call().isAdmitted()).isTrue();
        assertThat(one.usage()).satisfies(usage -> assertThat(usage.calls()).isEqualTo(2));
        other.die();

        try (var again = LimitedNode.start(database, new NumberLimits(5, 0, 4), other.id())) {
            assertThat(one.usage().calls()).isZero();
            assertThat(one.usage().month()).isEqualTo(2);
            assertThat(again.call().isAdmitted()).isTrue();
            assertThat(one.call().isAdmitted()).isTrue();
            assertThat(again.call().refused())
                    .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(EndReason.CAPPED));
        }
    }

    @Test
    void no_second_has_more_calls_than_the_rate_wherever_they_arrive() throws Exception {
        var gate = Gate.of(LimitedNode.TENANT, LimitedNode.NUMBER);
        var passages = Rush.of(
                CROWD, i -> (i % 2 == 0 ? one : other).gates().second(gate).take(10));

        var perSecond = passages.stream()
                .filter(Passage.Granted.class::isInstance)
                .map(Passage.Granted.class::cast)
                .collect(Collectors.groupingBy(Passage.Granted::window, Collectors.counting()));
        assertThat(passages).noneMatch(Passage::locally);
        assertThat(perSecond).isNotEmpty();
        assertThat(perSecond.values()).allMatch(calls -> calls <= 10).anyMatch(calls -> calls == 10);
    }

    @Test
    void a_call_above_the_rate_is_told_so_and_one_refused_later_gives_its_turn_back() {
        both(new NumberLimits(1, 1000, 0));
        assertThat(one.call().isAdmitted()).isTrue();
        assertThat(other.call().refused())
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(EndReason.REJECTED_CONCURRENCY));

        both(new NumberLimits(0, 1, 0));
        var refused = new AtomicInteger();
        await().atMost(SOON).until(() -> {
            var call = one.call();
            call.refused().ifPresent(no -> {
                assertThat(no.reason()).isEqualTo(EndReason.REJECTED_RATE);
                assertThat(no.cause()).isEqualTo(HangUp.OVERLOADED);
                assertThat(no.detail()).contains("1 new calls a second");
                refused.incrementAndGet();
            });
            return refused.get() > 0;
        });
    }

    @Test
    void a_turn_of_the_second_that_was_given_back_is_taken_by_the_next() {
        var gate = Gate.of(LimitedNode.TENANT, LimitedNode.NUMBER);
        await("within one second").atMost(SOON).until(() -> {
            var first = one.gates().second(gate).take(1);
            var second = one.gates().second(gate).take(1);
            if (!(first instanceof Passage.Granted granted) || second instanceof Passage.Granted) {
                return false;
            }
            one.gates().second(gate).withdraw(granted);
            return one.gates().second(gate).take(1) instanceof Passage.Granted third
                    && third.window().equals(granted.window());
        });
    }

    @Test
    void the_month_admits_exactly_its_calls_and_does_not_count_those_refused_later() throws Exception {
        both(new NumberLimits(0, 0, 30));
        var calls = crowdCalls();
        var admitted = admitted(calls);
        assertThat(admitted).hasSize(30);
        assertThat(calls)
                .filteredOn(call -> !call.isAdmitted())
                .allSatisfy(call ->
                        assertThat(call.refused().orElseThrow().reason()).isEqualTo(EndReason.CAPPED));

        admitted.subList(0, 25).forEach(Call::end);
        admitted.subList(25, 30).forEach(Call::refuse);
        await().atMost(SOON).until(() -> one.usage().month(), month -> month == 25);

        assertThat(admitted(crowdCalls())).hasSize(5);
        assertThat(one.usage().month()).isEqualTo(30);
    }

    @Test
    void without_the_database_each_node_holds_its_own_calls_against_the_whole_limit_and_says_so() {
        both(NumberLimits.atOnce(3));
        assertThat(one.call().isAdmitted()).isTrue();
        one.databaseIsUp(false);

        var calls = List.of(one.call(), one.call());
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.isAdmitted()).isTrue();
            assertThat(call.notes()).containsExactly(Why.LIMITS_OF_THIS_NODE);
        });
        assertThat(one.call().refused())
                .map(Verdict.Refused::detail)
                .hasValueSatisfying(detail -> assertThat(detail).contains("this node alone"));
        assertThat(other.usage().calls()).isEqualTo(1);

        one.databaseIsUp(true);
        awaitCalls(3);
        assertThat(other.call().isAdmitted()).isFalse();
        calls.getFirst().end();
        awaitCalls(2);
        assertThat(other.call().isAdmitted()).isTrue();
    }

    @Test
    void a_call_waits_half_a_second_for_a_database_that_does_not_answer_and_is_counted_afterwards() {
        both(NumberLimits.atOnce(3));
        one.close();
        one = LimitedNode.startImpatient(database, NumberLimits.atOnce(3));
        await("the first round trip has made a connection").atMost(SOON).until(() -> {
            var call = one.call();
            call.end();
            return call.notes().isEmpty();
        });
        assertThat(one.call().isAdmitted()).isTrue();

        other.whileSomebodyStandsInTheGate(() -> {
            long before = System.nanoTime();
            var call = one.call();
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(450), Duration.ofMillis(1900));
            assertThat(call.isAdmitted()).isTrue();
            assertThat(call.notes()).containsExactly(Why.LIMITS_OF_THIS_NODE);
        });

        awaitCalls(2);
    }

    @Test
    void a_place_left_over_by_a_call_that_is_no_more_is_given_back() {
        both(NumberLimits.atOnce(3));
        one.call();
        var live = one.call();

        one.lines().giveBackLeftOver(live.id()::equals);

        awaitCalls(1);
    }

    @Test
    void what_the_database_forgot_it_is_told_again() {
        both(NumberLimits.atOnce(3));
        one.call();
        other.forget();
        assertThat(one.usage().calls()).isZero();

        one.gates().tellAgain();

        awaitCalls(1);
    }

    @Test
    void a_number_without_limits_leaves_no_trace() {
        assertThat(one.call().isAdmitted()).isTrue();
        assertThat(one.rowsOfGates()).isZero();
    }

    @Test
    void a_target_takes_no_more_calls_than_it_may_over_all_nodes() throws Exception {
        var target = "01066660012";
        var taken = Rush.of(
                CROWD,
                i -> new TargetGates((i % 2 == 0 ? one : other).gates())
                        .tryTake(LimitedNode.TENANT, LimitedNode.NUMBER, target, 3));
        var places = taken.stream().flatMap(Optional::stream).toList();
        assertThat(places).hasSize(3);
        assertThat(one.usage(target).calls()).isEqualTo(3);

        places.forEach(place -> {
            place.release();
            place.release();
        });

        await().atMost(SOON).until(() -> one.usage(target).calls(), calls -> calls == 0);
        var again = new TargetGates(one.gates()).tryTake(LimitedNode.TENANT, LimitedNode.NUMBER, target, 3);
        assertThat(again).hasValueSatisfying(place -> assertThat(place.note()).isEmpty());
    }
}
