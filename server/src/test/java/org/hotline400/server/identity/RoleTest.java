package org.hotline400.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    private static final TenantId SHOP = new TenantId(new UUID(0, 7));

    @ParameterizedTest
    @EnumSource
    void a_role_is_read_back_by_its_code(Role role) {
        assertThat(Role.of(role.code())).isEqualTo(role);
        assertThat(role.covers(role)).isTrue();
    }

    /// Who may, of all roles.
    @ParameterizedTest
    @CsvSource(textBlock = """
            reviews:write,      operator reviewer
            reviews:read,       finance-officer operator reviewer
            payments:write,     admin finance finance-officer operator owner
            bills:read,         admin finance finance-officer operator owner support
            invoices:write,     admin finance finance-officer operator owner
            charges:read,       admin finance finance-officer operator owner support viewer
            contracts:write,    admin operator owner
            ledger:read,        finance-officer operator
            papers:read,        admin operator owner reseller reviewer
            papers:write,       admin operator owner reseller reviewer
            applications:write, admin operator owner reseller reviewer
            recordings:read,    admin operator owner supervisor viewer
            plans:write,        admin operator owner supervisor
            accounts:write,     admin operator owner reseller
            accounts:read,      admin operator owner reseller support
            tenants:write,      operator reseller
            keys:write,         operator
            audit:read,         admin operator owner reseller
            register:write,     operator reviewer
            api-keys:read,      admin operator owner reseller viewer
            """)
    void opens(String scope, String roles) {
        var those = Arrays.stream(Role.values())
                .filter(role -> role.opens(new Scope(scope)))
                .map(Role::code)
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(those).isEqualTo(roles);
    }

    @ParameterizedTest
    @EnumSource
    void who_has_two_roles_may_what_one_of_them_may(Role other) {
        for (var role : Role.values()) {
            var both = role.rights().or(other.rights());
            for (var noun : List.of("ledger", "bills", "papers", "plans", "sessions", "keys", "calls")) {
                for (var scope : List.of(Scope.read(noun), Scope.write(noun))) {
                    assertThat(both.open(scope))
                            .as("%s and %s, %s", role, other, scope)
                            .isEqualTo(role.opens(scope) || other.opens(scope));
                }
            }
        }
    }

    @Test
    void everybody_sees_to_his_own_sessions() {
        assertThat(Role.values()).allMatch(role -> role.opens(Scope.write("sessions")));
    }

    @ParameterizedTest
    @EnumSource
    void a_role_changes_nothing_that_it_cannot_see(Role role) {
        assertThat(List.of("applications", "papers", "reviews", "payments", "accounts", "sessions", "audit", "tenants"))
                .allMatch(noun -> !role.opens(Scope.write(noun)) || role.opens(Scope.read(noun)));
    }

    @Test
    void nobody_makes_anybody_stronger_than_himself() {
        assertThat(Role.ADMIN.covers(Role.OWNER)).isFalse();
        assertThat(Role.OWNER.covers(Role.OPERATOR)).isFalse();
        assertThat(Role.OWNER.covers(Role.RESELLER)).isFalse();
        assertThat(Role.REVIEWER.covers(Role.FINANCE_OFFICER)).isFalse();
        assertThat(Role.RESELLER.covers(Role.REVIEWER)).isFalse();
        assertThat(Role.OWNER.covers(Role.FINANCE)).isTrue();
    }

    @Test
    void a_role_is_at_home_in_one_kind_of_tenant() {
        assertThat(Role.REVIEWER.fits(TenantKind.OPERATOR)).isTrue();
        assertThat(Role.REVIEWER.fits(TenantKind.ENTERPRISE)).isFalse();
        assertThat(Role.RESELLER.fits(TenantKind.RESELLER)).isTrue();
        assertThat(Role.OWNER.fits(TenantKind.RESELLER)).isFalse();
        assertThat(Role.RESELLER.fits(TenantKind.OPERATOR)).isFalse();
    }

    @Test
    void a_key_opens_what_both_it_and_a_role_open() {
        var reviewer = caller(TenantId.OPERATOR, Role.REVIEWER, "reviews:read");

        assertThat(reviewer.isOperator()).isTrue();
        assertThat(reviewer.may(Scope.read("reviews"))).isTrue();
        assertThat(reviewer.may(Scope.write("reviews"))).as("the key").isFalse();
        assertThat(caller(TenantId.OPERATOR, Role.REVIEWER, "*").may(Scope.write("trunks")))
                .as("the role")
                .isFalse();
        assertThat(caller(SHOP, Role.REVIEWER, "*").isOperator())
                .as("elsewhere he would be nobody")
                .isFalse();
    }

    private static Caller caller(TenantId tenant, Role role, String scope) {
        return new Caller(tenant, new UUID(0, 1), "Somebody", Set.of(role), Set.of(new Scope(scope)));
    }
}
