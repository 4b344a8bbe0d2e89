package org.hotline400.server.tariffs.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Packages through the API: open to all, changed by the operator.
@ServerTest
class EditionsApiTest {
    private static final String TARIFFS = "/api/v1/tariffs";
    /// Begins so late that it disturbs no other test.
    private static final String COMING = """
            packages:
              - code: api-nights
                version: 1
                from: 2090-01-01
                chinese: 夜间套餐
                english: Nights
                rentPerMonth: 300
                minutes: 100
                perMinute: 0.15
                terms: [{months: 24, percentOff: 25}]
                prices:
                  forward-mobile:
                    windows: [{from: 08:00, until: 22:00, perMinute: 0.15}, {from: 22:00, until: 08:00, perMinute: 0.10}]
            """;

    @Autowired
    private Api api;

    private Api.Answer add(String yaml) {
        return api.asOperator().send("POST", TARIFFS + "/import", yaml, "Content-Type", "application/yaml");
    }

    @Test
    void visitors_see_all_they_need_to_compare_packages() {
        var plus = api.withoutKey().get(TARIFFS + "/standard-plus/1").json();

        assertThat(plus.at("/prices/forward-mobile/windows/1/from").asString()).isEqualTo("22:00");
        assertThat(plus.at("/prices/forward-mobile/windows/1/steps/0/amount").asString())
                .isEqualTo("0.12");
        assertThat(plus.at("/bundled/1").asString()).isEqualTo("forward-mobile");
        assertThat(plus.at("/included").size()).isEqualTo(9);
        assertThat(plus.at("/options/queues").asString()).isEqualTo("60.00");
        assertThat(plus.at("/earlyExit").asString()).isEqualTo("discount-back");
        var listed = api.withoutKey().get(TARIFFS).json().at("/items");
        assertThat(listed.get(2)).isEqualTo(plus);
        assertThat(api.withoutKey().get(TARIFFS + "/basic/9").status()).isEqualTo(404);
    }

    @Test
    void the_operator_imports_exports_and_withdraws() {
        var added = add(COMING);

        assertThat(added.status())
                .as(() -> new String(added.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(added.json().at("/items/0/chinese").asString()).isEqualTo("夜间套餐");
        assertThat(added.json().at("/items/0/terms/0/rentPerMonth").asString()).isEqualTo("225.00");
        assertThat(api.withoutKey().get(TARIFFS + "/api-nights/1").status())
                .as("not begun yet")
                .isEqualTo(404);

        var exported = api.asOperator().get(TARIFFS + "/export?code=api-nights");
        assertThat(exported.header("Content-Type")).startsWith("application/yaml");
        var yaml = new String(exported.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(yaml).contains("夜间套餐", "'22:00'");
        assertThat(add(yaml).json()).isEqualTo(added.json());

        var operator = api.asOperator();
        assertThat(operator.delete(TARIFFS + "/api-nights/1").status()).isEqualTo(200);
        assertThat(operator.delete(TARIFFS + "/api-nights/1").status()).isEqualTo(404);
        assertThat(operator.delete(TARIFFS + "/basic/1").json().at("/code").asString())
                .isEqualTo("tariffs.sold");
    }

    @Test
    void a_faulty_document_is_refused_with_all_its_faults() {
        var refused = add(COMING.replace("300", "33.33").replace("until: 08:00", "until: 07:00"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations").toString())
                .contains("packages[0].terms[0].percentOff", "packages[0].prices.forward-mobile.windows[1].until");
    }
}
