package org.hotline400.server.callplans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.callplans.LivePlans;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The life of a plan over REST: written, checked, published, compared, rolled back.
@ServerTest
class PlanLifeTest {
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger();
    private static final String PLAN = """
            {
              "settings": {"charging": "ringback", "language": "en-US"},
              "start": "staff",
              "steps": {
                "staff": {"type": "forward", "targets": [{"to": "%s"}], "otherwise": "sorry"},
                "sorry": {"type": "hang-up", "prompts": ["system-busy"]}
              }
            }
            """;
    private static final String ONE = PLAN.formatted("13800138001");
    private static final String TWO = PLAN.formatted("13800138002");

    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final LivePlans live;
    private final Api api;
    private TenantId shop;
    private HotlineNumber number;
    private Api.Client owner;
    private String plan;

    @Autowired
    PlanLifeTest(Tenants tenants, HotlineNumbers numbers, LivePlans live, Api api) {
        this.tenants = tenants;
        this.numbers = numbers;
        this.live = live;
        this.api = api;
    }

    @BeforeEach
    void aShopWithANumber() {
        shop = tenants.create("Mother and baby").id();
        number = new HotlineNumber("400151%04d".formatted(NEXT_NUMBER.incrementAndGet()));
        numbers.assign(number, shop, new Actor("Operator", "in a test"));
        owner = api.as(shop, Role.OWNER);
        plan = "/api/v1/numbers/" + number + "/plan";
    }

    @Test
    void aDraftIsKeptHoweverUnfinishedAndSaysWhatIsWrong() {
        assertThat(owner.get(plan + "/draft").json().at("/code").asString()).isEqualTo("callplans.no-draft");

        var saved = owner.put(plan + "/draft?note=autumn", "{\n  \"start\": ");

        assertThat(saved.status()).isEqualTo(200);
        var read = owner.get(plan + "/draft");
        assertThat(read.json().at("/text").asString()).isEqualTo("{\n  \"start\": ");
        assertThat(read.json().at("/note").asString()).isEqualTo("autumn");
        assertThat(read.json().at("/author").asString()).isEqualTo("A owner");
        assertThat(read.json().at("/findings/0/code").asString()).isEqualTo("plan.not-json");
        assertThat(read.json().at("/findings/0/line").asInt()).isEqualTo(2);
        assertThat(read.header("ETag")).isEqualTo(saved.header("ETag"));
    }

    @Test
    void twoAuthorsNeverOverwriteEachOtherUnseen() {
        var hers = owner.put(plan + "/draft", ONE).header("ETag");

        assertThat(owner.put(plan + "/draft", TWO).json().at("/code").asString())
                .isEqualTo("callplans.draft-stale");
        var his = owner.send("PUT", plan + "/draft", TWO, "If-Match", hers);
        assertThat(his.status()).isEqualTo(200);

        var late = owner.send("PUT", plan + "/draft", ONE, "If-Match", hers);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/code").asString()).isEqualTo("callplans.draft-stale");
        assertThat(owner.get(plan + "/draft").json().at("/text").asString()).isEqualTo(TWO);
        assertThat(owner.send("POST", plan + "/publish", "", "If-Match", hers).status())
                .isEqualTo(409);
        assertThat(owner.send("DELETE", plan + "/draft", "", "If-Match", hers).status())
                .isEqualTo(409);
    }

    @Test
    void aDraftThrownAwayAndBegunAnewIsNotTheOldOne() {
        var old = owner.put(plan + "/draft", ONE).header("ETag");
        assertThat(owner.delete(plan + "/draft").status()).isEqualTo(204);
        assertThat(owner.delete(plan + "/draft").status()).isEqualTo(404);

        owner.put(plan + "/draft", TWO);

        assertThat(owner.send("PUT", plan + "/draft", ONE, "If-Match", old).status())
                .isEqualTo(409);
    }

