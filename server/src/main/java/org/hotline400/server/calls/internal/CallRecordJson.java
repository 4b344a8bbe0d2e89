package org.hotline400.server.calls.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Talk;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.regions.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// A call record as JSON, in the journal and in the database. A later release reads what an earlier one wrote:
/// fields may be added, never renamed. What is null is left out; earlier releases wrote it.
///
/// Each call is written four times, so it is written by hand; a test holds it against Jackson, field by field.
/// Reading is rare and left to Jackson.
public final class CallRecordJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("call-records")
                    .addDeserializer(CallId.class, uuid(CallId::new))
                    .addDeserializer(TenantId.class, uuid(TenantId::new)))
            .build();

    private CallRecordJson() {}

    private static <T> ValueDeserializer<T> uuid(Function<UUID, T> make) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return make.apply(UUID.fromString(parser.getString()));
            }
        };
    }

    static CallRecord read(byte[] bytes) {
        return JSON.readValue(bytes, CallRecord.class);
    }

    public static CallRecord read(String text) {
        return JSON.readValue(text, CallRecord.class);
    }

    public static String text(CallRecord call) {
        var bytes = new Bytes();
        write(bytes, call);
        return new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8);
    }

    /// Appends the record's JSON.
    static void write(Bytes bytes, CallRecord call) {
        var json = new JsonText(bytes).object();
        json.name("id").value(call.id().value());
        json.name("tenant").value(call.tenant().value());
        json.name("number").value(call.number());
        caller(json.name("caller"), call.caller());
        plan(json, call.plan());
        times(json.name("times"), call.times());
        json.name("steps").array();
        for (var step : call.steps()) {
            step(json, step);
        }
        json.endArray().name("attempts").array();
        for (var attempt : call.attempts()) {
            attempt(json, attempt);
        }
        json.endArray();
        end(json.name("end"), call.end());
        route(json.name("route"), call.route());
        json.name("quality").array();
        for (var leg : call.quality()) {
            leg(json, leg);
        }
        json.endArray();
        region(json.name("region"), call.region());
        json.name("tags").array();
        for (var tag : call.tags()) {
            json.value(tag);
        }
        json.endArray().name("talks").array();
        for (var talk : call.talks()) {
            talk(json, talk);
        }
        json.endArray().endObject();
    }

    private static void talk(JsonText json, Talk talk) {
        json.object().name("target").value(talk.target());
        json.name("from").value(talk.from());
        json.name("until").value(talk.until());
        json.name("isRecorded").value(talk.isRecorded()).endObject();
    }

    private static void region(JsonText json, Region region) {
        json.object().name("province").value(region.province());
        json.name("city").value(region.city());
        json.name("adcode").value(region.adcode());
        json.name("areaCode").value(region.areaCode());
        json.name("carrier").value(region.carrier()).endObject();
    }

    private static void caller(JsonText json, CallerNumber caller) {
        json.object().name("raw").value(caller.raw());
        json.name("normalised").value(caller.normalised());
        json.name("kind").value(caller.kind()).endObject();
    }

    private static void plan(JsonText json, CallRecord.@Nullable PlanRef plan) {
        if (plan != null) {
            json.name("plan").object().name("id").value(plan.id());
            json.name("version").value(plan.version()).endObject();
        }
    }

    private static void times(JsonText json, CallRecord.Times times) {
        json.object().name("startedAt").value(times.startedAt());
        json.optional("platformAnsweredAt", times.platformAnsweredAt());
        json.optional("ringAt", times.ringAt());
        json.optional("targetAnsweredAt", times.targetAnsweredAt());
        json.optional("talkEndedAt", times.talkEndedAt());
        json.name("endedAt").value(times.endedAt()).endObject();
    }

    private static void step(JsonText json, StepTaken step) {
        json.object().name("step").value(step.step());
        json.name("kind").value(step.kind());
        json.name("at").value(step.at());
        json.optional("key", step.key());
        json.name("why").value(step.why());
        json.name("facts").object();
        for (Map.Entry<String, String> fact : step.facts().entrySet()) {
            json.anyName(fact.getKey()).value(fact.getValue());
        }
        json.endObject().endObject();
    }

    private static void attempt(JsonText json, Attempt attempt) {
        json.object().name("target").value(attempt.target());
        json.name("dialledAt").value(attempt.dialledAt());
        json.optional("ringAt", attempt.ringAt());
        json.name("endedAt").value(attempt.endedAt());
        json.name("result").value(attempt.result());
        var said = attempt.signalling();
        json.name("signalling").object().optional("sipStatus", said.sipStatus());
        json.optional("q850", said.q850());
        json.name("text").value(said.text());
        json.name("trunk").value(said.trunk());
        json.name("sipCallId").value(said.sipCallId()).endObject().endObject();
    }

    private static void end(JsonText json, CallRecord.End end) {
        json.object().name("reason").value(end.reason());
        json.name("side").value(end.side());
        json.name("detail").value(end.detail()).endObject();
    }

    private static void route(JsonText json, CallRecord.Route route) {
        json.object().name("node").value(route.node());
        json.name("trunk").value(route.trunk());
        json.name("sipCallId").value(route.sipCallId()).endObject();
    }

    private static void leg(JsonText json, LegQuality leg) {
        json.object().name("leg").value(leg.leg());
        json.name("target").value(leg.target());
        json.name("sipCallId").value(leg.sipCallId());
        json.name("codec").value(leg.codec());
        received(json.name("received"), leg.received());
        var sent = leg.sent();
        json.name("sent").object().name("packets").value(sent.packets());
        reported(json, sent.reported());
        json.optional("mos", sent.mos()).endObject();
        json.optional("roundTrip", leg.roundTrip()).endObject();
    }

    private static void received(JsonText json, LegQuality.Received received) {
        json.object().name("packets").value(received.packets());
        json.name("lost").value(received.lost());
        json.name("late").value(received.late());
        json.name("lossRatio").value(received.lossRatio());
        json.name("jitter").value(received.jitter());
        json.name("jitterMost").value(received.jitterMost());
        json.optional("mos", received.mos()).endObject();
    }

    private static void reported(JsonText json, LegQuality.@Nullable Reported reported) {
        if (reported == null) {
            return;
        }
        json.name("reported").object().name("lost").value(reported.lost());
        json.name("lossRatio").value(reported.lossRatio());
        json.name("jitter").value(reported.jitter());
        json.name("jitterMost").value(reported.jitterMost()).endObject();
    }
}
