package org.hotline400.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.notifications.internal.Calls.aCall;

import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Which calls are told as what.
class CallEventsTest {
    private final TenantId shop = Lab.tenant();

    @ParameterizedTest
    @EnumSource(
            names = {
                "ABANDONED_IN_IVR",
                "ABANDONED_IN_QUEUE",
                "ABANDONED_IN_RING",
                "NO_ANSWER",
                "UNREACHABLE",
                "BUSY",
                "QUEUE_TIMEOUT",
                "QUEUE_FULL",
                "OFF_HOURS",
                "NO_COMMON_CODEC",
                "SILENCE",
                "PLAN_FAILURE",
                "MISCONFIGURED",
                "CARRIER_FAILURE",
                "PLATFORM_FAILURE"
            })
    void aCallerWhoWantedSomebodyAndGotNobodyIsMissed(EndReason reason) {
        assertThat(kinds(aCall(shop, reason).record())).containsExactly(EventKind.CALL_MISSED, EventKind.CALL_ENDED);
        assertThat(kinds(aCall(shop, reason).answered().record())).containsExactly(EventKind.CALL_ENDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED_CONCURRENCY", "REJECTED_RATE", "CAPPED"})
    void aCallThatALimitTurnedAwayTellsTheLimit(EndReason reason) {
        assertThat(kinds(aCall(shop, reason).record())).containsExactly(EventKind.LIMIT_REACHED, EventKind.CALL_ENDED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"COMPLETED", "REJECTED_BLACKLIST", "REJECTED_REGION", "NOT_IN_SERVICE", "UNTRUSTED_SOURCE"})
    void whatWasMeantToEndSoIsNotMissed(EndReason reason) {
        assertThat(kinds(aCall(shop, reason).record())).containsExactly(EventKind.CALL_ENDED);
    }

    @Test
    void aMessageIsAVoicemailAndNotMissedWhateverTheCallEndedWith() {
        var left = aCall(shop, EndReason.OFF_HOURS).with(Why.MESSAGE_TAKEN, Map.of("seconds", "12", "by", "caller"));
        var events = CallEvents.of(left.record());

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.CALL_VOICEMAIL, EventKind.CALL_ENDED);
        assertThat(Payload.read(Payload.of(events.getFirst()))
                        .at("/data/voicemail/seconds")
                        .asInt())
                .isEqualTo(12);
        assertThat(kinds(aCall(shop, EndReason.OFF_HOURS)
                        .with(Why.MESSAGE_EMPTY, Map.of())
                        .record()))
                .contains(EventKind.CALL_MISSED);
    }

    @Test
    void thePayloadHasTheFactsAndNotTheNumberThatWasWithheld() {
        var withheld = new CallerNumber("13800000000", "", CallerNumber.Kind.WITHHELD);
        var event = CallEvents.of(aCall(shop, EndReason.BUSY).from(withheld).record())
                .getFirst();
        var payload = Payload.read(Payload.of(event));

        assertThat(payload.at("/kind").asString()).isEqualTo("call.missed");
        assertThat(payload.at("/number").asString()).isEqualTo(Calls.NUMBER);
        assertThat(payload.at("/data/missed/reason").asString()).isEqualTo("busy");
        assertThat(payload.at("/data/call/caller/kind").asString()).isEqualTo("withheld");
        assertThat(Payload.of(event)).doesNotContain("13800000000");
    }

    @Test
    void peopleReadItInChineseFirst() {
        var event = CallEvents.of(aCall(shop, EndReason.NO_ANSWER).record()).getFirst();
        var words = Words.of(event.kind(), Payload.read(Payload.of(event)));

        assertThat(words.subject()).isEqualTo("400-888-8888 未接来电 / missed call");
        assertThat(words.text())
                .startsWith("400-888-8888 未接来电\n来电号码：13812345678\n来电时间：2026-03-03 10:00:00（北京时间）\n原因：无人接听\n")
                .contains("Caller: 13812345678", "Reason: nobody answered");
        assertThat(words.brief()).isEqualTo("【400-888-8888】未接来电 13812345678 03-03 10:00，原因：无人接听 | missed call");
    }

    @Test
    void callersAreHiddenFromWhoeverIsNotOfTheTenant() {
        var event = CallEvents.of(aCall(shop, EndReason.NO_ANSWER).record()).getFirst();

        assertThat(Payload.withoutCallers(Payload.of(event)).toString())
                .contains("138****5678")
                .doesNotContain("13812345678");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasWords(EventKind kind) {
        var call = CallEvents.of(aCall(shop, EndReason.NO_ANSWER).record()).getFirst();
        assertThat(Words.of(kind, Payload.read(Payload.of(call))).brief()).isNotBlank();
    }

    private static List<EventKind> kinds(CallRecord call) {
        return CallEvents.of(call).stream().map(Event::kind).toList();
    }
}
