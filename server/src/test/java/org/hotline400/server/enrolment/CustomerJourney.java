package org.hotline400.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.enrolment.papers.PaperSamples;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.testing.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An enterprise on its way from the wish to the number, by REST alone.
///
/// @param owner of the enterprise
/// @param operator somebody of the operator's, who confirms money and reviews
/// @param path of its application
record CustomerJourney(Api.Client owner, Api.Client operator, String path) {
    private static final JsonMapper JSON = new JsonMapper();
    static final List<String> PAPERS =
            List.of("business-licence", "legal-representative-id", "handler-id", "application-form");

    /// Begins an application and fills in its form.
    static CustomerJourney begin(Api.Client owner, Api.Client operator, ObjectNode form) {
        var begun = owner.post("/api/v1/applications", "{}");
        assertThat(begun.status()).isEqualTo(201);
        var journey = new CustomerJourney(
                owner,
                operator,
                "/api/v1/applications/" + begun.json().at("/id").asString());
        journey.fillIn(form);
        return journey;
    }

    /// The form of an enterprise that there is not.
    static ObjectNode form(int count, HotlineNumber number, String trade) {
        var form = JSON.createObjectNode();
        form.put("entity", "enterprise").put("trade", trade);
        form.putObject("company")
                .put("name", "示例·贝安母婴用品店" + count + "号")
                .put("creditCode", Applicants.creditCode(count))
                .put("licenceFrom", "2020-01-01")
                .put("licenceUntil", "长期")
                .put("address", "北京市朝阳区示例路1号");
        person(form.putObject("legalRepresentative"), "张三", 2 * count % 1000);
        person(form.putObject("handler"), "李四", (2 * count + 1) % 1000);
        form.putObject("choice")
                .put("number", number.display())
                .put("tariff", "basic")
                .put("termMonths", 12)
                .put("purpose", "为顾客提供母婴用品咨询")
                .putArray("forwardTo")
                .add("13800138001")
                .add("13800138002")
                .add("13900139003");
        return form;
    }

    private static void person(ObjectNode person, String name, int count) {
        person.put("name", name)
                .put("document", "id-card")
                .put("number", Applicants.idCard(count))
                .put("until", "长期")
                .put("mobile", "1380013" + "%04d".formatted(count))
                .put("mail", "shop@example.com");
    }

    JsonNode now() {
        return owner.get(path).json();
    }

    String state() {
        return now().at("/state").asString();
    }

    Api.Answer fillIn(JsonNode form) {
        var order = JSON.createObjectNode().put("version", now().at("/version").asLong());
        order.set("form", form);
        var answer = owner.put(path + "/form", order.toString());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer;
    }

    /// Sends a paper as a picture with a red seal; the words make each one a file of its own.
    void upload(String paper, String... words) {
        var page = PaperSamples.sealed(PaperSamples.page(1240, 1754, List.of(words)));
        var answer = owner.putFile(path + "/papers/" + paper, "image/jpeg", PaperSamples.jpeg(page));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    void uploadAll(List<String> papers) {
        papers.forEach(paper -> upload(paper, paper, path));
    }

    Api.Answer submit() {
        return owner.post(
                path + "/submission", "{\"version\":" + now().at("/version").asLong() + "}");
    }

    /// Pays all that is missing; finance staff confirm it.
    Api.Answer pay() {
        var payment = owner.get(path + "/payment").json();
        return operator.post(
                "/api/v1/payments/" + payment.at("/id").asString() + "/confirmations",
                movement(payment.at("/missing").asString()));
    }

    static String movement(String amount) {
        return "{\"bankReference\":\"TEST%s\",\"amount\":\"%s\",\"on\":\"%s\"}"
                .formatted(UUID.randomUUID(), amount, LocalDate.now(BusinessTime.ZONE));
    }

    /// Something that a reviewer does, such as `take`.
    Api.Answer review(String action, String body) {
        return operator.post(path.replace("/applications/", "/reviews/") + "/" + action, body);
    }

    static String finding(String subject, String reason) {
        return "{\"findings\":[{\"subject\":\"%s\",\"reason\":\"%s\"}]}".formatted(subject, reason);
    }
}
