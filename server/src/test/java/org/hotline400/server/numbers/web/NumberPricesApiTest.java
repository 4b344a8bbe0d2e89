package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class NumberPricesApiTest {
    private static final String PRICES = "/api/v1/number-prices";
    /// Begins so late that it disturbs no other test.
    private static final String COMING = """
            {"from": "2090-01-01", "note": "for the nineties", "prices": [
              {"class": "ordinary", "setUpFee": "100", "minimumMonths": 12},
              {"class": "special", "setUpFee": "900", "minimumMonths": 12},
              {"class": "special", "pattern": "aaaa", "setUpFee": "4000.50", "minimumMonths": 24},
              {"class": "premium", "setUpFee": "9000", "minimumMonths": 36}]}
            """;

    private final Api api;
    private final Tenants tenants;

    @Autowired
    NumberPricesApiTest(Api api, Tenants tenants) {
        this.api = api;
        this.tenants = tenants;
    }

    @Test
    void the_operator_publishes_a_list_that_is_to_come() {
        var operator = api.asOperator();

        var published = operator.post(PRICES, COMING);

        assertThat(published.status()).isEqualTo(201);
        assertThat(published.json().at("/inForce").asBoolean()).isFalse();
        var shown = operator.get(PRICES + "/" + published.json().at("/number").asInt())
                .json();
        assertThat(shown.at("/from").asString()).isEqualTo("2090-01-01");
        assertThat(shown.at("/note").asString()).isEqualTo("for the nineties");
        assertThat(shown.at("/prices/2/pattern").asString()).isEqualTo("aaaa");
        assertThat(shown.at("/prices/2/setUpFee").asString()).isEqualTo("4000.50");
        var all = operator.get(PRICES).json();
        assertThat(all.at("/items/0/number").asInt())
                .isEqualTo(published.json().at("/number").asInt());
        assertThat(all.at("/inForce/inForce").asBoolean()).isTrue();
        assertThat(all.at("/inForce/from").asString()).isNotEqualTo("2090-01-01");
    }

    @Test
    void a_faulty_list_is_refused_with_every_field_at_fault() {
        var refused = api.asOperator().post(PRICES, """
                {"from": "2001-01-01", "prices": [
                  {"class": "ordinary", "setUpFee": "1000", "minimumMonths": 12},
                  {"class": "special", "setUpFee": "many", "minimumMonths": 12}]}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/violations")
                        .valueStream()
                        .map(one -> one.at("/field").asString()))
                .containsExactly("from", "prices[0].setUpFee", "prices[1].setUpFee", "prices", "prices");
    }

    @Test
    void an_enterprise_sees_the_list_in_force_and_publishes_none() {
        var owner = api.as(tenants.create("Flower shop").id(), Role.OWNER);

        var seen = owner.get(PRICES + "/in-force");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().at("/prices/0/class").asString()).isEqualTo("ordinary");
        assertThat(owner.get(PRICES).status()).isEqualTo(403);
        assertThat(owner.post(PRICES, COMING).status()).isEqualTo(403);
        assertThat(api.asOperator().get(PRICES + "/4711").json().at("/code").asString())
                .isEqualTo("numbers.unknown-price-list");
    }
}
