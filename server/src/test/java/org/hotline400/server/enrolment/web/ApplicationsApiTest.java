package org.hotline400.server.enrolment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hotline400.server.enrolment.Applicants;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.EnrolmentTest;
import org.hotline400.server.enrolment.FakePapers;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.Samples;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.TenantKind;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Applications as clients of the API see them.
@EnrolmentTest
class ApplicationsApiTest {
    private static final String ROUTE = "/api/v1/applications";
    private static final JsonMapper JSON = new JsonMapper();

    private final FakePapers papers;
    private final TenantId shop;
    private final Api.Client owner;
    private final Api.Client rival;
    private final Api.Client operator;
    private final Api.Client visitor;
    private final Tenants tenants;
    private final Api api;

    @Autowired
    ApplicationsApiTest(FakePapers papers, Tenants tenants, Api api) {
        this.papers = papers;
        this.tenants = tenants;
        this.api = api;
        this.shop = tenants.create("Mother and baby").id();
        this.owner = api.as(shop, Role.OWNER);
        this.rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        this.operator = api.asOperator();
        this.visitor = api.withoutKey();
    }

    private static String body(long version, Form form) {
        return JSON.writeValueAsString(new ApplicationsController.FormOrder(version, FormBody.of(form)));
    }

    private static void thenRefused(Api.Answer answer, int status, String code) {
        assertThat(answer.json().at("/code").asString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.at(pointer).asString())
                .toList();
    }

    private String begin() {
        var begun = owner.post(ROUTE, "");
        assertThat(begun.status()).isEqualTo(201);
        return begun.json().at("/id").asString();
    }

    @Test
    void an_owner_applies() {
        var begun = owner.send("POST", ROUTE, "{}", "Idempotency-Key", "one-and-the-same");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().at("/state").asString()).isEqualTo("draft");
        assertThat(begun.header("ETag")).isEqualTo("\"1\"");
        var again = owner.send("POST", ROUTE, "{}", "Idempotency-Key", "one-and-the-same");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(begun.json());
        var path = ROUTE + "/" + begun.json().at("/id").asString();

        var empty = owner.get(path + "/checklist").json();
        assertThat(empty.at("/ready").asBoolean()).isFalse();
        assertThat(texts(empty.at("/papers"), "/kind"))
                .containsExactly("business-licence", "legal-representative-id", "handler-id", "application-form");
        assertThat(empty.at("/missingFields").size()).isEqualTo(21);

