package org.hotline400.server.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedSignInsTest {
    private static final SignInName NAME = new SignInName("name@example.cn");

    private final TestDatabase database = TestDatabase.create();
    private final StoppedClock clock = new StoppedClock();
    private final FailedSignIns failures = new FailedSignIns(database.transactions(), database.jdbc(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(failures.count(NAME)).isEmpty();
        }
    }

    @Test
    void the_eleventh_try_waits_half_a_minute_and_the_next_a_whole_one() {
        fail(10);
        assertThat(failures.count(NAME)).contains(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(20));
        assertThat(failures.count(NAME)).as("asking does not make it longer").contains(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(10));

        assertThat(failures.count(NAME)).as("the lock has ended").isEmpty();

        assertThat(failures.count(NAME)).contains(Duration.ofMinutes(1));
        assertThat(failures.count(new SignInName("other@example.cn"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, PT30S", "11, PT1M", "14, PT8M", "15, PT15M", "1000, PT15M"})
    void a_lock_grows_up_to_a_quarter_of_an_hour(int tries, Duration lock) {
        assertThat(FailedSignIns.lockAfter(tries)).isEqualTo(lock);
    }

    @Test
    void whoever_proves_who_he_is_begins_anew() {
        fail(10);
        failures.clear(NAME);
        fail(10);
    }

    @Test
    void a_try_without_code_neither_counts_nor_wipes_out_those_that_failed() {
        fail(9);
        for (int i = 0; i < 5; i++) {
            assertThat(failures.count(NAME)).isEmpty();
            failures.giveBack(NAME);
        }
        fail(1);
        assertThat(failures.count(NAME)).isPresent();
    }

    @Test
    void a_quiet_day_forgets() {
        fail(9);
        clock.pass(Duration.ofHours(25));
        fail(10);
    }

    @Test
    void many_tries_at_once_are_no_more_than_ten() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 50)
                    .mapToObj(i -> people.submit(() -> failures.count(NAME)))
                    .toList();
            int made = 0;
            for (var one : tries) {
                made += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(made).isEqualTo(10);
        }
    }
}
