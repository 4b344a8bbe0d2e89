package org.hotline400.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The life of a number as clients of the API see it.
@ServerTest
class NumberLifeApiTest {
    private final HotlineNumbers numbers;
    private final NumberDirectory directory;
    private final Api api;
    private final TenantId shop;
    private final Api.Client owner;
    private final Api.Client rival;
    private final Api.Client operator;

    @Autowired
    NumberLifeApiTest(HotlineNumbers numbers, NumberDirectory directory, Tenants tenants, Api api) {
        this.numbers = numbers;
        this.directory = directory;
        this.api = api;
        this.shop = tenants.create("Mother and baby").id();
        this.owner = api.as(shop, Role.OWNER);
        this.rival = api.as(tenants.create("Rival").id(), Role.ADMIN);
        this.operator = api.asOperator();
    }

    private static String path(String number, String what) {
        return "/api/v1/numbers/" + number + what;
    }

    @Test
    void a_number_in_the_cart_is_nobody_elses_until_it_is_let_go() {
        var held = owner.post(path("400-111-2001", "/hold"), "");

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.json().at("/status").asString()).isEqualTo("held");
        assertThat(Instant.parse(held.json().at("/until").asString())).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        var again = owner.send("POST", path("4001112001", "/hold"), "", "Idempotency-Key", "one-and-the-same");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(held.json());
        thenRefused(rival.post(path("4001112001", "/hold"), "{}"), 409, "numbers.already-held");
        thenRefused(rival.delete(path("4001112001", "/hold")), 404, "numbers.unknown");

