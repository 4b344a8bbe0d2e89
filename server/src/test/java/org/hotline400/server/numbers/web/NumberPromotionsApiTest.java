package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Campaigns over REST, as the operator runs them.
@ServerTest
class NumberPromotionsApiTest {
    private static final String PROMOTIONS = "/api/v1/number-promotions";
    private static final String SOME_DAY = "\"begin\":\"2090-11-11T00:00:00Z\",\"end\":\"2090-11-12T00:00:00Z\"";

    private final Api api;
    private final Tenants tenants;
    private Api.Client operator;

    @Autowired
    NumberPromotionsApiTest(Api api, Tenants tenants) {
        this.api = api;
        this.tenants = tenants;
        this.operator = api.withoutKey();
    }

    @BeforeEach
    void theOperator() {
        operator = api.asOperator();
    }

    @Test
    void a_promotion_is_made_changed_before_it_begins_and_listed() {
        var made = operator.post(PROMOTIONS, order("{\"percentOff\":20}", SOME_DAY + ",\"quota\":50"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/name/zh").asString()).isEqualTo("双十一");
        assertThat(made.json().at("/query/class/0").asString()).isEqualTo("special");
        assertThat(made.json().at("/query/mask").isMissingNode()).isTrue();
        assertThat(made.json().at("/running").asBoolean()).isFalse();

        var path = made.header("Location");
        var changed = operator.put(path, order("{\"fixedFee\":\"99\"}", SOME_DAY + ",\"quotaPerTenant\":2"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/discount/fixedFee").asString()).isEqualTo("99.00");
        assertThat(changed.json().at("/discount/percentOff").isMissingNode()).isTrue();
        assertThat(changed.json().at("/quota").asInt()).isZero();
        assertThat(changed.json().at("/quotaPerTenant").asInt()).isEqualTo(2);
        assertThat(operator.get(path).json()).isEqualTo(changed.json());
        assertThat(operator.get(PROMOTIONS + "?limit=1").json().at("/items/0")).isEqualTo(changed.json());
    }

    @Test
    void one_that_runs_is_shown_to_everybody_until_the_operator_ends_it() {
        var made = operator.post(PROMOTIONS, order("{\"percentOff\":20}", "\"end\":\"2090-01-01T00:00:00Z\""));
        var path = made.header("Location");
        var id = made.json().at("/id").asString();
        var viewer = api.as(tenants.create("Flower shop").id(), Role.VIEWER);

        var running = viewer.get(PROMOTIONS + "/running").json().at("/items");
        assertThat(running.valueStream().map(one -> one.get("id").asString())).contains(id);
        assertThat(running.at("/0/author").isMissingNode()).isTrue();
        assertThat(operator.put(path, order("{\"percentOff\":30}", SOME_DAY))
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("numbers.promotion-begun");
        assertThat(operator.post(path + "/end", "{}")
                        .json()
                        .at("/violations/0/field")
                        .asString())
                .isEqualTo("reason");

        var ended = operator.post(path + "/end", "{\"reason\":\"sold out\"}");
        assertThat(ended.json().at("/ended/reason").asString()).isEqualTo("sold out");
        assertThat(ended.json().at("/running").asBoolean()).isFalse();
        assertThat(viewer.get(PROMOTIONS + "/running")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(one -> one.get("id").asString()))
                .doesNotContain(id);
        assertThat(operator.post(path + "/end", "{\"reason\":\"again\"}")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("numbers.promotion-over");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var refused = operator.post(PROMOTIONS, """
                {"name":{"zh":""},"query":{"mask":"8","class":["cheap"]},"discount":{"percentOff":0},
                 "begin":"2090-01-02T00:00:00Z","end":"2090-01-01T00:00:00Z","quota":-1}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "name.zh", "name.en", "query.mask", "query.class[0]", "discount.percentOff", "end", "quota");
        assertThat(fields(operator.post(PROMOTIONS, "{}")))
                .containsExactlyInAnyOrder("name.zh", "name.en", "query", "discount", "end");
        assertThat(fields(operator.post(
                        PROMOTIONS,
                        order("{\"percentOff\":1,\"fixedFee\":\"1\"}", "\"end\":\"2020-01-01T00:00:00Z\""))))
                .containsExactlyInAnyOrder("discount", "end");
        assertThat(operator.post(PROMOTIONS, "{\"queries\":{}}").status()).isEqualTo(400);
    }

    @Test
    void only_the_operator_runs_campaigns() {
        var owner = api.as(tenants.create("Flower shop").id(), Role.OWNER);
        var path = operator.post(PROMOTIONS, order("{\"percentOff\":20}", SOME_DAY))
                .header("Location");

        assertThat(owner.post(PROMOTIONS, order("{\"percentOff\":99}", SOME_DAY))
                        .status())
                .isEqualTo(403);
        assertThat(owner.put(path, order("{\"percentOff\":99}", SOME_DAY)).status())
                .isEqualTo(403);
        assertThat(owner.post(path + "/end", "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(owner.get(PROMOTIONS).status()).isEqualTo(403);
        assertThat(owner.get(path).status()).isEqualTo(403);
        assertThat(operator.get(PROMOTIONS + "/00000000-0000-0000-0000-000000000001")
                        .status())
                .isEqualTo(404);
    }

    private static String order(String discount, String rest) {
        return "{\"name\":{\"zh\":\"双十一\",\"en\":\"Singles' Day\"},\"query\":{\"class\":[\"special\"]},\"discount\":"
                + discount + "," + rest + "}";
    }

    private static List<String> fields(Api.Answer answer) {
        return answer.json()
                .at("/violations")
                .valueStream()
                .map(one -> one.get("field").asString())
                .toList();
    }
}
