package org.hotline400.server.calls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Talk;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.regions.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

class CallRecordJsonTest {
    /// As the first release wrote records.
    private static final JsonMapper FIRST_RELEASE = mapper().build();

    private static final JsonMapper JACKSON = mapper().changeDefaultPropertyInclusion(
                    usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addMixIn(Region.class, WhatARegionHas.class)
                .addModule(new SimpleModule("call-records")
                        .addSerializer(CallId.class, ToStringSerializer.instance)
                        .addSerializer(TenantId.class, ToStringSerializer.instance));
    }

    /// Its components, and not what it says of them.
    @JsonIgnoreProperties("unknown")
    private interface WhatARegionHas {}

    /// A record that the release before wrote into its journal.
    private static final String OF_THE_RELEASE_BEFORE = """
            {"id":"019cb13a-0000-7000-8000-000000000001","tenant":"01890000-0000-7000-8000-000000000001",\
            "number":"4008888888","caller":{"raw":"13812345678","normalised":"13812345678","kind":"MOBILE"},"plan":null,\
            "times":{"startedAt":"2026-03-03T02:00:00Z","platformAnsweredAt":"2026-03-03T02:00:00.010Z","ringAt":null,\
            "targetAnsweredAt":null,"endedAt":"2026-03-03T02:01:09Z"},"steps":[],"attempts":[],\
            "end":{"reason":"COMPLETED","side":"CALLER","detail":"a\\u0000b"},\
            "route":{"node":"01890000-0000-7000-8000-0000000000aa","trunk":"carrier","sipCallId":"caller@example"}}\
            """;

    static Stream<CallRecord> calls() {
        var random = new Random(400);
        return Stream.concat(
                Stream.of(SampleCalls.ended(TenantId.OPERATOR), SampleCalls.open(TenantId.OPERATOR), bare()),
                Stream.generate(() -> odd(random)).limit(150));
    }

