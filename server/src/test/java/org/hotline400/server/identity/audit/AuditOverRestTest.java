package org.hotline400.server.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
@Timeout(60)
class AuditOverRestTest {
    private static final String TRAIL = "/api/v1/audit";

    private final Api api;
    private final Tenants tenants;
    private final ApiKeys keys;
    private TenantId shop;
    private Api.Client owner;

    @Autowired
    AuditOverRestTest(Api api, Tenants tenants, ApiKeys keys) {
        this.api = api;
        this.tenants = tenants;
        this.keys = keys;
    }

    @BeforeEach
    void anEnterprise() {
        shop = tenants.create("Mother and baby").id();
        owner = api.as(shop, Role.OWNER);
    }

    @Test
    void a_change_is_written_down_with_who_what_and_from_where() {
        var answer = owner.send(
                "POST",
                "/api/v1/api-keys",
                "{\"name\":\"secret purpose\",\"scopes\":[\"calls:read\"]}",
                "User-Agent",
                "curl/8.0 " + "x".repeat(200));
        assertThat(answer.status()).isEqualTo(201);

        var entry = newest();

        assertThat(entry.at("/sequence").asLong()).isEqualTo(1);
        assertThat(entry.at("/action").asString()).isEqualTo("/api/v1/api-keys POST");
        assertThat(entry.at("/name").asString()).isEqualTo("A owner");
        assertThat(entry.at("/detail").asString()).isEqualTo("201");
        assertThat(entry.at("/address").asString())
                .startsWith("127.0.0.1 curl/8.0 xxx")
                .hasSize(90);
        assertThat(entry.toString()).doesNotContain("secret purpose");
    }

    @Test
    void what_was_changed_is_named_by_the_ids_in_the_path() {
        var id = UUID.randomUUID();

        assertThat(owner.delete("/api/v1/api-keys/" + id).status()).isEqualTo(404);

        assertThat(newest().at("/action").asString()).isEqualTo("/api/v1/api-keys/{id} DELETE");
        assertThat(newest().at("/subject").asString()).isEqualTo(id.toString());
        assertThat(newest().at("/detail").asString()).isEqualTo("404 api-keys.unknown");
    }

    @Test
    void a_refused_request_is_in_it_and_a_strangers_is_not() {
        var viewer = api.as(shop, Role.VIEWER);
        assertThat(viewer.post("/api/v1/api-keys", "{\"name\":\"x\",\"scopes\":[\"calls:read\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(owner.post("/api/v1/api-keys", "{").status()).isEqualTo(400);
        assertThat(api.withoutKey().post("/api/v1/api-keys", "{}").status()).isEqualTo(401);
        assertThat(owner.post("/api/v1/nothing-here", "{}").status()).isEqualTo(404);

        assertThat(details()).containsExactly("404 unknown-route", "400 unreadable", "403 forbidden");
        assertThat(newest().at("/subject").asString()).isEqualTo("/api/v1/nothing-here");
    }

    @Test
    void looking_at_what_belongs_to_nobody_leaves_no_trace() {
        assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/api-keys").status()).isEqualTo(200);

        assertThat(entries().size()).isZero();
    }

    @Test
    void a_look_is_written_down_before_it_is_answered_and_its_refusal_after() {
        var id = UUID.randomUUID();

        assertThat(owner.get("/api/v1/recordings/" + id + "/audio").status()).isEqualTo(404);

        assertThat(details()).containsExactly("404 recordings.unknown", "asks for recordings");
        assertThat(newest().at("/subject").asString()).isEqualTo(id.toString());
    }

    @Test
    void a_look_at_callers_is_one_only_for_those_who_see_their_numbers() {
        assertThat(api.as(shop, Role.VIEWER).get("/api/v1/calls").status()).isEqualTo(200);
        assertThat(entries().size()).isZero();

        assertThat(owner.get("/api/v1/calls").status()).isEqualTo(200);
        assertThat(details()).containsExactly("asks for clear-numbers");
    }

    @Test
    void what_the_operator_does_for_a_tenant_names_it() {
        var operator = api.asOperator();
        var action = "/api/v1/api-keys/{id} DELETE";

        operator.delete("/api/v1/api-keys/" + UUID.randomUUID() + "?tenant=" + shop);

        var found =
                operator.get(TRAIL + "?limit=1&action=/api/v1/api-keys/").json().at("/items/0");
        assertThat(found.at("/action").asString()).isEqualTo(action);
        assertThat(found.at("/detail").asString()).isEqualTo("404 api-keys.unknown tenant=" + shop);
    }

    @Test
    void only_the_operator_looks_at_another_tenants_trail() {
        owner.post("/api/v1/api-keys", "{");
        var stranger = api.as(tenants.create("Clinic").id(), Role.OWNER);

        assertThat(stranger.get(TRAIL + "?tenant=" + shop).status()).isEqualTo(403);
        assertThat(stranger.get(TRAIL + "/export?tenant=" + shop).status()).isEqualTo(403);
        assertThat(stranger.get(TRAIL + "/head?tenant=" + shop).status()).isEqualTo(403);
        assertThat(stranger.post(TRAIL + "/verifications", "{\"tenant\":\"" + shop + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get(TRAIL).json().at("/items").toString()).doesNotContain("unreadable");
        assertThat(api.asOperator()
                        .get(TRAIL + "?tenant=" + shop)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void it_comes_as_a_table_too() {
        owner.post("/api/v1/api-keys", "{");

        var file = owner.get(TRAIL + "/export");

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("2,") && line.contains("asks for audit"))
                .anyMatch(line ->
                        line.startsWith("1,") && line.contains("/api/v1/api-keys POST,,400 unreadable,127.0.0.1"));
    }

    @Test
    void it_is_verified_over_the_wire_against_a_head() {
        owner.post("/api/v1/api-keys", "{");
        var head = owner.get(TRAIL + "/head").json();

        var order = "{\"sequence\":%d,\"hash\":\"%s\"}"
                .formatted(head.at("/sequence").asLong(), head.at("/hash").asString());
        var report = owner.post(TRAIL + "/verifications", order).json();
        assertThat(report.at("/intact").asBoolean()).isTrue();
        assertThat(report.at("/entries").asLong()).isEqualTo(1);
        var other = "{\"sequence\":1,\"hash\":\"" + "0".repeat(64) + "\"}";
        assertThat(owner.post(TRAIL + "/verifications", other)
                        .json()
                        .at("/broken/code")
                        .asString())
                .isEqualTo("not-as-published");
    }

    @Test
    void faulty_filters_are_told_at_once() {
        var answer = owner.get(TRAIL + "?from=yesterday&to=now&principal=me&cursor=x&limit=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations").size()).isEqualTo(5);
        var half = owner.post(TRAIL + "/verifications", "{\"sequence\":1}");
        assertThat(half.json().at("/violations/0/field").asString()).isEqualTo("sequence");
    }

    @Test
    void a_key_that_does_not_open_it_is_refused() {
        var principal = tenants.addPrincipal(shop, "A program", Role.OWNER);
        var order = new ApiKeyOrder(shop, principal, "test", Set.of(Scope.read("calls")), java.util.Optional.empty());

        assertThat(api.with(keys.issue(order).token()).get(TRAIL).status()).isEqualTo(403);
    }

    private JsonNode entries() {
        return owner.get(TRAIL).json().at("/items");
    }

    private JsonNode newest() {
        return entries().get(0);
    }

    private List<String> details() {
        return entries().valueStream().map(one -> one.at("/detail").asString()).toList();
    }
}
