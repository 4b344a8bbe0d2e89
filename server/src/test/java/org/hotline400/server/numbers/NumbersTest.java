package org.hotline400.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class NumbersTest {
    private static final Actor OPERATOR = new Actor("Operator", "in a test");

    private final HotlineNumbers numbers;
    private final NumberDirectory directory;
    private final Tenants tenants;
    private final Api api;

    @Autowired
    NumbersTest(HotlineNumbers numbers, NumberDirectory directory, Tenants tenants, Api api) {
        this.numbers = numbers;
        this.directory = directory;
        this.tenants = tenants;
        this.api = api;
    }

    @Test
    void an_assigned_number_is_live_within_a_second() {
        var number = new HotlineNumber("4001110001");
        var shop = tenants.create("Mother and baby").id();

        assertThat(numbers.assign(number, shop, OPERATOR)).isInstanceOf(NumberChange.Done.class);

        await().atMost(Duration.ofSeconds(4))
                .untilAsserted(() -> assertThat(directory.find(number)).hasValueSatisfying(found -> {
                    assertThat(found.tenant()).isEqualTo(shop);
                    assertThat(found.status()).isEqualTo(NumberStatus.ACTIVE);
                }));
        assertThat(directory.taken().contains(1_110_001)).isTrue();
    }

    @Test
    void a_number_is_never_given_to_two() {
        var number = new HotlineNumber("4001110002");
        var shop = tenants.create("Mother and baby").id();
        var rival = tenants.create("Rival").id();

        assertThat(numbers.assign(number, shop, OPERATOR)).isInstanceOf(NumberChange.Done.class);
        assertThat(numbers.assign(number, rival, OPERATOR)).isInstanceOf(NumberChange.Impossible.class);

        assertThat(numbers.find(number))
                .hasValueSatisfying(found -> assertThat(found.tenant()).isEqualTo(shop));
    }

    @Test
    void a_number_that_nobody_knows_cannot_be_suspended() {
        assertThat(numbers.apply(new HotlineNumber("4001110003"), NumberEvent.SUSPEND, OPERATOR))
                .isInstanceOf(NumberChange.Unknown.class);
    }

    @Test
    void the_operator_gives_a_number_out_suspends_it_and_brings_it_back() {
        var shop = tenants.create("Mother and baby").id();
        var operator = api.asOperator();
        var path = "/api/v1/numbers/400-111-0004";

        var assigned = operator.put(path, order("active", shop.toString()));
        assertThat(assigned.status()).isEqualTo(200);
        assertThat(assigned.json().at("/display").asString()).isEqualTo("400-111-0004");
        assertThat(operator.put(path, order("suspended", shop.toString())).status())
                .isEqualTo(200);
        assertThat(operator.put(path, order("suspended", shop.toString())).status())
                .isEqualTo(200);
        assertThat(operator.put(path, order("active", shop.toString())).status())
                .isEqualTo(200);

        var refused = operator.put(path, order("held", shop.toString()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/code").asString()).isEqualTo("numbers.impossible");
    }

    @Test
    void a_tenant_sees_its_own_numbers_only() {
        var shop = tenants.create("Mother and baby").id();
        var rival = tenants.create("Rival").id();
        numbers.assign(new HotlineNumber("4001110005"), shop, OPERATOR);
        numbers.assign(new HotlineNumber("4001110006"), rival, OPERATOR);

        var owner = api.as(shop, Role.OWNER);

        assertThat(owner.get("/api/v1/numbers").json().at("/items").size()).isEqualTo(1);
        assertThat(owner.get("/api/v1/numbers/4001110005").status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/numbers/4001110006").status()).isEqualTo(404);
        assertThat(owner.put("/api/v1/numbers/4001110005", order("suspended", shop.toString()))
                        .status())
                .isEqualTo(403);
    }

    private static String order(String status, String tenant) {
        return "{\"status\":\"%s\",\"tenant\":\"%s\",\"reason\":\"in a test\"}".formatted(status, tenant);
    }
}