    @Test
    void aPublishedDraftIsLiveAndGone() {
        owner.put(plan, ONE);
        var draft = owner.put(plan + "/draft?note=second%20mobile", TWO);
        assertThat(draft.json().at("/basedOn").asInt()).isEqualTo(1);

        var published = owner.send("POST", plan + "/publish", "", "If-Match", draft.header("ETag"));

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().at("/version").asInt()).isEqualTo(2);
        assertThat(published.json().at("/note").asString()).isEqualTo("second mobile");
        assertThat(live.find(shop, number))
                .hasValueSatisfying(plan -> assertThat(plan.version()).isEqualTo(2));
        assertThat(owner.get(plan + "/draft").status()).isEqualTo(404);
    }

    @Test
    void aFaultyDraftIsRefusedWithPlaceAndRemedyAndStays() {
        owner.put(plan, ONE);
        owner.put(plan + "/draft", ONE.replace("\"otherwise\": \"sorry\"", "\"otherwise\": \"nowhere\""));

        var refused = owner.post(plan + "/publish", "");

        assertThat(refused.status()).isEqualTo(422);
        var finding = refused.json().at("/findings/0");
        assertThat(finding.at("/path").asString()).isEqualTo("/steps/staff/otherwise");
        assertThat(finding.at("/code").asString()).isEqualTo("plan.step-missing");
        assertThat(finding.at("/line").asInt()).isEqualTo(5);
        assertThat(finding.at("/column").asInt())
                .isEqualTo(ONE.lines().toList().get(4).indexOf("\"otherwise\"") + 1);
        assertThat(finding.at("/fix/zh").asString()).contains("步骤");
        assertThat(finding.at("/fix/en").asString()).contains("step");
        assertThat(owner.get(plan).json().at("/version").asInt()).isEqualTo(1);
        assertThat(owner.get(plan + "/draft").status()).isEqualTo(200);
    }

    @Test
    void aCheckChangesNothing() {
        var sound = owner.post(plan + "/check", ONE);
        var faulty = owner.post(plan + "/check", ONE.replace("13800138001", "66668888"));

        assertThat(sound.json().at("/sound").asBoolean()).isTrue();
        assertThat(faulty.json().at("/sound").asBoolean()).isFalse();
        assertThat(faulty.json().at("/findings/0/code").asString()).isEqualTo("plan.target-area-code-missing");
        assertThat(owner.get(plan).status()).isEqualTo(404);
    }

    @Test
    void anOldVersionComesBackAsANewOneThatSaysWhereItIsFrom() {
        owner.put(plan, ONE);
        owner.put(plan, TWO);

        var back = owner.post(plan + "/rollback", "{\"version\": 1, \"note\": \"the second mobile is lost\"}");

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().at("/version").asInt()).isEqualTo(3);
        assertThat(back.json().at("/restoredFrom").asInt()).isEqualTo(1);
        var third = owner.get(plan + "/versions/3").json();
        assertThat(third.at("/note").asString()).isEqualTo("the second mobile is lost");
        assertThat(third.at("/document/steps/staff/targets/0/to").asString()).isEqualTo("13800138001");
        assertThat(owner.get(plan + "/versions").json().at("/items").size()).isEqualTo(3);
        assertThat(owner.post(plan + "/rollback", "{\"version\": 9}")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("callplans.version-unknown");
    }

    @Test
    void versionsAndDraftAreCompared() {
        owner.put(plan, ONE);
        owner.put(plan, TWO);
        owner.put(plan + "/draft", TWO.replace("\"system-busy\"", "\"system-goodbye\""));

        var versions = owner.get(plan + "/diff?from=1&to=2").json();
        var draft = owner.get(plan + "/diff").json();

        assertThat(versions.at("/changes").size()).isEqualTo(1);
        assertThat(versions.at("/changes/0/path").asString()).isEqualTo("/steps/staff/targets/0/to");
        assertThat(versions.at("/changes/0/after").asString()).isEqualTo("13800138002");
        assertThat(draft.at("/changes/0/path").asString()).isEqualTo("/steps/sorry/prompts");
        assertThat(draft.at("/changes/0/words/en").asString()).contains("system-goodbye");
        assertThat(owner.get(plan + "/diff?from=1&to=7").status()).isEqualTo(404);
        assertThat(owner.get(plan + "/diff?from=1&to=tomorrow").status()).isEqualTo(400);
    }

    @Test
    void anExampleThatDoesNotHoldKeepsThePlanFromBeingPublished() {
        var examples = """
                , "examples": [
                    {"name": "busy", "given": {"targets": {"13800138001": "busy"}},
                     "expect": {"path": ["staff", "sorry"], "end": "busy"}},
                    {"name": "answered", "given": {"others": "answers"}, "expect": {"path": ["staff", "sorry"]}}]}""";
        var document = ONE.strip().substring(0, ONE.strip().length() - 1) + examples;

        var refused = owner.put(plan, document);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/findings").size()).isEqualTo(1);
        assertThat(refused.json().at("/findings/0/path").asString()).isEqualTo("/examples/1");
        assertThat(refused.json().at("/findings/0/line").asInt()).isEqualTo(11);
        assertThat(refused.json().at("/findings/0/message").asString())
                .contains("expected the path staff → sorry", "came out as staff");
        assertThat(owner.get(plan).status()).isEqualTo(404);

        var mended = document.replace("{\"others\": \"answers\"}", "{\"others\": \"unreachable\"}");
        assertThat(owner.put(plan, mended).status()).isEqualTo(200);
        assertThat(live.find(shop, number)).isPresent();
        assertThat(owner.get(plan).json().at("/document/examples").size()).isEqualTo(2);
    }

    @Test
    void anExampleThatCannotBeReadSaysWhere() {
        var document = ONE.strip().substring(0, ONE.strip().length() - 1)
                + ", \"examples\": [{\"given\": {\"keys\": \"x\", \"wheather\": 1}, \"expect\": {}}]}";

        var refused = owner.put(plan, document).json();

        assertThat(refused.at("/findings").findValuesAsString("path"))
                .containsExactlyInAnyOrder(
                        "/examples/0/expect", "/examples/0/given/keys", "/examples/0/given/wheather");
    }

    @Test
    void aSimulationPlaysWhatIsLiveAnyVersionTheDraftOrAPlanAtHand() {
        owner.put(plan, ONE);
        owner.put(plan, TWO);
        owner.put(plan + "/draft", PLAN.formatted("13900139003"));
        var script = "{\"others\": \"busy\", \"at\": \"2026-03-03T21:40\"%s}";
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(rung(script.formatted(""))).isEqualTo("13800138002"));

        assertThat(rung(script.formatted(", \"version\": 1"))).isEqualTo("13800138001");
        assertThat(rung(script.formatted(", \"draft\": true"))).isEqualTo("13900139003");
        assertThat(rung(script.formatted(", \"plan\": " + PLAN.formatted("01066668888"))))
                .isEqualTo("01066668888");

        var told = owner.post(plan + "/simulate", script.formatted("")).json();
        assertThat(told.at("/path/0").asString()).isEqualTo("staff");
        assertThat(told.at("/path/1").asString()).isEqualTo("sorry");
        assertThat(told.at("/end").asString()).isEqualTo("busy");
        assertThat(told.at("/steps/0/why/en").asString()).contains("13800138002");
        assertThat(told.at("/call/startedAt").asString()).isEqualTo("2026-03-03T13:40:00Z");
        assertThat(owner.post(plan + "/simulate", script.formatted(", \"version\": 9"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(plan + "/simulate", "{\"others\": \"sleeps\", \"foo\": 1}")
                        .json()
                        .at("/violations")
                        .size())
                .isEqualTo(2);
    }

    private String rung(String script) {
        return owner.post(plan + "/simulate", script)
                .json()
                .at("/call/attempts/0/target")
                .asString("");
    }

    @Test
    void strangersAndThoseWhoOnlyLookChangeNothing() {
        owner.put(plan, ONE);
        owner.put(plan + "/draft", TWO);
        var rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        var viewer = api.as(shop, Role.VIEWER);

        assertThat(rival.get(plan + "/draft").status()).isEqualTo(404);
        assertThat(rival.put(plan + "/draft", ONE).status()).isEqualTo(404);
        assertThat(rival.post(plan + "/publish", "").status()).isEqualTo(404);
        assertThat(rival.post(plan + "/rollback", "{\"version\": 1}").status()).isEqualTo(404);
        assertThat(rival.get(plan + "/diff").status()).isEqualTo(404);
        assertThat(rival.post(plan + "/simulate", "{}").status()).isEqualTo(404);
        assertThat(viewer.get(plan + "/draft").status()).isEqualTo(200);
        assertThat(viewer.post(plan + "/publish", "").status()).isEqualTo(403);
        assertThat(viewer.delete(plan + "/draft").status()).isEqualTo(403);
        assertThat(viewer.post(plan + "/rollback", "{\"version\": 1}").status()).isEqualTo(403);
        assertThat(owner.get(plan + "/draft").json().at("/text").asString()).isEqualTo(TWO);
    }
}
