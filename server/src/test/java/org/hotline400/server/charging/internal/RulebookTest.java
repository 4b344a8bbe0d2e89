package org.hotline400.server.charging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.hotline400.server.charging.internal.Rulebook.Called;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// Which contract a call has when it is settled.
@ServerTest
@Timeout(60)
class RulebookTest {
    private static final LocalDate FIRST = LocalDate.of(2031, 4, 1);
    private static final HotlineNumber ONE = HotlineNumber.ofSuffix(7_330_001);
    private static final HotlineNumber OTHER = HotlineNumber.ofSuffix(7_330_002);
    private static final HotlineNumber NONE = HotlineNumber.ofSuffix(7_330_003);

    private final Rulebook rulebook;
    private final Contracts contracts;
    private final Tenants tenants;
    private final Transactions transactions;

    @Autowired
    RulebookTest(Rulebook rulebook, Contracts contracts, Tenants tenants, Transactions transactions) {
        this.rulebook = rulebook;
        this.contracts = contracts;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    private ContractId sign(TenantId tenant, HotlineNumber number) {
        var order = new Contracts.Order(ContractId.next(), tenant, number, "basic", 1, 0, FIRST, FIRST);
        return contracts.sign(order).id();
    }

    /// What its transaction has signed, and nobody else can know yet, is in no memory.
    @Test
    void contractsThatMemoryDoesNotKnowYetAreFoundInTheDatabaseEachForItsDay() {
        var tenant = tenants.create("Signing").id();
        transactions.asOperator(() -> {
            var one = sign(tenant, ONE);
            var other = sign(tenant, OTHER);
            var before = new Called(ONE, tenant, FIRST.minusDays(1));
            var first = new Called(ONE, tenant, FIRST);
            var later = new Called(OTHER, tenant, FIRST.plusDays(20));
            assertThat(rulebook.find(ONE, FIRST)).isEmpty();

            var found = rulebook.findNow(Set.of(before, first, later, new Called(NONE, tenant, FIRST)));

            assertThat(found).containsOnlyKeys(first, later);
            assertThat(found.get(first).contract()).isEqualTo(one);
            assertThat(found.get(later).contract()).isEqualTo(other);
            assertThat(found.get(later).tenant()).isEqualTo(tenant);
        });
    }
}