        var form = Samples.shop(Applicants.ordinary().digits());
        var written = owner.put(path + "/form", body(1, form));
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().at("/version").asLong()).isEqualTo(2);
        assertThat(written.json().at("/violations").size()).isZero();
        papers.putUsual(ApplicationId.of(begun.json().at("/id").asString()));
        assertThat(owner.get(path + "/checklist").json().at("/ready").asBoolean())
                .isTrue();

        var submitted = owner.send("POST", path + "/submission", "", "If-Match", "\"2\"");
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.json().at("/state").asString()).isEqualTo("submitted");
        assertThat(submitted.json().at("/lapsesAt").asString()).isNotEmpty();
        assertThat(owner.post(path + "/submission", "{\"version\":2}").json()).isEqualTo(submitted.json());
        assertThat(texts(owner.get(path + "/history").json().at("/items"), "/event"))
                .containsExactly("submit");

        thenRefused(owner.put(path + "/form", body(2, Form.EMPTY)), 409, "applications.outdated");
        thenRefused(owner.put(path + "/form", body(3, Form.EMPTY)), 409, "applications.impossible");
        var withdrawn = owner.post(path + "/withdrawal", "{\"reason\":\"别处办理\"}");
        assertThat(withdrawn.json().at("/state").asString()).isEqualTo("withdrawn");
        assertThat(owner.get(path + "/history").json().at("/items/0/reason").asString())
                .isEqualTo("别处办理");
    }

    @Test
    void persons_are_masked_but_for_who_may_read_papers_and_asks_for_it() {
        var path = ROUTE + "/" + begin();
        var form = Samples.shop(Applicants.ordinary().digits());
        var number = form.handler().number().orElseThrow();
        var written = owner.put(path + "/form", body(1, form));

        for (var answer : List.of(written, owner.get(path), operator.get(path))) {
            var handler = answer.json().at("/form/handler");
            assertThat(handler.at("/name").asString()).isEqualTo("张**");
            assertThat(handler.at("/number").asString()).matches("1\\*{16}[0-9X]");
            assertThat(handler.at("/mobile").asString()).isEqualTo("138****0001");
            assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).doesNotContain(number);
        }
        assertThat(new String(owner.get(ROUTE).bytes(), StandardCharsets.UTF_8))
                .contains("138****0001")
                .doesNotContain(number);
        assertThat(operator.get(path + "?clear=true")
                        .json()
                        .at("/form/handler/number")
                        .asString())
                .isEqualTo(number);

        // What was shown can be sent back without harm.
        var shown = owner.get(path).json();
        var back = owner.put(path + "/form", "{\"version\":2,\"form\":" + shown.at("/form") + "}");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().at("/version").asLong()).isEqualTo(2);
        assertThat(operator.get(path + "?clear=true")
                        .json()
                        .at("/form/handler/number")
                        .asString())
                .isEqualTo(number);
    }

    @Test
    void what_is_wrong_is_told_field_by_field_in_the_readers_language() {
        var path = ROUTE + "/" + begin();
        var wrong = "{\"version\":1,\"form\":{\"company\":{\"creditCode\":\"91350100M000100Y44\"},"
                + "\"handler\":{\"document\":\"id-card\",\"number\":\"110105194912310021\"}}}";

        var chinese = owner.send("PUT", path + "/form", wrong, "Accept-Language", "zh-CN");

        assertThat(chinese.status()).isEqualTo(200);
        assertThat(texts(chinese.json().at("/violations"), "/field"))
                .containsExactly("company.creditCode", "handler.number");
        assertThat(chinese.json().at("/violations/0/message").asString()).contains("校验码不符");
        var refused = owner.send("POST", path + "/submission", "{\"version\":2}", "Accept-Language", "en");
        thenRefused(refused, 422, "applications.incomplete");
        assertThat(texts(refused.json().at("/violations"), "/field"))
                .contains("company.creditCode", "handler.number", "company.name", "papers.business-licence");
        assertThat(refused.json().at("/violations/0/message").asString()).contains("check character");
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_field() {
        var path = ROUTE + "/" + begin();

        thenRefused(owner.put(path + "/form", "{\"version\":1,\"form\":{\"colour\":\"red\"}}"), 400, "unreadable");
        thenRefused(owner.put(path + "/form", "{\"form\":{}}"), 400, "invalid-input");
        thenRefused(owner.put(path + "/form", "{\"version\":1}"), 400, "invalid-input");
        thenRefused(owner.send("POST", path + "/submission", "", "If-Match", "\"x\""), 400, "invalid-input");
        var tooLong = "{\"version\":1,\"form\":{\"company\":{\"name\":\"" + "长".repeat(501) + "\"}}}";
        var refused = owner.put(path + "/form", tooLong);
        thenRefused(refused, 400, "invalid-input");
        assertThat(texts(refused.json().at("/violations"), "/field")).containsExactly("company.name");
        assertThat(owner.get(path).json().at("/version").asLong()).isOne();
        thenRefused(owner.get(ROUTE + "/no-id"), 404, "applications.unknown");
        thenRefused(owner.get(ROUTE + "?state=lost"), 400, "invalid-input");
    }

    @Test
    void another_tenant_finds_nothing() {
        var path = ROUTE + "/" + begin();

        for (var what : List.of("", "?clear=true", "/history", "/checklist")) {
            thenRefused(rival.get(path + what), 404, "applications.unknown");
        }
        thenRefused(rival.put(path + "/form", body(1, Form.EMPTY)), 404, "applications.unknown");
        thenRefused(rival.post(path + "/submission", "{\"version\":1}"), 404, "applications.unknown");
        thenRefused(rival.post(path + "/withdrawal", ""), 404, "applications.unknown");
        assertThat(rival.get(ROUTE).json().at("/items").size()).isZero();
        assertThat(rival.get(ROUTE + "?tenant=" + shop).json().at("/items").size())
                .isZero();
        thenRefused(rival.post(ROUTE, "{\"tenant\":\"" + shop + "\"}"), 403, "forbidden");
        thenRefused(rival.post(ROUTE, "{\"channel\":\"paper\"}"), 403, "forbidden");
        assertThat(visitor.get(path).status()).isEqualTo(401);
    }

    @Test
    void an_account_manager_keys_in_what_came_on_paper() {
        var begun = operator.post(ROUTE, "{\"tenant\":\"" + shop + "\",\"channel\":\"paper\"}");

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().at("/channel").asString()).isEqualTo("paper");
        var path = ROUTE + "/" + begun.json().at("/id").asString();
        assertThat(owner.get(path).status()).isEqualTo(200);
        assertThat(texts(owner.get(path + "/checklist").json().at("/papers"), "/kind"))
                .doesNotContain("application-form");
        thenRefused(operator.post(ROUTE, ""), 400, "invalid-input");
    }

    @Test
    void visitors_see_the_rules_before_they_begin() {
        var rules = visitor.get("/api/v1/application-rules?entity=foreign-invested&trade=education");

        assertThat(rules.status()).isEqualTo(200);
        assertThat(texts(rules.json().at("/papers"), "/code"))
                .contains("business-licence", "school-licence", "foreign-investment-approval");
        assertThat(texts(rules.json().at("/trades"), "/code")).contains("general", "medical", "maternity");
        assertThat(rules.json().at("/entities/1/classes").size()).isOne();
        thenRefused(visitor.get("/api/v1/application-rules?trade=piracy"), 400, "invalid-input");
    }

    @Test
    void whoever_is_on_the_blacklist_gets_no_number() {
        var form = Samples.shop(Applicants.ordinary().digits());
        var id = begin();
        var path = ROUTE + "/" + id;
        papers.putUsual(ApplicationId.of(id));
        owner.put(path + "/form", body(1, form));
        var document = form.handler().number().orElseThrow();

        var added = operator.post(
                "/api/v1/blacklist",
                "{\"kind\":\"document\",\"value\":\" " + document
                        + "\",\"reason\":\"fraud\",\"source\":\"list in a test\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().at("/masked").asString()).matches("1\\*{16}[0-9X]");
        operator.post(
                "/api/v1/blacklist",
                "{\"kind\":\"credit-code\",\"value\":\""
                        + form.company().creditCode().orElseThrow()
                        + "\",\"reason\":\"fraud\",\"source\":\"list in a test\"}");
        assertThat(texts(operator.get("/api/v1/blacklist").json().at("/items"), "/reason"))
                .contains("fraud");
        var refused = owner.post(path + "/submission", "{\"version\":2}");
        thenRefused(refused, 422, "applications.incomplete");
        assertThat(texts(refused.json().at("/violations"), "/field"))
                .containsExactly("company.creditCode", "handler.number");

        var entry = "/api/v1/blacklist/" + added.json().at("/id").asString();
        assertThat(operator.delete(entry).status()).isEqualTo(204);
        thenRefused(operator.delete(entry), 404, "blacklist.unknown");
        assertThat(texts(
                        owner.post(path + "/submission", "{\"version\":2}")
                                .json()
                                .at("/violations"),
                        "/field"))
                .containsExactly("company.creditCode");
        thenRefused(owner.get("/api/v1/blacklist"), 403, "forbidden");
        thenRefused(owner.post("/api/v1/blacklist", "{}"), 403, "forbidden");
        thenRefused(operator.post("/api/v1/blacklist", "{}"), 400, "invalid-input");
    }

    @Test
    void a_reseller_applies_for_enterprises_that_it_brought_in_and_for_no_others() {
        var reseller = api.as(tenants.create("Reseller", TenantKind.RESELLER).id(), Role.RESELLER);
        var other = tenants.create("Enterprise of its own").id();
        var brought = reseller.post("/api/v1/tenants", "{\"name\":\"Brought in\"}");
        assertThat(brought.status()).isEqualTo(201);
        var enterprise = brought.json().at("/id").asString();

        var begun = reseller.post("/api/v1/applications", "{\"tenant\":\"" + enterprise + "\"}");
        assertThat(begun.status()).isEqualTo(201);
        var application = "/api/v1/applications/" + begun.json().at("/id").asString();
        assertThat(reseller.get(application).status()).isEqualTo(200);
        assertThat(api.as(TenantId.of(enterprise), Role.OWNER).get(application).status())
                .isEqualTo(200);
        assertThat(reseller.get("/api/v1/tenants").json().at("/items"))
                .extracting(one -> one.at("/id").asString())
                .containsExactly(enterprise);

        assertThat(reseller.post("/api/v1/applications", "{\"tenant\":\"" + other + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reseller.post("/api/v1/tenants", "{\"name\":\"Another\",\"kind\":\"reseller\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api.as(other, Role.OWNER)
                        .post("/api/v1/tenants", "{\"name\":\"Another\"}")
                        .status())
                .isEqualTo(403);
    }
}
