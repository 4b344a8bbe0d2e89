package org.hotline400.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.telephony.Switchboard;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole way of the founding document's first customer, by REST alone: the mother-and-baby shop looks for a
/// number, applies, pays, corrects, is approved, and its customers call.
@ServerTest
@Timeout(180)
class CustomerOneTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> MOBILES = List.of("13800138001", "13800138002", "13900139003");

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private NumberDirectory directory;

    @Test
    void from_visitor_to_a_call_that_is_answered() throws Exception {
        var owner = api.as(tenants.create("示例·贝安母婴用品店").id(), Role.OWNER);
        var number = found();
        assertThat(owner.post("/api/v1/numbers/" + number + "/hold", "").status())
                .isEqualTo(201);

        var journey = apply(owner, number);
        payAndBeReviewed(journey);
        awaitState(journey, "provisioned");

        assertThat(owner.get("/api/v1/numbers/" + number + "/plan").json().toString())
                .contains("09:00", "18:00")
                .contains(MOBILES);
        assertThat(owner.post(journey.path() + "/test-call", "")
                        .json()
                        .at("/number")
                        .asString())
                .isEqualTo(number.digits());
        if (isClosedNow()) {
            openAroundTheClock(owner, number);
        }
        call(number);

        awaitState(journey, "live");
        assertThat(history(journey))
                .containsExactly(
                        "submit", "pay", "take", "ask-correction", "submit", "take", "approve", "provision", "go-live");
    }

    /// As a visitor.
    private HotlineNumber found() {
        var search = "/api/v1/numbers/search?class=ordinary&without=4&limit=1";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.withoutKey().get(search).status() == 200);
        return HotlineNumber.parse(
                api.withoutKey().get(search).json().at("/numbers/0/number").asString());
    }

    private CustomerJourney apply(Api.Client owner, HotlineNumber number) {
        var journey = CustomerJourney.begin(owner, api.asOperator(), CustomerJourney.form(9001, number, "general"));
        var early = journey.submit();
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json()
                        .at("/violations")
                        .valueStream()
                        .map(one -> one.get("field").asString()))
                .containsExactlyInAnyOrderElementsOf(CustomerJourney.PAPERS.stream()
                        .map(paper -> "papers." + paper)
                        .toList());
        journey.uploadAll(CustomerJourney.PAPERS);
        assertThat(journey.submit().status()).isEqualTo(200);
        assertThat(journey.state()).isEqualTo("submitted");
        return journey;
    }

    private void payAndBeReviewed(CustomerJourney journey) {
        assertThat(journey.review("take", "").status()).isEqualTo(409);
        assertThat(journey.pay().json().at("/state").asString()).isEqualTo("paid");
        assertThat(journey.state()).isEqualTo("paid");
        journey.review("take", "");
        var looked = journey.operator()
                .get(journey.path().replace("/applications/", "/reviews/"))
                .json();
        assertThat(looked.at("/fields")
                        .valueStream()
                        .map(one -> one.get("subject").asString()))
                .contains("papers.business-licence", "papers.application-form");
        assertThat(looked.at("/application/form/legalRepresentative/number").asString())
                .contains("*");

        journey.review("correction", CustomerJourney.finding("papers.business-licence", "seal-unclear"));
        assertThat(journey.now().at("/findings/0/code").asString()).isEqualTo("seal-unclear");
        assertThat(journey.submit().status()).isEqualTo(422);
        journey.upload("business-licence", "盖章清晰", journey.path());
        assertThat(journey.submit().status()).isEqualTo(200);
        // Paid before, and not again.
        assertThat(journey.state()).isEqualTo("paid");
        journey.review("take", "");
        assertThat(journey.review("approval", "").json().at("/state").asString())
                .isEqualTo("approved");
    }

    private void awaitState(CustomerJourney journey, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(journey.state()).isEqualTo(state));
    }

    private static boolean isClosedNow() {
        var time = LocalTime.now(BusinessTime.ZONE);
        return time.isBefore(LocalTime.of(9, 0, 1)) || time.isAfter(LocalTime.of(17, 58));
    }

    /// As the shop may do itself: the test runs at any hour.
    private static void openAroundTheClock(Api.Client owner, HotlineNumber number) {
        var written = owner.post("/api/v1/plan-templates/mother-baby-shop", """
                {"answers":{"mobiles":["13800138001","13800138002","13900139003"],
                 "hours":{"days":["mon","tue","wed","thu","fri","sat","sun"],"from":"00:00","to":"24:00"}}}
                """);
        assertThat(owner.put(
                                "/api/v1/numbers/" + number + "/plan",
                                written.json().at("/document").toString())
                        .status())
                .isLessThan(300);
    }

    /// A customer calls; the second of the three mobiles answers, because the first is busy.
    private void call(HotlineNumber number) throws Exception {
        await().atMost(SOON).until(() -> directory.find(number).isPresent());
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            var carrier = simulator.carrier();
            var trunk = trunkTo(carrier.address().getPort());
            var first = carrier.phone(MOBILES.getFirst(), Behaviour.busy());
            var second = carrier.phone(MOBILES.get(1), Behaviour.answers(Voice.tone(700)));
            carrier.serve(switchboard.sipAddress());

            var call =
                    carrier.call(Order.to(number.digits()).from("13712345678").talking(Talk.saying(Voice.tone(500))));
            call.awaitAnswered(SOON);
            var talk = second.awaitCall(SOON);
            await().atMost(SOON).until(() -> call.heard().samples().length > 8_000);
            call.hangUp();

            assertThat(call.awaitEnded(SOON).status()).isEqualTo(200);
            talk.awaitEnded(SOON);
            assertThat(first.timesCalled()).isOne();
            assertThat(api.asOperator().delete(trunk).status()).isEqualTo(204);
        }
    }

    private String trunkTo(int port) {
        var added = api.asOperator().post("/api/v1/trunks", """
                        {"name":"customer-one","sources":["127.0.0.1"],"areaCode":"010",
                         "outbound":{"host":"127.0.0.1","port":%d,"priority":0,"weight":10}}
                        """.formatted(port));
        assertThat(added.status()).isEqualTo(201);
        var path = added.header("Location");
        await().atMost(SOON)
                .until(() -> api.asOperator()
                        .get(path)
                        .json()
                        .at("/state")
                        .asString()
                        .equals("up"));
        return path;
    }

    private static List<String> history(CustomerJourney journey) {
        return journey.owner()
                .get(journey.path() + "/history?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .map(one -> one.get("event").asString())
                .toList()
                .reversed();
    }
}
