package org.hotline400.server.numbers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NumberTimerTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4006668888");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T01:00:00Z"));
    private final InstantSource clock = now::get;
    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final NumberRows rows = new NumberRows(database.jdbc());
    private final NumberTimer one = node();
    private final NumberTimer other = node();

    private NumberTimer node() {
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("hotline", HotlineSettings.class);
        var time = clock.withZone(ZoneOffset.UTC);
        var register = new NumberRegister(rows, _ -> {}, settings, time);
        return new NumberTimer(new DueNumbers(transactions, rows, register, time), time);
    }

    @AfterEach
    void close() {
        one.stop();
        other.stop();
        database.close();
    }

    private NumberStatus status() {
        return transactions.asOperator(() -> rows.find(NUMBER)).orElseThrow().status();
    }

    private void end(NumberStatus status, Duration in) {
        var begin = now.get();
        transactions.asOperator(() -> {
            rows.makeKnown(NUMBER, begin);
            rows.store(new NumberInService(
                    NUMBER, TenantId.OPERATOR, status, begin, Optional.of(begin.plus(in)), Optional.empty()));
        });
    }

    @Test
    void what_is_due_ends_though_nobody_comes_by() {
        end(NumberStatus.HELD, Duration.ofMinutes(15));
        one.start();
        other.start();
        assertThat(status()).isEqualTo(NumberStatus.HELD);

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(15)));

        Awaitility.await().atMost(SOON).until(() -> status() == NumberStatus.AVAILABLE);
        assertThat(transactions.asOperator(() -> rows.transitions(NUMBER, Optional.empty(), 10)))
                .as("two nodes end it once")
                .hasSize(1);
    }

    @Test
    void what_is_overdue_at_the_start_ends_then_and_what_follows_has_its_whole_time() {
        end(NumberStatus.CANCELLED, Duration.ZERO);
        now.updateAndGet(time -> time.plus(Duration.ofDays(200)));

        one.start();

        Awaitility.await().atMost(SOON).until(() -> status() == NumberStatus.QUARANTINED);
        assertThat(transactions.asOperator(() -> rows.find(NUMBER)).flatMap(NumberInService::until))
                .contains(now.get().plus(Duration.ofDays(90)));
    }
}
