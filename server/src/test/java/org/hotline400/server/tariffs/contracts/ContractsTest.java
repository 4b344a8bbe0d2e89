package org.hotline400.server.tariffs.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/// Contracts are signed once, found by number and day, and seen by their own tenant only.
class ContractsTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4009990001");
    private static final HotlineNumber OTHER = new HotlineNumber("4009990002");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 27);

    private final TestDatabase database = TestDatabase.create();
    private final WallClock clock = new WallClock("2026-11-27T04:00:00Z");
    private final List<Object> events = new ArrayList<>();
    private final Tariffs tariffs = new Tariffs(clock);
    private final Contracts contracts =
            new Contracts(new ContractRows(database.jdbc(), tariffs), tariffs, events::add, clock);
    private final TenantId shop = new TenantId(UUID.randomUUID());
    private final TenantId stranger = new TenantId(UUID.randomUUID());

    @BeforeEach
    void twoTenants() {
        database.transactions()
                .asOperator(() -> List.of(shop, stranger)
                        .forEach(tenant -> database.jdbc()
                                .sql(
                                        "insert into identity.tenants (tenant, name, created_at) values (?, 'Shop', now())")
                                .param(tenant.value())
                                .update()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Contracts.Order order(TenantId tenant, HotlineNumber number) {
        return new Contracts.Order(ContractId.next(), tenant, number, "basic", 1, 12, FIRST, FIRST.plusMonths(1));
    }

    private Contract sign(Contracts.Order order) {
        return database.transactions().asOperator(() -> contracts.sign(order));
    }

    @Test
    void what_is_signed_holds_for_its_term_and_then_from_month_to_month_at_the_lists_rent() {
        var contract = sign(order(shop, NUMBER));

        assertThat(contract.starts()).isEqualTo(FIRST);
        assertThat(contract.ends()).isEmpty();
        assertThat(contract.boundUntil()).isEqualTo("2027-11-27");
        assertThat(contract.paidUntil()).isEqualTo("2026-12-27");
        var lastDay = contract.on(LocalDate.of(2027, 11, 26)).orElseThrow();
        assertThat(lastDay.rentPerMonth()).isEqualTo(Money.ofYuan(80));
        assertThat(lastDay.termMonths()).isEqualTo(12);
        var afterwards = contract.on(LocalDate.of(2027, 11, 27)).orElseThrow();
        assertThat(afterwards.rentPerMonth()).isEqualTo(Money.ofYuan(100));
        assertThat(afterwards.termMonths()).isZero();
        assertThat(contract.on(FIRST.minusDays(1))).isEmpty();
        assertThat(events)
                .containsExactly(
                        new ContractChanged(contract.id(), shop, ContractChanged.Kind.SIGNED, clock.instant()));
    }

    @Test
    void the_same_order_again_changes_nothing() {
        var order = order(shop, NUMBER);
        var first = sign(order);

        assertThat(sign(order)).isEqualTo(first);
        assertThat(events).hasSize(1);
    }

    @Test
    void a_number_has_one_running_contract() {
        sign(order(shop, NUMBER));

        assertThatThrownBy(() -> sign(order(stranger, NUMBER))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void what_is_not_offered_is_not_signed() {
        var order = new Contracts.Order(ContractId.next(), shop, NUMBER, "basic", 1, 13, FIRST, FIRST);

        assertThatThrownBy(() -> sign(order)).hasMessageContaining("no term of 13 months");
    }

    @Test
    void a_tenant_finds_its_own_by_number_day_and_id() {
        var own = sign(order(shop, NUMBER));
        var foreign = sign(order(stranger, OTHER));

        database.transactions().asTenant(shop, () -> {
            assertThat(contracts.find(own.id())).contains(own);
            assertThat(contracts.find(NUMBER, FIRST)).contains(own);
            assertThat(contracts.find(NUMBER, FIRST.minusDays(1))).isEmpty();
            assertThat(contracts.find(foreign.id())).isEmpty();
            assertThat(contracts.find(OTHER, FIRST)).isEmpty();
            assertThat(contracts.of(stranger)).isEmpty();
            assertThat(contracts.of(shop)).containsExactly(own);
        });
    }

    @Test
    void those_that_hold_in_a_month_come_in_pages() {
        var first = sign(order(shop, NUMBER));
        var second = sign(order(stranger, OTHER));
        var november = LocalDate.of(2026, 11, 1);

        database.transactions().asOperator(() -> {
            var page = contracts.holding(november, november.plusMonths(1), Optional.empty(), 1);
            assertThat(page).containsExactly(first);
            assertThat(contracts.holding(november, november.plusMonths(1), Optional.of(first.id()), 1))
                    .containsExactly(second);
            assertThat(contracts.holding(november.minusMonths(1), november, Optional.empty(), 10))
                    .isEmpty();
            assertThat(contracts.holding(november, FIRST, Optional.empty(), 10)).isEmpty();
        });
    }

    @Test
    void what_was_agreed_cannot_be_rewritten() {
        sign(order(shop, NUMBER));

        for (var statement : List.of("update tariffs.contract_spans set rent = 0", "delete from tariffs.contracts")) {
            assertThatThrownBy(() -> database.transactions()
                            .asOperator(() -> database.jdbc().sql(statement).update()))
                    .hasStackTraceContaining("permission denied");
        }
    }
}
