package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.numbers.grading.ClassOverrides;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class NumberClassesApiTest {
    private static final String CLASSES = "/api/v1/number-classes";

    private final Api api;
    private final Tenants tenants;
    private final ClassOverrides overrides;

    @Autowired
    NumberClassesApiTest(Api api, Tenants tenants, ClassOverrides overrides) {
        this.api = api;
        this.tenants = tenants;
        this.overrides = overrides;
    }

    @Test
    void the_operator_gives_a_class_and_takes_it_back_and_all_of_it_stays_on_record() {
        var operator = api.asOperator();
        var path = CLASSES + "/400-123-4567";

        var given = operator.put(path, "{\"class\":\"premium\",\"reason\":\"everybody knows it\"}");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json().at("/class").asString()).isEqualTo("premium");
        assertThat(given.json().at("/overridden").asBoolean()).isTrue();
        assertThat(given.json().at("/rules/class").asString()).isEqualTo("special");
        assertThat(overrides.all()).containsEntry(1_234_567, NumberClass.PREMIUM);

        var withdrawn = operator.delete(path + "?reason=asked%20back");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(overrides.all()).doesNotContainKey(1_234_567);
        var shown = operator.get(path).json();
        assertThat(shown.at("/class").asString()).isEqualTo("special");
        assertThat(shown.at("/overridden").asBoolean()).isFalse();
        assertThat(shown.at("/history").size()).isEqualTo(2);
        assertThat(shown.at("/history/0/class").isString()).isFalse();
        assertThat(shown.at("/history/0/reason").asString()).isEqualTo("asked back");
        assertThat(shown.at("/history/1/class").asString()).isEqualTo("premium");
        assertThat(shown.at("/history/1/author").asString()).isNotEmpty();
    }

    @Test
    void a_number_is_explained_in_the_language_that_is_asked_for() {
        var path = CLASSES + "/4006666666";
        var operator = api.asOperator();

        var chinese = operator.send("GET", path, "", "Accept-Language", "zh-CN").json();
        var english = operator.send("GET", path, "", "Accept-Language", "en").json();

        assertThat(chinese.at("/explanation").asString()).startsWith("全号七连6，顶级号码，一次性选号费 ");
        assertThat(english.at("/explanation").asString()).startsWith("is seven 6s, premium number, set-up fee ");
        assertThat(english.at("/rules/memorability").asInt()).isEqualTo(100);
        assertThat(english.at("/rules/patterns/0/pattern").asString()).isEqualTo("aaaaaaa");
        assertThat(english.at("/rules/patterns/0/digits").asString()).isEqualTo("6666666");
    }

    @Test
    void what_is_wrong_is_told_at_once() {
        var refused = api.asOperator().put(CLASSES + "/400-120-120", "{\"class\":\"golden\",\"reason\":\" \"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/violations")
                        .valueStream()
                        .map(one -> one.at("/field").asString()))
                .containsExactly("number", "class", "reason");
        assertThat(api.asOperator()
                        .delete(CLASSES + "/4001689527?reason=none")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("numbers.no-override");
    }

    @Test
    void an_enterprise_cannot_change_a_class() {
        var owner = api.as(tenants.create("Flower shop").id(), Role.OWNER);

        assertThat(owner.put(CLASSES + "/4001689527", "{\"class\":\"premium\",\"reason\":\"mine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(owner.get(CLASSES + "/4001689527").status()).isEqualTo(403);
        assertThat(owner.delete(CLASSES + "/4001689527?reason=mine").status()).isEqualTo(403);
        assertThat(overrides.all()).doesNotContainKey(1_689_527);
    }

    @Test
    void the_shares_of_classes_and_patterns_are_published() {
        var shares = api.as(tenants.create("Flower shop").id(), Role.VIEWER)
                .get(CLASSES)
                .json();

        assertThat(shares.at("/rules").asInt()).isEqualTo(1);
        assertThat(shares.at("/numbers").asInt()).isEqualTo(10_000_000);
        assertThat(shares.at("/classes")
                        .valueStream()
                        .map(one -> one.at("/class").asString()))
                .containsExactly("ordinary", "special", "premium");
        assertThat(shares.at("/classes/2/share").asDouble()).isBetween(0.001, 0.01);
        assertThat(shares.at("/patterns/0/pattern").asString()).isEqualTo("aa");
        assertThat(shares.at("/patterns/0/numbers").asInt()).isPositive();
    }
}
