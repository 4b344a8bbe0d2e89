package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.hotline400.server.numbers.stock.Stock;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The carriers' segments over REST, on a prefix that no other test looks at.
@ServerTest
class NumberSegmentsApiTest {
    private static final String SEGMENTS = "/api/v1/number-segments";
    private static final String OURS = SEGMENTS + "/4005999";
    private static final HotlineNumber NUMBER = new HotlineNumber("4005999123");

    private final Api api;
    private final Tenants tenants;
    private final Stock stock;
    private Api.Client operator;

    @Autowired
    NumberSegmentsApiTest(Api api, Tenants tenants, Stock stock) {
        this.api = api;
        this.tenants = tenants;
        this.stock = stock;
        this.operator = api.withoutKey();
    }

    @BeforeEach
    void theOperator() {
        operator = api.asOperator();
    }

    @Test
    void everybody_sees_the_segments() {
        var viewer = api.as(tenants.create("Flower shop").id(), Role.VIEWER);

        var first = viewer.get(SEGMENTS).json().at("/items/0");
        assertThat(first.at("/prefix").asString()).isEqualTo("4000");
        assertThat(first.at("/carrier").asString()).isEqualTo("china-unicom");
        assertThat(first.at("/carrierName").asString()).isEqualTo("中国联通");
        assertThat(first.at("/source").asString()).isEqualTo("box");
        assertThat(viewer.put(OURS, order("{\"onSale\":false,\"from\":\"2026-01-01\"}"))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.delete(OURS).status()).isEqualTo(403);
    }

    @Test
    void the_operator_gives_a_prefix_a_carrier_for_a_time_and_forgets_it() {
        var put = operator.put(
                OURS,
                order("{\"carrier\":\"china-mobile\",\"onSale\":true,\"from\":\"2020-01-01\",\"to\":\"2090-01-01\"},"
                        + "{\"onSale\":false,\"from\":\"2090-01-01\"}"));

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().at("/items").size()).isEqualTo(2);
        assertThat(put.json().at("/items/0/source").asString()).isEqualTo("operator");
        assertThat(put.json().at("/items/0/to").asString()).isEqualTo("2090-01-01");
        assertThat(stock.isOnSale(NUMBER)).isTrue();
        assertThat(stock.carrier(NUMBER)).contains(NumberCarrier.MOBILE);
        assertThat(stock.isOnSale(new HotlineNumber("4005998123"))).isFalse();

        assertThat(operator.delete(OURS).status()).isEqualTo(204);
        assertThat(stock.isOnSale(NUMBER)).isFalse();
        assertThat(operator.delete(OURS).json().at("/code").asString()).isEqualTo("numbers.unknown-segment");
    }

    @Test
    void periods_that_share_a_day_are_refused_by_name_with_all_else_that_is_wrong() {
        var refused = operator.put(
                OURS,
                order("{\"carrier\":\"china-mobile\",\"onSale\":true,\"from\":\"2026-01-01\"},"
                        + "{\"carrier\":\"o2\",\"onSale\":true,\"from\":\"2027-01-01\",\"to\":\"2028-01-01\"},"
                        + "{\"onSale\":true,\"from\":\"2028-01-01\",\"to\":\"2028-01-01\"},"
                        + "{}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "periods[1].carrier",
                        "periods[1].from",
                        "periods[2].carrier",
                        "periods[2].to",
                        "periods[3].from",
                        "periods[3].onSale");
        assertThat(stock.carrier(NUMBER)).isEmpty();
    }

    @Test
    void a_prefix_has_four_to_seven_digits_and_a_change_has_a_reason() {
        var body = "{\"periods\":[]}";

        for (var prefix : List.of("400", "40059991", "8005", "400x")) {
            assertThat(fields(operator.put(SEGMENTS + "/" + prefix, body)))
                    .as(prefix)
                    .containsExactlyInAnyOrder("prefix", "reason", "periods");
        }
        assertThat(fields(operator.delete(SEGMENTS + "/400"))).containsExactly("prefix");
    }

    private static String order(String periods) {
        return "{\"periods\":[" + periods + "],\"reason\":\"in a test\"}";
    }

    private static List<String> fields(Api.Answer answer) {
        JsonNode violations = answer.json().at("/violations");
        return violations.valueStream().map(one -> one.get("field").asString()).toList();
    }
}
