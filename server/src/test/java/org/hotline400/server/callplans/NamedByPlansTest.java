package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a live plan names is not taken away from under its calls.
@ServerTest
class NamedByPlansTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4002239001");
    private final Api.Client shop;

    @Autowired
    NamedByPlansTest(Tenants tenants, HotlineNumbers numbers, NumberDirectory directory, Api api) {
        var tenant = tenants.create("Names lists").id();
        numbers.assign(NUMBER, tenant, new Actor("test", "for a test"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> directory.find(NUMBER).isPresent());
        shop = api.as(tenant, Role.OWNER);
    }

    @Test
    void aListThatALivePlanNamesStaysAndOneThatIsNotThereIsNoPlan() {
        var unknown = publish("regulars");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/violations/0/code").asString()).isEqualTo("plan.list-unknown");

        assertThat(shop.post("/api/v1/lists", "{\"name\": \"regulars\", \"kind\": \"vip\"}")
                        .status())
                .isEqualTo(201);
        assertThat(publish("regulars").status()).isEqualTo(200);
        var kept = shop.delete("/api/v1/lists/regulars");
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.json().at("/code").asString()).isEqualTo("lists.in-use");

        assertThat(shop.put("/api/v1/numbers/" + NUMBER + "/plan", """
                        {"start": "end", "steps": {"end": {"type": "hang-up"}}}
                        """).status())
                .isEqualTo(200);
        assertThat(shop.delete("/api/v1/lists/regulars").status()).isEqualTo(204);
    }

    private Api.Answer publish(String list) {
        return shop.put("/api/v1/numbers/" + NUMBER + "/plan", """
                {"start": "lists", "steps": {
                  "lists": {"type": "list", "cases": [{"list": "%s", "to": "end"}], "otherwise": "end"},
                  "end": {"type": "hang-up"}}}
                """.formatted(list));
    }
}
