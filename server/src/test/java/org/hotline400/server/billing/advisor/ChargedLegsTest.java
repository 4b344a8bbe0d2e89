package org.hotline400.server.billing.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.charging.ChargedLegs;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rated legs come back one by one, each as the one talk that it was.
class ChargedLegsTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final TestDatabase database = TestDatabase.create();
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final AdvisedShop shop =
            new AdvisedShop(database.jdbc(), database.transactions(), tenant, ContractId.next());

    @AfterEach
    void close() {
        database.close();
    }

    private List<ChargedLegs.Leg> read(LocalDate from, LocalDate until) {
        var legs = new ArrayList<ChargedLegs.Leg>();
        database.transactions()
                .asTenant(tenant, () -> new ChargedLegs(database.jdbc()).each(shop.contract(), from, until, legs::add));
        return legs;
    }

    private static ChargedLegs.Leg leg(String from, long seconds) {
        return new ChargedLegs.Leg(Component.FORWARD_FIXED, Instant.parse(from), seconds);
    }

    @Test
    void a_talk_over_the_end_of_a_month_is_one_again() {
        var over = CallId.next();
        // 200 seconds from 23:58:30: two minutes of October until 00:00:30, then 80 seconds of November.
        shop.piece(over, 1, LocalDateTime.parse("2026-10-31T23:58:30"), 120);
        shop.piece(over, 2, LocalDateTime.parse("2026-11-01T00:00:30"), 80);
        // Two talks of one call with one line, in one month: two.
        var twice = CallId.next();
        shop.piece(twice, 1, LocalDateTime.parse("2026-10-02T10:00:00"), 60);
        shop.piece(twice, 2, LocalDateTime.parse("2026-10-02T10:01:00"), 30);
        // Another call that begins where the first one was cut.
        shop.talk(LocalDateTime.parse("2026-11-01T00:00:30"), 10);

        assertThat(read(OCTOBER, OCTOBER.plusMonths(2)))
                .containsExactly(
                        leg("2026-10-02T02:00:00Z", 60),
                        leg("2026-10-02T02:01:00Z", 30),
                        leg("2026-10-31T15:58:30Z", 200),
                        leg("2026-10-31T16:00:30Z", 10));
    }

    @Test
    void more_than_is_fetched_at_once_comes_in_order() {
        database.transactions()
                .asOperator(() -> database.jdbc()
                        .sql("""
                        insert into charging.rated_legs (tenant, call, leg, contract, number, component, target, from_at,
                                                         month, seconds, charged, covered, cost, unsecured)
                        select :tenant, gen_random_uuid(), 1, :contract, '4004000001', 'forward-fixed', '010',
                               timestamptz '2026-10-01 00:00:00+08' + make_interval(secs => (i * 7919) % 20000),
                               date '2026-10-01', 1, 60, 0, 0, 0
                          from generate_series(0, 11999) as i""")
                        .param("tenant", tenant.value())
                        .param("contract", shop.contract().value())
                        .update());

        assertThat(read(OCTOBER, OCTOBER.plusMonths(1)))
                .hasSize(12_000)
                .isSortedAccordingTo(java.util.Comparator.comparing(ChargedLegs.Leg::from));
        assertThat(read(OCTOBER.plusMonths(1), OCTOBER.plusMonths(2))).isEmpty();
    }
}
