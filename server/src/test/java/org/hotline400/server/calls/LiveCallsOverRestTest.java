package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.calls.internal.SampleCalls;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Calls through the whole server but for SIP: publish a plan, take a call, read its record.
@ServerTest
class LiveCallsOverRestTest {
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger();
    private static final String PLAN = """
            {"settings": {"charging": "ringback", "language": "en-US"}, "start": "staff", "steps": {
              "staff": {"type": "distribute", "targets": [{"to": "%s"}, {"to": "13900139003"}], "otherwise": "sorry"},
              "sorry": {"type": "hang-up", "prompts": ["system-busy"]}}}
            """;

    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final NumberDirectory directory;
    private final PhoneCalls desk;
    private final LiveCalls live;
    private final Prompts prompts;
    private final Api api;
    private TenantId shop;
    private HotlineNumber number;
    private Api.Client client;

    @Autowired
    LiveCallsOverRestTest(
            Tenants tenants,
            HotlineNumbers numbers,
            NumberDirectory directory,
            PhoneCalls desk,
            LiveCalls live,
            Prompts prompts,
            Api api) {
        this.tenants = tenants;
        this.numbers = numbers;
        this.directory = directory;
        this.desk = desk;
        this.live = live;
        this.prompts = prompts;
        this.api = api;
    }

    @BeforeEach
    void aShopWithANumber() {
        shop = tenants.create("Mother and baby").id();
        number = new HotlineNumber("400222%04d".formatted(NEXT_NUMBER.incrementAndGet() % 10_000));
        numbers.assign(number, shop, new Actor("test", "for a test"));
        client = api.as(shop, Role.OWNER);
        await().atMost(Duration.ofSeconds(5)).until(() -> directory.find(number).isPresent());
    }

    @Test
    void aPublishedPlanLeadsTheNextCallAndItsRecordIsThereAtOnce() {
        publish(client, "13800138001");

        var id = call(Map.of("13800138001", new Behaviour.Busy()));

        var record = record(id);
        assertThat(record.at("/endReason").asString()).isEqualTo("completed");
        assertThat(record.at("/plan/version").asInt()).isEqualTo(1);
        assertThat(record.at("/caller/kind").asString()).isEqualTo("mobile");
        assertThat(record.at("/talkSeconds").decimalValue()).isEqualByComparingTo("30");
        assertThat(record.at("/attempts/0/text").asString()).contains("486 Busy Here");
        assertThat(record.at("/story/0/zh").asString()).contains("拨打");
        assertThat(live.count()).isZero();
    }

    @Test
    void aSecondVersionLeadsTheCallsThatComeAfterIt() {
        publish(client, "13800138001");
        publish(client, "13800138002");

        var record = record(call(Map.of()));

        assertThat(record.at("/plan/version").asInt()).isEqualTo(2);
        assertThat(record.at("/attempts/0/target").asString()).isEqualTo("13800138002");
        var versions =
                client.get("/api/v1/numbers/" + number + "/plan/versions").json();
        assertThat(versions.at("/items").size()).isEqualTo(2);
        assertThat(versions.at("/items/0/version").asInt()).isEqualTo(2);
        var newest = client.get("/api/v1/numbers/" + number + "/plan").json();
        assertThat(newest.at("/document/steps/staff/targets/0/to").asString()).isEqualTo("13800138002");
    }