    /// Jackson finds every component of a record by itself: one that the writer forgets makes this fail.
    @ParameterizedTest
    @MethodSource("calls")
    void writesEveryFieldThatThereIs(CallRecord call) {
        assertThat(CallRecordJson.text(call)).isEqualTo(JACKSON.writeValueAsString(call));
        assertThat(CallRecordJson.read(CallRecordJson.text(call))).isEqualTo(call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void readsWhatTheFirstReleaseWrote(CallRecord call) {
        assertThat(CallRecordJson.read(FIRST_RELEASE.writeValueAsString(call))).isEqualTo(call);
    }

    @Test
    void theCharacterNulAndHalfAPairAreReplacedBecauseTheDatabaseHasNoPlaceForThem() {
        var call = withCaller("a\u0000b\ud83dc\\u0000");

        assertThat(CallRecordJson.read(CallRecordJson.text(call)).caller().raw())
                .isEqualTo("a\ufffdb\ufffdc\\u0000");
    }

    @Test
    void anEntryOfTheReleaseBeforeIsRead() {
        var body = ("e" + OF_THE_RELEASE_BEFORE).getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32C();
        crc.update(body);
        var frame = ByteBuffer.allocate(8 + body.length)
                .putInt(body.length)
                .putInt((int) crc.getValue())
                .put(body)
                .flip();

        assertThat(Frame.read(frame)).isInstanceOfSatisfying(JournalEntry.Ended.class, ended -> {
            assertThat(ended.call().end())
                    .isEqualTo(new CallRecord.End(EndReason.COMPLETED, HangupSide.CALLER, "a\u0000b"));
            assertThat(ended.call().times().endedAt()).isEqualTo(SampleCalls.START.plusSeconds(69));
            assertThat(ended.call().quality()).isEmpty();
        });
        assertThat(frame.hasRemaining()).isFalse();
    }

    private static CallRecord bare() {
        return new CallRecord(
                CallId.next(),
                TenantId.OPERATOR,
                "",
                new CallerNumber("", "", CallerNumber.Kind.WITHHELD),
                null,
                new CallRecord.Times(SampleCalls.START, null, null, null, SampleCalls.START),
                List.of(),
                List.of(),
                new CallRecord.End(EndReason.MALFORMED, HangupSide.NETWORK, ""),
                new CallRecord.Route(SampleCalls.NODE.toString(), "", ""),
                List.of());
    }

    private static CallRecord withCaller(String raw) {
        var call = bare();
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                new CallerNumber(raw, "", CallerNumber.Kind.UNKNOWN),
                call.plan(),
                call.times(),
                call.steps(),
                call.attempts(),
                call.end(),
                call.route(),
                call.quality());
    }

    private static CallRecord odd(Random random) {
        return new CallRecord(
                CallId.next(),
                TenantId.OPERATOR,
                text(random),
                new CallerNumber(text(random), text(random), CallerNumber.Kind.UNKNOWN),
                new CallRecord.PlanRef(text(random), random.nextInt()),
                new CallRecord.Times(
                        instant(random),
                        instant(random),
                        instant(random),
                        instant(random),
                        random.nextBoolean() ? instant(random) : null,
                        instant(random)),
                List.of(new StepTaken(
                        text(random),
                        text(random),
                        instant(random),
                        null,
                        random.nextBoolean() ? Why.KEY_CHOSEN : Why.TARGET_REACHED,
                        Map.of(text(random), text(random)))),
                List.of(new Attempt(
                        text(random),
                        instant(random),
                        null,
                        instant(random),
                        Attempt.Result.NO_ANSWER,
                        new Attempt.Signalling(null, random.nextInt(), text(random), text(random), text(random)))),
                new CallRecord.End(EndReason.COMPLETED, HangupSide.CALLER, text(random)),
                new CallRecord.Route(text(random), text(random), text(random)),
                List.of(
                        new LegQuality(
                                LegQuality.Leg.CALLER,
                                text(random),
                                text(random),
                                text(random),
                                received(random),
                                new LegQuality.Sent(random.nextLong(), null, null),
                                null),
                        new LegQuality(
                                LegQuality.Leg.TARGET,
                                text(random),
                                text(random),
                                text(random),
                                received(random),
                                new LegQuality.Sent(random.nextInt(1000), reported(random), random.nextDouble()),
                                duration(random))),
                new Region(text(random), text(random), text(random), text(random), text(random)),
                List.of(text(random), text(random)),
                List.of(
                        new Talk(text(random), instant(random), instant(random), random.nextBoolean()),
                        new Talk(text(random), instant(random), instant(random), random.nextBoolean())));
    }

    private static LegQuality.Received received(Random random) {
        return new LegQuality.Received(
                random.nextLong(),
                0,
                random.nextInt(99),
                random.nextDouble(),
                duration(random),
                duration(random),
                1e-7);
    }

    private static LegQuality.Reported reported(Random random) {
        return new LegQuality.Reported(random.nextLong(), random.nextGaussian(), duration(random), duration(random));
    }

    /// Every ASCII character but NUL, and characters of two, three and four bytes.
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> "\u00e9\u0416\u4f60\uffff".charAt(random.nextInt(4));
                        case 1 -> 0x1f600 + random.nextInt(60);
                        default -> 1 + random.nextInt(127);
                    });
        }
        return text.toString();
    }

    /// Of every precision, leap days and far years among them.
    private static Instant instant(Random random) {
        var at = Instant.ofEpochSecond(
                switch (random.nextInt(4)) {
                    case 0 -> random.nextLong(-100_000_000_000L, 300_000_000_000L);
                    case 1 -> 951_782_400L + random.nextInt(3 * 86_400);
                    default -> random.nextLong(4_102_444_800L);
                });
        return switch (random.nextInt(3)) {
            case 0 -> at;
            case 1 -> at.plusMillis(random.nextInt(1000));
            default -> at.plusNanos(random.nextInt(1_000_000_000));
        };
    }

    private static Duration duration(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMillis(random.nextInt(100_000));
            case 2 -> Duration.ofNanos(random.nextInt(100) * 12_500L);
            case 3 -> Duration.ofNanos(random.nextLong(-5_000_000_000L, 200_000_000_000L));
            default -> Duration.ofSeconds(random.nextInt(60));
        };
    }
}