        assertThat(owner.delete(path("4001112001", "/hold")).status()).isEqualTo(204);
        assertThat(rival.post(path("4001112001", "/hold"), "").status()).isEqualTo(201);
    }

    private static void thenRefused(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/code").asString()).isEqualTo(code);
    }

    @Test
    void a_refusal_is_told_in_the_readers_language() {
        assertThat(owner.post(path("4002112002", "/hold"), "")
                        .json()
                        .at("/detail")
                        .asString())
                .isEqualTo("This number is not on sale.");
        var chinese = owner.send("POST", path("4002112002", "/hold"), "", "Accept-Language", "zh-CN");
        assertThat(chinese.json().at("/detail").asString()).isEqualTo("该号码不在售。");
        thenRefused(chinese, 409, "numbers.not-on-sale");
    }

    @Test
    void nobody_without_the_role_or_for_somebody_else_holds_a_number() {
        assertThat(api.as(shop, Role.VIEWER)
                        .post(path("4001112003", "/hold"), "")
                        .status())
                .isEqualTo(403);
        assertThat(api.withoutKey().post(path("4001112003", "/hold"), "").status())
                .isEqualTo(401);
        assertThat(rival.post(path("4001112003", "/hold"), "{\"tenant\":\"%s\"}".formatted(shop))
                        .status())
                .isEqualTo(403);
        // Of the operator's house, and not his deputy.
        assertThat(api.as(TenantId.OPERATOR, Role.ADMIN)
                        .post(path("4001112003", "/hold"), "{\"tenant\":\"%s\"}".formatted(shop))
                        .status())
                .isEqualTo(403);
        assertThat(operator.post(path("4001112003", "/hold"), "{\"tenant\":\"%s\"}".formatted(shop))
                        .status())
                .isEqualTo(201);
        assertThat(owner.get(path("4001112003", "")).status()).isEqualTo(200);
    }

    @Test
    void the_operator_reserves_and_the_tenant_may_give_it_up() {
        var order = "{\"tenant\":\"%s\",\"reason\":\"application 17\"}".formatted(shop);
        owner.post(path("4001112004", "/hold"), "");

        assertThat(owner.post(path("4001112004", "/reservation"), order).status())
                .isEqualTo(403);
        var reserved = operator.post(path("4001112004", "/reservation"), order);
        assertThat(reserved.status()).isEqualTo(201);
        assertThat(reserved.json().at("/status").asString()).isEqualTo("reserved");
        assertThat(operator.post(path("4001112004", "/reservation"), order).status())
                .isEqualTo(200);
        thenRefused(owner.delete(path("4001112004", "/hold")), 409, "numbers.impossible");
        assertThat(owner.delete(path("4001112004", "/reservation")).status()).isEqualTo(204);
        assertThat(operator.get(path("4001112004", "")).json().at("/status").asString())
                .isEqualTo("available");
    }

    @Test
    void a_list_shows_one_status_where_asked() {
        owner.post(path("4001112005", "/hold"), "");
        operator.put(path("4001112006", ""), order("active"));

        assertThat(listed("")).containsExactly("4001112005", "4001112006");
        assertThat(listed("?status=held")).containsExactly("4001112005");
        assertThat(listed("?status=active")).containsExactly("4001112006");
        assertThat(owner.get("/api/v1/numbers?status=sold").status()).isEqualTo(400);
    }

    private List<String> listed(String query) {
        return owner.get("/api/v1/numbers" + query)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/number").asString())
                .toList();
    }

    private String order(String status) {
        return "{\"status\":\"%s\",\"tenant\":\"%s\",\"reason\":\"in a test\"}".formatted(status, shop);
    }

    @Test
    void a_number_moves_to_another_owner_and_its_history_parts() {
        operator.put(path("4001112007", ""), order("active"));
        var newOwner = rival.get("/api/v1/me").json().at("/tenant").asString();

        var moved = operator.post(
                path("4001112007", "/transfer"), "{\"tenant\":\"%s\",\"reason\":\"a merger\"}".formatted(newOwner));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().at("/tenant").asString()).isEqualTo(newOwner);
        assertThat(owner.get(path("4001112007", "")).status()).isEqualTo(404);
        assertThat(events(owner, "4001112007")).containsExactly("transfer", "assign");
        assertThat(events(rival, "4001112007")).containsExactly("transfer");
        assertThat(owner.post(path("4001112007", "/transfer"), "{}").status()).isEqualTo(403);
        thenRefused(
                operator.post(
                        path("4001112007", "/transfer"),
                        "{\"tenant\":\"01890000-0000-7000-8000-00000000dead\",\"reason\":\"a slip\"}"),
                400,
                "invalid-input");
    }

    private static List<String> events(Api.Client reader, String number) {
        return items(reader.get(path(number, "/history")).json());
    }

    private static List<String> items(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.at("/event").asString())
                .toList();
    }

    @Test
    void a_history_is_read_page_by_page_and_never_by_strangers() {
        operator.put(path("4001112008", ""), order("active"));
        operator.put(path("4001112008", ""), order("suspended"));
        operator.put(path("4001112008", ""), order("active"));

        var first = owner.get(path("4001112008", "/history?limit=2")).json();
        var rest = owner.get(path(
                        "4001112008",
                        "/history?limit=2&cursor=" + first.at("/next").asString()))
                .json();

        assertThat(items(first)).containsExactly("resume", "suspend");
        assertThat(items(rest)).containsExactly("assign");
        assertThat(rest.at("/items/0/actor").asString()).isNotBlank();
        assertThat(rest.at("/items/0/reason").asString()).isEqualTo("in a test");
        thenRefused(rival.get(path("4001112008", "/history")), 404, "numbers.unknown");
    }

    @Test
    void an_upgrade_is_seen_by_calls_within_a_second() {
        operator.put(path("4001112009", ""), order("active"));
        operator.put(path("4001112010", ""), order("active"));

        thenRefused(
                owner.post(path("4001112009", "/upgrade"), "{\"successor\":\"400111201\",\"days\":0,\"reason\":\"\"}"),
                400,
                "invalid-input");
        var upgraded = owner.post(
                path("4001112009", "/upgrade"),
                "{\"successor\":\"400-111-2010\",\"days\":30,\"reason\":\"easier to remember\"}");

        assertThat(upgraded.status()).isEqualTo(200);
        assertThat(upgraded.json().at("/successor").asString()).isEqualTo("4001112010");
        await().atMost(Duration.ofSeconds(4))
                .untilAsserted(() -> assertThat(directory.find(new HotlineNumber("4001112009")))
                        .hasValueSatisfying(
                                found -> assertThat(found.successor()).contains(new HotlineNumber("4001112010"))));
    }

    @Test
    void the_operators_put_goes_one_step_and_leaves_the_rest_to_time_and_to_other_requests() {
        assertThat(operator.put(path("4001112011", ""), order("held")).status()).isEqualTo(200);
        assertThat(operator.put(path("4001112011", ""), order("reserved")).status())
                .isEqualTo(200);
        thenRefused(operator.put(path("4001112011", ""), order("held")), 409, "numbers.impossible");
        operator.put(path("4001112011", ""), order("active"));
        thenRefused(operator.put(path("4001112011", ""), order("replaced")), 409, "numbers.impossible");
        operator.put(path("4001112011", ""), order("cancelled"));
        operator.put(path("4001112011", ""), "{\"status\":\"quarantined\",\"reason\":\"in a test\"}");
        thenRefused(
                operator.put(path("4001112011", ""), "{\"status\":\"available\",\"reason\":\"in a hurry\"}"),
                409,
                "numbers.impossible");
        assertThat(numbers.find(new HotlineNumber("4001112011")))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(NumberStatus.QUARANTINED));
    }
}
