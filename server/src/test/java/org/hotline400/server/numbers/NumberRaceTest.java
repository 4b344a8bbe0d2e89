package org.hotline400.server.numbers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many at once, on a real database.
class NumberRaceTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");

    private final NumberOffice office = new NumberOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void of_a_thousand_tenants_who_want_a_number_one_gets_it_and_the_others_hear_so() throws Exception {
        var answers = atOnce(office.tenants(1_000).stream()
                .<Callable<NumberChange>>map(tenant -> () -> office.hold(NUMBER, tenant))
                .toList());

        assertThat(kinds(answers)).isEqualTo(Map.of(NumberChange.Done.class, 1L, NumberChange.AlreadyHeld.class, 999L));
        var winner = answers.stream()
                .flatMap(answer -> answer.result().stream())
                .findFirst()
                .orElseThrow();
        assertThat(office.find(NUMBER)).isEqualTo(winner);
        assertThat(office.story(NUMBER)).containsExactly("hold available → held");
        assertThat(office.news())
                .containsExactly(
                        new NumberHeld(NUMBER, winner.tenant(), winner.until().orElseThrow()));
    }

    @Test
    void of_many_who_want_a_number_whose_hold_runs_out_one_gets_it() throws Exception {
        office.hold(NUMBER, office.tenant());
        office.pass(Duration.ofMinutes(15));
        var tries = new ArrayList<Callable<NumberChange>>();
        office.tenants(60).forEach(tenant -> tries.add(() -> office.hold(NUMBER, tenant)));
        // The timers of several nodes come by at the same time.
        IntStream.range(0, 4)
                .forEach(_ -> tries.add(() -> {
                    office.runDue();
                    return new NumberChange.AlreadyHeld(NUMBER);
                }));

        assertThat(kinds(atOnce(tries)))
                .isEqualTo(Map.of(NumberChange.Done.class, 1L, NumberChange.AlreadyHeld.class, 63L));
        assertThat(office.story(NUMBER))
                .containsExactly("hold available → held", "expire held → available", "hold available → held");
    }

    @Test
    void a_tenant_who_wants_many_at_once_gets_no_more_than_it_may_hold() throws Exception {
        var shop = office.tenant();
        var answers = atOnce(IntStream.range(0, 60)
                .<Callable<NumberChange>>mapToObj(i -> () -> office.hold(number(i), shop))
                .toList());

        assertThat(kinds(answers)).isEqualTo(Map.of(NumberChange.Done.class, 10L, NumberChange.HoldLimit.class, 50L));
    }

    @Test
    void whatever_happens_at_once_each_numbers_history_is_one_chain() throws Exception {
        var tenants = office.tenants(6);
        var tries = new ArrayList<Callable<NumberChange>>();
        for (int i = 0; i < 400; i++) {
            var random = new Random(i);
            tries.add(() -> something(random, tenants));
        }

        assertThat(kinds(atOnce(tries))).containsKey(NumberChange.Done.class);

        for (int i = 0; i < 3; i++) {
            var history = office.history(number(i));
            assertThat(history).isNotEmpty();
            var status = NumberStatus.AVAILABLE;
            for (var one : history) {
                assertThat(one.from()).isEqualTo(status);
                assertThat(NumberLifeCycle.next(one.from(), one.event())).contains(one.to());
                status = one.to();
            }
            assertThat(office.find(number(i)).status()).isEqualTo(status);
        }
    }

    private NumberChange something(Random random, List<TenantId> tenants) {
        var number = number(random.nextInt(3));
        var tenant = tenants.get(random.nextInt(tenants.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> office.hold(number, tenant);
            case 2 -> office.numbers().releaseHold(number, NumberOffice.by(tenant));
            case 3 -> office.numbers().reserve(number, tenant, NumberOffice.operator());
            case 4 -> office.numbers().releaseReservation(number, NumberOffice.operator());
            default -> {
                office.pass(Duration.ofMinutes(5));
                office.runDue();
                yield office.hold(number, tenant);
            }
        };
    }

    private static HotlineNumber number(int i) {
        return new HotlineNumber("400100%04d".formatted(i));
    }

    private static Map<Class<?>, Long> kinds(List<NumberChange> answers) {
        return answers.stream().collect(groupingBy(answer -> (Class<?>) answer.getClass(), counting()));
    }

    private static List<NumberChange> atOnce(List<Callable<NumberChange>> tries)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<NumberChange>>();
            for (var one : tries) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            var all = new ArrayList<NumberChange>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
