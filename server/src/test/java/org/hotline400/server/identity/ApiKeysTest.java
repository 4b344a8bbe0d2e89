package org.hotline400.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ApiKeysTest {
    private final Tenants tenants;
    private final ApiKeys keys;
    private final Api api;

    @Autowired
    ApiKeysTest(Tenants tenants, ApiKeys keys, Api api) {
        this.tenants = tenants;
        this.keys = keys;
        this.api = api;
    }

    @Test
    void a_key_makes_its_bearer_the_principal_it_was_issued_to() {
        var shop = tenants.create("Mother and baby");
        var owner = tenants.addPrincipal(shop.id(), "Ms Example", Role.OWNER);

        var token = keys.issue(ApiKeyOrder.unlimited(shop.id(), owner, "till")).token();

        assertThat(keys.authenticate(token)).hasValueSatisfying(caller -> {
            assertThat(caller.tenant()).isEqualTo(shop.id());
            assertThat(caller.principal()).isEqualTo(owner);
            assertThat(caller.roles()).containsExactly(Role.OWNER);
        });
    }

    @Test
    void a_revoked_key_opens_nothing_at_once() {
        var shop = tenants.create("Mother and baby");
        var owner = tenants.addPrincipal(shop.id(), "Ms Example", Role.OWNER);
        var issued = keys.issue(ApiKeyOrder.unlimited(shop.id(), owner, "till"));
        assertThat(keys.authenticate(issued.token())).isPresent();

        assertThat(keys.revoke(shop.id(), issued.key().id())).isTrue();

        assertThat(keys.authenticate(issued.token())).isEmpty();
        assertThat(keys.revoke(shop.id(), issued.key().id())).isFalse();
    }

    @Test
    void nobody_revokes_the_key_of_another_tenant() {
        var shop = tenants.create("Mother and baby");
        var rival = tenants.create("Rival");
        var owner = tenants.addPrincipal(shop.id(), "Ms Example", Role.OWNER);
        var issued = keys.issue(ApiKeyOrder.unlimited(shop.id(), owner, "till"));

        assertThat(keys.revoke(rival.id(), issued.key().id())).isFalse();
        assertThat(keys.authenticate(issued.token())).isPresent();
    }

    @Test
    void what_is_no_token_is_nobodys() {
        assertThat(keys.authenticate("h4_" + "0".repeat(64))).isEmpty();
        assertThat(keys.authenticate("")).isEmpty();
        assertThat(keys.authenticate("h4_' or true")).isEmpty();
    }

    @Test
    void nobody_makes_a_key_for_somebody_stronger() {
        var shop = tenants.create("Mother and baby").id();
        var owner = tenants.addPrincipal(shop, "Ms Example", Role.OWNER);
        var colleague = tenants.addPrincipal(shop, "Mr Example", Role.ADMIN);
        var admin = api.as(shop, Role.ADMIN);

        assertThat(admin.post("/api/v1/api-keys", order(owner)).status()).isEqualTo(403);

        assertThat(keys.list(shop, Optional.empty(), 10).items())
                .noneMatch(key -> key.principal().equals(owner));
        assertThat(admin.post("/api/v1/api-keys", order(colleague)).status()).isEqualTo(201);
        assertThat(admin.post("/api/v1/api-keys", order(UUID.randomUUID())).status())
                .as("an unknown one is still named as such")
                .isEqualTo(400);
        assertThat(api.as(shop, Role.OWNER)
                        .post("/api/v1/api-keys", order(colleague))
                        .status())
                .as("an owner equips his people")
                .isEqualTo(201);
        var there = "/api/v1/api-keys?tenant=" + shop;
        assertThat(api.asOperator().post(there, order(owner)).status()).isEqualTo(201);
    }

    private static String order(UUID principal) {
        return "{\"name\":\"till\",\"scopes\":[\"calls:read\"],\"principal\":\"" + principal + "\"}";
    }

    @Test
    void without_a_key_the_api_answers_401_as_a_problem() {
        var answer = api.withoutKey().get("/api/v1/" + UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().at("/code").asString()).isEqualTo("unauthenticated");
    }
}