    @Test
    void aFaultyPlanIsRefusedWithEveryViolationAndTheLiveOneStays() {
        publish(client, "13800138001");

        var answer = client.put("/api/v1/numbers/" + number + "/plan", PLAN.formatted("66668888"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("/steps/staff/targets/0/to");
        assertThat(answer.json().at("/violations/0/code").asString()).isEqualTo("plan.target-area-code-missing");
        assertThat(client.get("/api/v1/numbers/" + number + "/plan")
                        .json()
                        .at("/version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRivalSeesNeitherPlanNorCalls() {
        publish(client, "13800138001");
        var id = call(Map.of());
        record(id);

        var rival = api.as(tenants.create("Rival").id(), Role.OWNER);

        assertThat(rival.get("/api/v1/calls/" + id).status()).isEqualTo(404);
        assertThat(rival.get("/api/v1/calls/" + id + "/ladder").status()).isEqualTo(404);
        assertThat(rival.get("/api/v1/calls").json().at("/items").size()).isZero();
        assertThat(rival.get("/api/v1/numbers/" + number + "/plan").status()).isEqualTo(404);
        assertThat(rival.put("/api/v1/numbers/" + number + "/plan", PLAN.formatted("13800138001"))
                        .status())
                .isEqualTo(404);
        assertThat(api.withoutKey().get("/api/v1/calls").status()).isEqualTo(401);
    }

    @Test
    void whoOnlyLooksSeesWhoCalledMasked() {
        publish(client, "13800138001");
        var id = call(Map.of());
        record(id);
        var viewer = api.as(shop, Role.VIEWER);

        for (var path : List.of("/api/v1/calls", "/api/v1/calls/" + id, "/api/v1/calls/" + id + "/ladder")) {
            assertThat(text(client.get(path))).as(path).doesNotContain("****");
            assertThat(text(viewer.get(path))).as(path).doesNotContain("13812345678");
        }
        var seen = viewer.get("/api/v1/calls/" + id).json();
        assertThat(seen.at("/caller/normalised").asString()).isEqualTo("138****5678");
        assertThat(seen.at("/story/0/zh").asString()).contains("138****5678");
        assertThat(record(id).at("/caller/normalised").asString()).isEqualTo("13812345678");
    }

    @Test
    void theListIsAFileForSpreadsheetsToo() {
        publish(client, "13800138001");
        var id = call(Map.of());
        record(id);
        var viewer = api.as(shop, Role.VIEWER);

        var file = text(client.get("/api/v1/calls/export?number=" + number));

        assertThat(file.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(id.toString())
                .contains(number.digits(), "13812345678", "completed", "13800138001");
        assertThat(text(viewer.get("/api/v1/calls/export"))).contains("138****5678");
        assertThat(text(client.get("/api/v1/calls/export?recorded=true")).lines())
                .hasSize(1);
        assertThat(client.get("/api/v1/calls?recorded=true").json().at("/items").size())
                .isZero();
        assertThat(client.get("/api/v1/calls/export?from=yesterday").status()).isEqualTo(400);
    }

    private static String text(Api.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void listsAreFilteredAndPaged() {
        publish(client, "13800138001");
        var first = call(Map.of());
        var second = call(Map.of("13800138001", new Behaviour.Busy(), "13900139003", new Behaviour.Busy()));
        record(first);
        record(second);

        var page = client.get("/api/v1/calls?limit=1").json();
        assertThat(page.at("/items/0/id").asString()).isEqualTo(second.toString());
        var rest = client.get("/api/v1/calls?limit=1&cursor=" + page.at("/next").asString())
                .json();
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(first.toString());
        var busy = client.get("/api/v1/calls?endReason=busy&number=" + number).json();
        assertThat(busy.at("/items").size()).isEqualTo(1);
        assertThat(client.get("/api/v1/calls?endReason=bored&from=yesterday&limit=0")
                        .json()
                        .at("/violations")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aNumberOutOfServiceIsRefusedWithItsState() {
        publish(client, "13800138001");
        numbers.apply(number, NumberEvent.SUSPEND, new Actor("test", "on request"));
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var record = record(call(Map.of()));
            assertThat(record.at("/endReason").asString()).isEqualTo("not-in-service");
            assertThat(record.at("/detail").asString()).isEqualTo("suspended");
        });
    }

    @Test
    void aRehearsalSaysWhatWouldHappen() {
        publish(client, "13800138001");

        var answer = client.post("/api/v1/numbers/" + number + "/plan/rehearse", """
                {"caller": "01066668888", "at": "2026-03-03T02:00:00Z",
                 "targets": {"13800138001": {"does": "never-answers"}, "13900139003": {"does": "busy"}}}
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/call/endReason").asString()).isEqualTo("no-answer");
        assertThat(answer.json().at("/hangUp").asString()).isEqualTo("no-answer");
        assertThat(answer.json().at("/call/ringSeconds").decimalValue()).isEqualByComparingTo("15");
        assertThat(answer.json().at("/call/story").size()).isGreaterThan(4);
    }

    @Test
    void aCallUnderWayIsListedForItsHolderOnly() {
        publish(client, "13800138001");
        var seen = new AtomicReference<JsonNode>();
        var viewers = new AtomicReference<JsonNode>();
        var rivals = new AtomicInteger(-1);
        var viewer = api.as(shop, Role.VIEWER);
        var rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        var script = new RehearsalScript(
                "13812345678",
                Instant.now(),
                List.of(),
                Map.of(),
                new Behaviour.Answers(Duration.ofSeconds(3), Duration.ofSeconds(30)),
                null,
                Duration.ofSeconds(5));
        var call = new IncomingCall(CallId.next(), "13812345678", number.digits(), "carrier", "a@b", Instant.now());

        desk.take(new RehearsedPhone(call, script, prompts) {
            @Override
            public TalkEnd talk(TalkTerms terms) {
                seen.set(client.get("/api/v1/calls/live").json());
                client.get("/api/v1/calls/live");
                viewers.set(viewer.get("/api/v1/calls/live").json());
                rivals.set(rival.get("/api/v1/calls/live").json().size());
                return super.talk(terms);
            }
        });

        assertThat(seen.get().size()).isEqualTo(1);
        assertThat(seen.get().at("/0/id").asString()).isEqualTo(call.id().toString());
        assertThat(seen.get().at("/0/state").asString()).isEqualTo("talking");
        assertThat(seen.get().at("/0/target").asString()).isEqualTo("13800138001");
        assertThat(seen.get().at("/0/caller/normalised").asString()).isEqualTo("13812345678");
        assertThat(viewers.get().at("/0/caller/normalised").asString()).isEqualTo("138****5678");
        assertThat(client.get("/api/v1/audit?action=/api/v1/calls/live")
                        .json()
                        .at("/items")
                        .size())
                .as("looks that were written down")
                .isEqualTo(1);
        assertThat(rivals).hasValue(0);
        assertThat(client.get("/api/v1/calls/live").json().size()).isZero();
    }

    @Test
    void theQualityOfEachLegStandsInTheRecord() {
        publish(client, "13800138001");
        var call = new IncomingCall(CallId.next(), "13812345678", number.digits(), "carrier", "a@b", Instant.now());
        var others = new Behaviour.Answers(Duration.ofSeconds(3), Duration.ofSeconds(30));
        var script = new RehearsalScript(
                call.callerRaw(), call.at(), List.of(), Map.of(), others, null, Duration.ofSeconds(5));

        desk.take(new RehearsedPhone(call, script, prompts) {
            @Override
            public List<LegQuality> quality() {
                return List.of(
                        SampleCalls.leg(LegQuality.Leg.CALLER, "", 4.41),
                        SampleCalls.leg(LegQuality.Leg.TARGET, "13800138001", 2.5));
            }
        });

        var record = record(call.id());
        assertThat(record.at("/quality").size()).isEqualTo(2);
        assertThat(record.at("/quality/0/leg").asString()).isEqualTo("caller");
        assertThat(record.at("/quality/1/target").asString()).isEqualTo("13800138001");
        assertThat(record.at("/quality/1/codec").asString()).isEqualTo("PCMA");
        assertThat(record.at("/quality/1/received/lossRatio").asDouble()).isEqualTo(0.1);
        assertThat(record.at("/quality/1/received/jitterMaxMs").asDouble()).isEqualTo(40.1);
        assertThat(record.at("/quality/1/received/mos").asDouble()).isEqualTo(2.5);
        assertThat(record.at("/quality/1/sent/lost").asInt()).isEqualTo(1);
        assertThat(record.at("/quality/1/roundTripMs").asDouble()).isEqualTo(35.0);
        assertThat(record.at("/story").toString()).contains("13800138001 was heard badly");
    }

    @Test
    void aCallThatCannotBeHungUpIsOverAndHasItsRecord() {
        publish(client, "13800138001");
        var call = new IncomingCall(CallId.next(), "13812345678", number.digits(), "carrier", "a@b", Instant.now());
        var others = new Behaviour.Answers(Duration.ofSeconds(3), Duration.ofSeconds(30));
        var script = new RehearsalScript(
                call.callerRaw(), call.at(), List.of(), Map.of(), others, null, Duration.ofSeconds(5));

        desk.take(new RehearsedPhone(call, script, prompts) {
            @Override
            public void hangUp(HangUp cause) {
                throw new RejectedExecutionException("the signalling is overloaded");
            }
        });

        assertThat(record(call.id()).at("/endReason").asString()).isEqualTo("completed");
        assertThat(live.list()).extracting(LiveCall::id).doesNotContain(call.id());
    }

    @Test
    void aCallRefusedAtTheDoorLeavesARecordButAScannerNotManyMore() {
        var ids = IntStream.range(0, 15).mapToObj(_ -> CallId.next()).toList();
        var source = "192.0.2.77:";
        ids.forEach(id -> desk.refused(new RefusedCall(
                new IncomingCall(id, "1000", "9011441234", "", "scan@192.0.2.77", Instant.now()),
                EndReason.UNTRUSTED_SOURCE,
                source + (5000 + ids.indexOf(id)),
                403,
                "no trunk has this address")));

        var operator = api.asOperator();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> operator.get("/api/v1/calls/" + ids.get(9)).status() == 200);
        assertThat(operator.get("/api/v1/calls/" + ids.get(10)).status()).isEqualTo(404);
        assertThat(operator.get("/api/v1/calls/" + ids.get(0))
                        .json()
                        .at("/endReason")
                        .asString())
                .isEqualTo("untrusted-source");
    }

    private void publish(Api.Client author, String target) {
        var answer = author.put("/api/v1/numbers/" + number + "/plan", PLAN.formatted(target));
        assertThat(answer.status())
                .as(new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    private CallId call(Map<String, Behaviour> targets) {
        var call = new IncomingCall(
                CallId.next(), "+8613812345678", number.digits(), "carrier", "caller@192.0.2.1", Instant.now());
        var others = new Behaviour.Answers(Duration.ofSeconds(3), Duration.ofSeconds(30));
        var script = new RehearsalScript(
                call.callerRaw(), call.at(), List.of(), targets, others, null, Duration.ofSeconds(5));
        desk.take(new RehearsedPhone(call, script, prompts));
        return call.id();
    }

    private JsonNode record(CallId id) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> client.get("/api/v1/calls/" + id).status() == 200);
        return client.get("/api/v1/calls/" + id).json();
    }
}
