package org.hotline400.server.limits.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class UsageApiTest {
    private final HotlineNumbers numbers;
    private final Tenants tenants;
    private final Api api;

    @Autowired
    UsageApiTest(HotlineNumbers numbers, Tenants tenants, Api api) {
        this.numbers = numbers;
        this.tenants = tenants;
        this.api = api;
    }

    @Test
    void a_holder_sees_the_use_of_his_number_and_a_rival_does_not() {
        var number = new HotlineNumber("4001640001");
        var shop = tenants.create("Mother and baby").id();
        numbers.assign(number, shop, new Actor("Operator", "in a test"));
        var path = "/api/v1/numbers/" + number + "/usage";

        var usage = api.as(shop, Role.VIEWER).get(path);

        assertThat(usage.status()).isEqualTo(200);
        assertThat(usage.json().at("/number").asString()).isEqualTo(number.digits());
        assertThat(usage.json().at("/calls/now").asInt(-1)).isZero();
        assertThat(usage.json().at("/calls").has("most")).as("a limit").isFalse();
        assertThat(usage.json().has("thisMonth")).as("a count without a limit").isFalse();
        var rival = api.as(tenants.create("Rival").id(), Role.OWNER).get(path);
        assertThat(rival.status()).isEqualTo(404);
        assertThat(rival.json().at("/code").asString()).isEqualTo("numbers.unknown");
        assertThat(api.asOperator().get(path).status()).isEqualTo(200);
    }
}
