package org.hotline400.server.enrolment.resellers;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Resellers, packages and the guide over REST.
@ServerTest
class ResellersApiTest {
    private static final String PATH = "/api/v1/resellers";
    private static final String ORDER = """
            {"tenant":"%s","name":"某某通信有限公司","mail":"boss@example.com","mobile":"13900139000",
             "licence":{"number":"A2.B1.B2-20200001","scope":"移动通信转售","from":"2026-01-01","until":"2031-12-31"}}
            """;

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    private TenantId tenant() {
        return tenants.create("A reseller").id();
    }

    @Test
    void theOperatorEntersChangesAndSuspendsAReseller() {
        var tenant = tenant();
        var operator = api.asOperator();

        var added = operator.post(PATH, ORDER.formatted(tenant));
        assertThat(added.status()).isEqualTo(201);
        assertThat(operator.post(PATH, ORDER.formatted(tenant)).status())
                .as("the same again")
                .isEqualTo(201);
        var path = added.header("Location");
        assertThat(operator.get(path).json().at("/standing").asString()).isEqualTo("valid");

        var changed = operator.send("PATCH", path, """
                {"licence":{"number":"京B2-20260001","scope":"移动通信转售","from":"2026-01-01","until":"2026-01-31"}}
                """);
        assertThat(changed.json().at("/standing").asString()).isEqualTo("expired");
        assertThat(changed.json().at("/mail").asString()).isEqualTo("boss@example.com");
        assertThat(operator.post(PATH, ORDER.formatted(tenant))
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("resellers.known");
        var suspended = operator.send("PATCH", path, "{\"suspended\":true}");
        assertThat(suspended.json().at("/standing").asString()).isEqualTo("suspended");
        assertThat(operator.get(PATH + "?limit=200").json().at("/items").findValuesAsString("tenant"))
                .contains(tenant.toString());
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var answer = api.asOperator().post(PATH, """
                        {"tenant":"00000000-0000-0000-0000-000000000009","mail":"nobody","mobile":"12345",
                         "licence":{"number":"许可证","from":"2026-13-01","until":"2026-12-31"}}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "tenant", "name", "mail", "mobile", "licence.number", "licence.scope", "licence.from");

        var backwards = api.asOperator().post(PATH, ORDER.formatted(tenant()).replace("2031-12-31", "2025-12-31"));
        assertThat(backwards.json().at("/violations/0/field").asString()).isEqualTo("licence.until");
    }

    @Test
    void nobodyElseSeesOrEntersResellers() {
        var owner = api.as(tenant(), Role.OWNER);
        assertThat(owner.get(PATH).status()).isEqualTo(403);
        assertThat(owner.post(PATH, ORDER.formatted(tenant())).status()).isEqualTo(403);
        assertThat(api.asOperator()
                        .get(PATH + "/00000000-0000-0000-0000-000000000009")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void visitorsSeePackagesAndTheGuide() {
        var tariffs = api.withoutKey().get("/api/v1/tariffs").json();
        assertThat(tariffs.at("/items/0/code").asString()).isEqualTo("basic");
        assertThat(tariffs.at("/items/0/rentPerMonth").asString()).isEqualTo("100.00");
        assertThat(tariffs.at("/items/0/terms/1/rentPerMonth").asString()).isEqualTo("75.00");

        var guide = api.withoutKey()
                .send("GET", "/api/v1/carrier-guide", "", "Accept-Language", "zh-CN")
                .json();
        assertThat(guide.at("/carriers").size()).isEqualTo(4);
        assertThat(guide.at("/carriers/0/weaknesses/0").asString()).isEqualTo("资费较高");
        assertThat(guide.at("/ways").findValuesAsString("way")).contains("carrier-direct");
    }
}
