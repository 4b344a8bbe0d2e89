package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.recordings.Recordings;
import org.hotline400.server.testing.SipServer;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Each kind of step by a real SIP call, with the audio where audio is the point.
@Execution(ExecutionMode.CONCURRENT)
class StepsBySipTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration HEARD = Duration.ofMillis(300);
    private static SipServer server;

    @BeforeAll
    static void start() throws IOException {
        server = SipServer.start();
        server.addTone("welcome", 500, Duration.ofMillis(600));
        server.addTone("closed", 600, Duration.ofMillis(600));
        server.addTone("question", 700, Duration.ofMillis(600));
        server.addTone("whisper", 800, Duration.ofMillis(600));
        server.addTone("ringback", 900, Duration.ofSeconds(1));
        server.addTone("thanks", 1100, Duration.ofMillis(600));
        server.addList("nuisance", ListKind.BLACK, List.of("1397"));
        server.addList("gold", ListKind.VIP, List.of("1398"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void scheduleAndAnnounceAndHangUp() throws InterruptedException {
        var number = server.addNumber("""
                {"start": "hours", "steps": {
                  "hours": {"type": "schedule", "periods": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                            "from": "00:00", "to": "24:00"}], "open": "welcome", "closed": "closed"},
                  "welcome": {"type": "announce", "prompts": ["welcome", {"say": "number", "value": "105"}], "next": "end"},
                  "closed": {"type": "hang-up", "cause": "off-hours", "prompts": ["closed"]},
                  "end": {"type": "hang-up"}}}
                """);

        var call = call(number, "13900000001", "");
        call.heard().awaitTone(500, HEARD, SOON);
        call.awaitEnded(SOON);

        // The tone of 0.6 s, then a hundred and five in words.
        assertThat(call.heard().sound()).isGreaterThan(Duration.ofMillis(1200));
        assertThat(Rehearsed.path(record("13900000001"))).containsExactly("hours", "welcome", "end");
    }

    @Test
    void regionAndListAndBranchAndSet() throws InterruptedException {
        var number = server.addNumber("""
                {"start": "lists", "steps": {
                  "lists": {"type": "list", "cases": [{"list": "nuisance", "to": "reject"}, {"list": "gold", "to": "gold"}],
                            "otherwise": "where"},
                  "gold": {"type": "set", "tags": ["gold"], "variables": {"team": "vip-${caller.kind}"}, "next": "branch"},
                  "branch": {"type": "branch", "cases": [{"when": [{"tag": "gold"}, {"variable": "team",
                             "is": "vip-mobile"}], "to": "fast"}], "otherwise": "slow"},
                  "where": {"type": "region", "cases": [{"provinces": ["上海"], "to": "shanghai"}], "otherwise": "slow"},
                  "reject": {"type": "hang-up", "cause": "blacklisted"}, "fast": {"type": "hang-up"},
                  "slow": {"type": "hang-up"}, "shanghai": {"type": "hang-up"}}}
                """);

        call(number, "13970000001", "").awaitEnded(SOON);
        call(number, "13980000001", "").awaitEnded(SOON);
        call(number, "02160000001", "").awaitEnded(SOON);
        call(number, "01060000001", "").awaitEnded(SOON);

        assertThat(record("13970000001").end().reason()).isEqualTo(EndReason.REJECTED_BLACKLIST);
        assertThat(Rehearsed.path(record("13980000001"))).containsExactly("lists", "gold", "branch", "fast");
        assertThat(record("13980000001").tags()).containsExactly("gold");
        assertThat(Rehearsed.path(record("02160000001"))).containsExactly("lists", "where", "shanghai");
        assertThat(record("02160000001").region().province()).isEqualTo("上海");
        assertThat(Rehearsed.path(record("01060000001"))).containsExactly("lists", "where", "slow");
    }

    @Test
    void menuAndCollect() throws InterruptedException {
        var number = server.addNumber("""
                {"start": "menu", "steps": {
                  "menu": {"type": "menu", "prompts": ["question"], "keys": {"1": "order"}, "otherwise": "end"},
                  "order": {"type": "collect", "prompts": ["whisper"], "digits": {"least": 4, "most": 8},
                            "check": {"oneOf": ["2468"]}, "into": "order", "next": "known", "otherwise": "end"},
                  "known": {"type": "hang-up"}, "end": {"type": "hang-up"}}}
                """);

        var call = call(number, "13900000002", "");
        call.heard().awaitTone(700, HEARD, SOON);
        call.press("1");
        call.heard().awaitTone(800, HEARD, SOON);
        call.press("2468#");
        call.awaitEnded(SOON);

        assertThat(Rehearsed.path(record("13900000002"))).containsExactly("menu", "order", "known");
    }

    @Test
    void distributeRingsTheNextAndTheCallerHearsTheHousesOwnRinging() throws InterruptedException {
        var busy = server.carrier().phone("13800000011", Behaviour.busy());
        server.carrier()
                .phone(
                        "13800000012",
                        Behaviour.answers(
                                Duration.ofSeconds(2),
                                Talk.saying(new Voice.Tone(1000)).hangingUpAfter(Duration.ofSeconds(1))));
        var number = server.addNumber("""
                {"settings": {"charging": "ringback", "ringback": "ringback"}, "start": "staff", "steps": {
                  "staff": {"type": "distribute", "targets": [{"to": "13800000011"}, {"to": "13800000012"}]}}}
                """);

        var call = call(number, "13900000003", "");
        call.heard().awaitTone(900, HEARD, SOON);
        assertThat(call.answeredAt()).isEmpty();
        call.heard().awaitTone(1000, HEARD, SOON);
        call.awaitEnded(SOON);

        assertThat(busy.timesCalled()).isOne();
        assertThat(Rehearsed.reached(record("13900000003"))).containsExactly("13800000011 busy", "13800000012 reached");
    }

    @Test
    void allAtOnceEndsTheRingingOfTheOthers() throws InterruptedException {
        var slow = server.carrier().phone("13800000021", Behaviour.neverAnswers());
        server.carrier()
                .phone(
                        "13800000022",
                        Behaviour.answers(
                                Duration.ofMillis(500),
                                Talk.saying(new Voice.Tone(1000)).hangingUpAfter(Duration.ofSeconds(1))));
        var number = server.addNumber("""
                {"start": "staff", "steps": {"staff": {"type": "distribute", "strategy": "all-at-once",
                  "targets": [{"to": "13800000021"}, {"to": "13800000022"}]}}}
                """);

        call(number, "13900000004", "").awaitEnded(SOON);

        slow.awaitCall(SOON).awaitEnded(SOON);
        assertThat(Rehearsed.reached(record("13900000004")))
                .containsExactlyInAnyOrder("13800000021 answered-elsewhere", "13800000022 reached");
    }

    @Test
    void dialWhispersToTheAnswererAloneAndWantsHisKey() throws InterruptedException {
        var phone = server.carrier()
                .phone("13800000031", Behaviour.answers(Duration.ZERO, Talk.saying(new Voice.Tone(1000))));
        var number = server.addNumber("""
                {"start": "staff", "steps": {
                  "staff": {"type": "dial", "to": "13800000031", "whisper": ["whisper"], "acceptKey": "1"}}}
                """);

        var call = call(number, "13900000005", "");
        var answered = phone.awaitCall(SOON);
        answered.heard().awaitTone(800, HEARD, SOON);
        assertThat(call.heard().tone(1000, HEARD)).isFalse();
        answered.press("1");
        call.heard().awaitTone(1000, HEARD, SOON);
        answered.hangUp();
        call.awaitEnded(SOON);

        assertThat(call.heard().tone(800, HEARD)).isFalse();
        assertThat(Rehearsed.reached(record("13900000005"))).containsExactly("13800000031 reached");
    }

    @Test
    void voicemailKeepsWhatWasSaid() throws InterruptedException {
        var number = server.addNumber("""
                {"start": "message", "steps": {"message": {"type": "voicemail", "greeting": ["welcome"],
                  "maxSeconds": 5}}}
                """);

        var call = server.carrier()
                .call(Order.to(number.digits()).from("13900000006").saying(new Voice.Tone(440)));
        call.awaitEnded(Duration.ofSeconds(20));

        var record = record("13900000006");
        assertThat(record.end().reason()).isEqualTo(EndReason.VOICEMAIL);
        await().atMost(SOON)
                .until(
                        () -> server.bean(Recordings.class).ofCall(server.tenant(), record.id()),
                        kept -> !kept.isEmpty());
    }

    @Test
    void surveyAfterTheTalk() throws InterruptedException {
        server.carrier()
                .phone(
                        "13800000041",
                        Behaviour.answers(
                                Duration.ZERO,
                                Talk.saying(new Voice.Tone(1000)).hangingUpAfter(Duration.ofSeconds(1))));
        var number = server.addNumber("""
                {"start": "staff", "steps": {
                  "staff": {"type": "dial", "to": "13800000041", "afterTalk": "survey"},
                  "survey": {"type": "survey", "prompts": ["question"], "thanks": ["thanks"]}}}
                """);

        var call = call(number, "13900000007", "");
        call.heard().awaitTone(700, HEARD, SOON);
        call.press("5");
        call.heard().awaitTone(1100, HEARD, SOON);
        call.awaitEnded(SOON);

        var record = record("13900000007");
        assertThat(record.steps()).anySatisfy(step -> {
            assertThat(step.why()).isEqualTo(Why.SURVEY_ANSWERED);
            assertThat(step.facts()).containsEntry("score", "5");
        });
        assertThat(record.talking()).isBetween(Duration.ofMillis(900), Duration.ofMillis(2500));
    }

    @Test
    void httpAsksTheEnterprisesSystem() throws IOException, InterruptedException {
        var crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/callers/", exchange -> {
            var known = exchange.getRequestURI().getPath().endsWith("13900000008");
            var body = "{\"customer\": {\"grade\": \"gold\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        crm.start();
        try {
            var number = server.addNumber("""
                    {"start": "crm", "steps": {
                      "crm": {"type": "http", "url": "http://127.0.0.1:%d/callers/${caller}",
                              "into": {"grade": "/customer/grade"}, "next": "grade", "failed": "unknown"},
                      "grade": {"type": "branch", "cases": [{"when": [{"variable": "grade", "is": "gold"}],
                                "to": "gold"}], "otherwise": "others"},
                      "gold": {"type": "hang-up"}, "others": {"type": "hang-up"}, "unknown": {"type": "hang-up"}}}
                    """.formatted(crm.getAddress().getPort()));

            call(number, "13900000008", "").awaitEnded(SOON);
            call(number, "13900000009", "").awaitEnded(SOON);

            assertThat(Rehearsed.path(record("13900000008"))).containsExactly("crm", "grade", "gold");
            assertThat(Rehearsed.path(record("13900000009"))).containsExactly("crm", "unknown");
        } finally {
            crm.stop(0);
        }
    }

    @Test
    void aCallerOnABlacklistOfTheNumberIsTurnedAwayBeforeThePlan() throws InterruptedException {
        var number = server.addNumber("""
                {"settings": {"screening": {"blacklists": ["nuisance"], "barredPlaces": ["西藏"]}}, "start": "end",
                 "steps": {"end": {"type": "hang-up", "prompts": ["welcome"]}}}
                """);

        var call = call(number, "13970000010", "");
        call.awaitEnded(SOON);

        assertThat(call.answeredAt()).isEmpty();
        assertThat(record("13970000010").end().reason()).isEqualTo(EndReason.REJECTED_BLACKLIST);
    }

    private static Call call(HotlineNumber number, String caller, String keys) {
        return server.carrier()
                .call(Order.to(number.digits())
                        .from(caller)
                        .talking(Talk.saying(new Voice.Silence()).pressing(keys)));
    }

    /// The record of the one call of this caller, once it is written.
    private static CallRecord record(String caller) {
        var filter = new CallFilter(null, null, null, caller, null, null);
        return await("the record of the call from " + caller)
                .atMost(SOON)
                .until(
                        () -> server.bean(Transactions.class)
                                .asOperator(() -> server.bean(CallRecords.class)
                                        .list(filter, Optional.empty(), 10)
                                        .items()),
                        records -> records.size() == 1)
                .getFirst();
    }
}
