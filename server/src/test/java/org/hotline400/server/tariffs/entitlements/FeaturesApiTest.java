package org.hotline400.server.tariffs.entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A shop on the basic package wants a menu: it cannot publish one, buys it, publishes, drops it.
@ServerTest
@Timeout(120)
class FeaturesApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger NEXT = new AtomicInteger(4_001);
    private static final String MENU = """
            {"start": "choose", "steps": {
              "choose": {"type": "menu", "prompts": ["system-busy"], "keys": {"1": "sorry"}, "otherwise": "sorry"},
              "sorry": {"type": "hang-up", "prompts": ["system-busy"]}}}
            """;
    private static final String PLAIN = """
            {"start": "sorry", "steps": {"sorry": {"type": "hang-up", "prompts": ["system-busy"]}}}
            """;

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private HotlineNumbers numbers;

    @Autowired
    private NumberDirectory directory;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Tariffs tariffs;

    @Autowired
    private Features features;

    @Autowired
    private FeatureUsage usage;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    private TenantId shop;
    private Api.Client owner;
    private HotlineNumber number;
    private String path;

    @BeforeEach
    void aShop() {
        shop = tenants.create("Entitled shop").id();
        owner = api.as(shop, Role.OWNER);
        number = new HotlineNumber("400997" + NEXT.getAndIncrement());
        numbers.assign(number, shop, new Actor("test", "for a test"));
        await().atMost(SOON).until(() -> directory.find(number).isPresent());
        path = "/api/v1/numbers/" + number.digits();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private Contract sign(String tariff) {
        var edition = tariffs.find(tariff).orElseThrow();
        var contract = transactions.asOperator(() -> contracts.sign(new Contracts.Order(
                ContractId.next(), shop, number, tariff, edition.version(), 12, today(), today().plusMonths(1))));
        await().atMost(SOON).until(() -> features.standing(number).isPresent());
        return contract;
    }

    private Api.Answer publish(String plan) {
        return owner.put(path + "/plan", plan);
    }

    private Api.Answer buy(Feature feature, String... headers) {
        return owner.send("POST", path + "/options", "{\"feature\":\"" + feature.code() + "\"}", headers);
    }

    private JsonNode feature(Feature feature) {
        for (var one : owner.get(path + "/features").json().at("/features")) {
            if (one.at("/feature").asString().equals(feature.code())) {
                return one;
            }
        }
        throw new AssertionError(feature);
    }

    private static String code(Api.Answer answer) {
        return answer.json().at("/code").asString();
    }

    private static final String KEY = "Idempotency-Key";

    @Test
    void a_menu_is_refused_with_its_place_and_price_until_it_is_bought() {
        sign("basic");
        var price = tariffs.find("basic").orElseThrow().entitlements().options().get(Feature.MENU);

        var refused = publish(MENU);

        assertThat(refused.status()).isEqualTo(422);
        var finding = refused.json().at("/findings/0");
        assertThat(finding.at("/path").asString()).isEqualTo("/steps/choose");
        assertThat(finding.at("/code").asString()).isEqualTo("plan.feature-not-included");
        assertThat(finding.at("/fix/zh").asString()).contains("不含“语音导航”", "每月 " + price + " 元", "按天计费");
        assertThat(finding.at("/message").asString()).contains("does not include menus", price + " yuan a month");
        assertThat(feature(Feature.MENU).at("/state").asString()).isEqualTo("available");
        assertThat(feature(Feature.MENU).at("/pricePerMonth").asString()).isEqualTo(String.valueOf(price));

        var bought = buy(Feature.MENU);

        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.json().at("/from").asString()).isEqualTo(today().toString());
        assertThat(bought.json().at("/pricePerMonth").asString()).isEqualTo(String.valueOf(price));
        assertThat(publish(MENU).status()).isEqualTo(200);
        assertThat(feature(Feature.MENU).at("/state").asString()).isEqualTo("bought");
        assertThat(feature(Feature.MENU).at("/usedAt/0").asString()).isEqualTo("/steps/choose");
    }

    @Test
    void what_the_live_plan_uses_is_dropped_only_by_force_and_holds_until_midnight() {
        var contract = sign("basic");
        buy(Feature.MENU);
        publish(MENU);

        var refused = owner.delete(path + "/options/menu");
        var dropped = owner.delete(path + "/options/menu?force=true");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("contracts.feature-in-use");
        assertThat(refused.json().at("/detail").asString()).contains("/steps/choose");
        assertThat(dropped.status()).isEqualTo(200);
        assertThat(dropped.json().at("/until").asString())
                .isEqualTo(today().plusDays(1).toString());
        assertThat(features.of(number)).contains(Feature.MENU);
        assertThat(code(owner.delete(path + "/options/menu"))).isEqualTo("contracts.feature-not-bought");
        assertThat(bought(contract)).containsExactly("menu " + today() + " " + today().plusDays(1));
    }

    private List<String> bought(Contract contract) {
        return transactions.asOperator(() -> features.bought(contract.id())).stream()
                .map(one -> one.feature().code() + " " + one.from() + " "
                        + one.until().map(Object::toString).orElse("-"))
                .toList();
    }

    @Test
    void bought_again_on_the_day_it_was_dropped_no_day_is_charged_twice() {
        var contract = sign("basic");
        buy(Feature.RECORDING);
        owner.delete(path + "/options/recording");

        var again = buy(Feature.RECORDING);

        assertThat(again.status()).isEqualTo(201);
        assertThat(bought(contract))
                .containsExactly(
                        "recording " + today() + " " + today().plusDays(1), "recording " + today().plusDays(1) + " -");
        assertThat(features.of(number)).contains(Feature.RECORDING);
    }

    @Test
    void the_same_wish_twice_is_one_and_a_key_stands_for_one_wish() {
        var contract = sign("basic");
        var key = UUID.randomUUID().toString();

        assertThat(buy(Feature.RECORDING, KEY, key).status()).isEqualTo(201);
        assertThat(buy(Feature.RECORDING, KEY, key).status()).isEqualTo(200);
        assertThat(buy(Feature.RECORDING).status()).isEqualTo(200);
        assertThat(code(buy(Feature.MENU, KEY, key))).isEqualTo("contracts.key-used");
        assertThat(owner.send("DELETE", path + "/options/recording", "", KEY, key)
                        .status())
                .isEqualTo(200);
        assertThat(owner.send("DELETE", path + "/options/recording", "", KEY, key)
                        .status())
                .isEqualTo(200);
        assertThat(bought(contract)).hasSize(1);
    }

    @Test
    void what_is_included_is_not_sold_and_what_is_paid_for_and_unused_is_told() {
        sign("basic");
        publish(PLAIN);
        buy(Feature.RECORDING);

        assertThat(code(buy(Feature.HOURS))).isEqualTo("contracts.feature-included");
        var unused = usage.unused(shop, number);
        assertThat(unused.getFirst())
                .isEqualTo(new FeatureUsage.Unused(
                        Feature.RECORDING,
                        Optional.of(Money.parse(
                                feature(Feature.RECORDING).at("/pricePerMonth").asString()))));
        assertThat(unused).extracting(FeatureUsage.Unused::feature).doesNotContain(Feature.HOURS, Feature.MENU);
        assertThat(feature(Feature.RECORDING).at("/unused").asBoolean()).isTrue();
        assertThat(feature(Feature.HOURS).at("/unused").asBoolean()).isFalse();
    }

    @Test
    void a_number_without_a_contract_may_use_everything_and_buys_nothing() {
        assertThat(publish(MENU).status()).isEqualTo(200);
        assertThat(features.of(number)).containsExactly(Feature.values());
        assertThat(usage.unused(shop, number)).isEmpty();
        assertThat(owner.get(path + "/features").json().at("/tariff").isMissingNode())
                .isTrue();
        assertThat(feature(Feature.QUEUES).at("/state").asString()).isEqualTo("included");
        assertThat(code(buy(Feature.MENU))).isEqualTo("contracts.none");
    }

    @Test
    void strangers_and_those_who_only_look_buy_nothing() {
        var contract = sign("basic");
        var stranger = api.as(tenants.create("Another entitled shop").id(), Role.OWNER);
        var viewer = api.as(shop, Role.VIEWER);
        var menu = "{\"feature\":\"menu\"}";

        assertThat(stranger.get(path + "/features").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/options", menu).status()).isEqualTo(404);
        assertThat(viewer.post(path + "/options", menu).status()).isEqualTo(403);
        assertThat(bought(contract)).isEmpty();
        assertThat(api.asOperator().post(path + "/options", menu).status()).isEqualTo(201);
        assertThat(code(order("{\"feature\":\"no-such\"}"))).isEqualTo("invalid-input");
    }

    private Api.Answer order(String body) {
        return owner.post(path + "/options", body);
    }
}
