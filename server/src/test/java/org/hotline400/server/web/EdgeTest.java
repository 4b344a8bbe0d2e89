package org.hotline400.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EdgeTest {
    private final Api api;
    private final Tenants tenants;

    @Autowired
    EdgeTest(Api api, Tenants tenants) {
        this.api = api;
        this.tenants = tenants;
    }

    @Test
    void describes_itself_in_openapi_31() {
        var answer = api.withoutKey().get("/api/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/openapi").asString()).startsWith("3.1");
        assertThat(answer.json().at("/info/title").asString()).isEqualTo("Hotline400");
        assertThat(answer.json().at("/components/securitySchemes/apiKey/scheme").asString())
                .isEqualTo("bearer");
        assertThat(answer.json().at("/paths/~1api~1v1~1me/get").isMissingNode()).isFalse();
        assertThat(answer.json().at("/paths/~1api~1v1~1me/get/parameters").isMissingNode())
                .as("who calls is no parameter")
                .isTrue();
    }

    @Test
    void every_operation_it_describes_wants_a_key_but_those_for_strangers() {
        var open = new TreeSet<String>();
        var declared = new TreeSet<String>();
        var paths = api.withoutKey().get("/api/openapi.json").json().get("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var method = operation.getKey();
                    var uri = path.getKey().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001");
                    var status = api.withoutKey()
                            .send(method.toUpperCase(Locale.ROOT), uri, "")
                            .status();
                    if (status != 401) {
                        open.add(method + " " + path.getKey());
                    }
                    if (operation.getValue().path("security").isArray()) {
                        declared.add(method + " " + path.getKey());
                    }
                }));
        assertThat(paths.size()).isGreaterThan(4);
        assertThat(open)
                .containsExactly(
                        "get /api/v1/application-rules",
                        "get /api/v1/carrier-guide",
                        "get /api/v1/number-classes",
                        "get /api/v1/number-patterns",
                        "get /api/v1/number-promotions/running",
                        "get /api/v1/number-trades",
                        "get /api/v1/numbers/search",
                        "get /api/v1/numbers/{number}/offer",
                        "get /api/v1/tariffs",
                        "get /api/v1/tariffs/advice",
                        "get /api/v1/tariffs/{code}/{version}",
                        "post /api/v1/invitations/{token}",
                        "post /api/v1/password-resets",
                        "post /api/v1/password-resets/{token}",
                        "post /api/v1/payment-notices/alipay",
                        "post /api/v1/payment-notices/wechat-pay",
                        "post /api/v1/session",
                        "post /api/v1/sign-ups",
                        "post /api/v1/sign-ups/{token}");
        assertThat(declared).as("what the description says is open").isEqualTo(open);
    }

    @Test
    void what_the_server_itself_refuses_is_a_problem_like_all_others() {
        var answer = api.asOperator().get("/api/v1/calls/%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/code").asString()).isEqualTo("refused");
    }

    @Test
    void an_unknown_route_is_a_problem() {
        var answer = api.asOperator().get("/api/v1/nothing-here");

        assertThat(answer.status()).isEqualTo(404);
        assertProblem(answer, "unknown-route");
    }

    @Test
    void a_wrong_method_is_a_problem_that_names_the_right_ones() {
        var answer = api.asOperator().delete("/api/v1/me");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertProblem(answer, "wrong-method");
    }

    @Test
    void a_wrong_media_type_is_a_problem() {
        var answer = api.asOperator().send("POST", "/api/v1/tenants", "", "Content-Type", "text/csv");

        assertThat(answer.status()).isEqualTo(415);
        assertProblem(answer, "wrong-media-type");
    }

    @Test
    void what_is_not_json_is_a_problem() {
        var answer = api.asOperator().post("/api/v1/tenants", "{name: ");

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "unreadable");
    }

    @Test
    void an_unknown_field_is_named_with_those_that_there_are() {
        var answer = api.asOperator().post("/api/v1/tenants", "{\"nome\":\"Mother and baby\"}");

        assertProblem(answer, "unreadable");
        assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("nome");
        assertThat(answer.json().at("/violations/0/message").asString()).contains("name");
    }

    @Test
    void a_field_of_the_wrong_kind_is_named() {
        var answer = api.asOperator().post("/api/v1/tenants", "{\"name\":[1,2]}");

        assertProblem(answer, "unreadable");
        assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("name");
    }

    @Test
    void all_violations_come_at_once() {
        var answer = api.asOperator().put("/api/v1/numbers/400-120-120", "{\"status\":\"asleep\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "invalid-input");
        var fields = new ArrayList<String>();
        answer.json()
                .get("violations")
                .forEach(one -> fields.add(one.get("field").asString()));
        assertThat(fields).isEqualTo(List.of("number", "status", "reason"));
    }

    @Test
    void a_body_beyond_the_bound_is_refused() {
        var answer = api.asOperator().post("/api/v1/tenants", "{\"name\":\"" + "x".repeat(2_100_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertProblem(answer, "too-large");
    }

    @Test
    void problems_speak_chinese_to_those_who_ask() {
        var answer = api.withoutKey().send("GET", "/api/v1/me", "", "Accept-Language", "zh-CN");

        assertThat(answer.json().at("/detail").asString()).contains("密钥");
    }

    @Test
    void a_viewer_looks_and_changes_nothing() {
        var shop = tenants.create("Mother and baby");
        var viewer = api.as(shop.id(), Role.VIEWER);

        assertThat(viewer.get("/api/v1/api-keys").status()).isEqualTo(200);
        var answer = viewer.post("/api/v1/api-keys", "{\"name\":\"x\",\"scopes\":[\"calls:read\"]}");
        assertThat(answer.status()).isEqualTo(403);
        assertProblem(answer, "forbidden");
    }

    private static void assertProblem(Api.Answer answer, String code) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/status").asInt()).isEqualTo(answer.status());
        assertThat(new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Exception");
    }
}
