package org.hotline400.sip.internal.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.DialogLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state of a called leg × every event (`called-leg.table`): what is sent, what the listener hears, the next
/// state; and that after its end nothing is left.
class CalledLegTableTest {

    private static final SipReply RINGING = SipReply.of(180, "Ringing");
    private static final SipReply EARLY_MEDIA =
            SipReply.of(183, "Session Progress").withSdp(DialogLab.SDP);
    private static final SipReply ANSWER = SipReply.of(200, "OK").withSdp(DialogLab.SDP);
    private static final String RELIABLY = "Supported: 100rel, timer";
    private static final String ALLOW = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE, PRACK, INFO";

    private static final Map<String, Consumer<DialogLab>> STATES = states();
    private static final Map<String, Consumer<DialogLab>> EVENTS = events();

    private static Map<String, Consumer<DialogLab>> states() {
        var states = new LinkedHashMap<String, Consumer<DialogLab>>();
        states.put("waiting", lab -> lab.invited(RELIABLY, ALLOW));
        states.put("early", lab -> lab.invited(ALLOW).progress(RINGING));
        states.put("unacknowledged", lab -> lab.invited(RELIABLY, ALLOW).progress(EARLY_MEDIA));
        states.put("early session", CalledLegTableTest::earlySession);
        states.put("early, ours open", lab -> {
            earlySession(lab);
            lab.called().offer(DialogLab.SDP);
        });
        states.put("early, theirs open", lab -> {
            earlySession(lab);
            lab.caller("UPDATE", 3, true);
        });
        states.put("answer held", lab -> {
            lab.invited(RELIABLY, ALLOW).progress(EARLY_MEDIA);
            lab.called().answer(ANSWER);
        });
        states.put("answered", lab -> lab.invited(ALLOW).answer(ANSWER));
        states.put("confirmed", CalledLegTableTest::confirmed);
        states.put("ours open", lab -> {
            confirmed(lab);
            lab.called().offer(DialogLab.SDP);
        });
        states.put("theirs open", lab -> {
            confirmed(lab);
            lab.caller("INVITE", 5, true);
        });
        states.put("re-answered", lab -> {
            confirmed(lab);
            lab.caller("INVITE", 5, true);
            lab.called().answerOffer(DialogLab.SDP);
        });
        states.put("end held", lab -> {
            lab.invited(ALLOW).answer(ANSWER);
            lab.called().end(EndReason.normal());
        });
        states.put("ending", lab -> {
            confirmed(lab);
            lab.called().end(EndReason.normal());
        });
        states.put("ended", lab -> {
            confirmed(lab);
            lab.caller("BYE", 5, false);
        });
        return states;
    }

    private static void earlySession(DialogLab lab) {
        lab.invited(RELIABLY, ALLOW).progress(EARLY_MEDIA);
        prack(lab, 2, false);
    }

    private static void confirmed(DialogLab lab) {
        lab.invited(ALLOW).answer(ANSWER);
        lab.caller("ACK", 1, false);
    }

    private static void prack(DialogLab lab, long cseq, boolean sdp) {
        lab.caller("PRACK", cseq, sdp, "RAck: " + lab.sentHeader("183", "RSeq").orElse("1") + " 1 INVITE");
    }

    private static Map<String, Consumer<DialogLab>> events() {
        var events = new LinkedHashMap<String, Consumer<DialogLab>>();
        events.put("progress", lab -> lab.called().progress(RINGING));
        events.put("progress+sdp", lab -> lab.called().progress(EARLY_MEDIA));
        events.put("answer", lab -> lab.called().answer(ANSWER));
        events.put("reject", lab -> lab.called().reject(SipReply.of(486, "Busy Here")));
        events.put("end", lab -> lab.called().end(EndReason.normal()));
        events.put("offer", lab -> lab.called().offer(DialogLab.SDP));
        events.put("answerOffer", lab -> lab.called().answerOffer(DialogLab.SDP));
        events.put("refuseOffer", lab -> lab.called().refuseOffer(488, "Not Acceptable Here"));
        events.put("info", lab -> lab.called().info("text/plain", "x"));
        events.put("< INVITE again", lab -> lab.invite(1, "z9hG4bKinvite", true, ALLOW));
        events.put("< CANCEL", DialogLab::cancel);
        events.put("< CANCEL re-INVITE", lab -> lab.cancelLast(5));
        events.put("< ACK", lab -> lab.caller("ACK", 1, false));
        events.put("< ACK re-INVITE", lab -> lab.caller("ACK", 5, false));
        events.put("< ACK bad number", lab -> lab.caller("ACK", 99, false));
        events.put("< BYE", lab -> lab.caller("BYE", 10, false));
        events.put("< INVITE+sdp", lab -> lab.caller("INVITE", 10, true));
        events.put("< INVITE", lab -> lab.caller("INVITE", 10, false));
        events.put("< UPDATE+sdp", lab -> lab.caller("UPDATE", 10, true));
        events.put("< UPDATE", lab -> lab.caller("UPDATE", 10, false));
        events.put("< PRACK", lab -> prack(lab, 10, false));
        events.put("< PRACK+sdp", lab -> prack(lab, 10, true));
        events.put("< PRACK unknown", lab -> lab.caller("PRACK", 10, false, "RAck: 3 3 INVITE"));
        events.put("< INFO", lab -> lab.caller("INFO", 10, true));
        events.put("< OPTIONS", lab -> lab.caller("OPTIONS", 10, false));
        events.put("< REFER", lab -> lab.caller("REFER", 10, false));
        events.put("< old number", lab -> lab.caller("INFO", 0, false));
        events.put("< Require: x", lab -> lab.caller("INFO", 10, false, "Require: x, timer"));
        events.put("< 200 to ours", lab -> answerOurs(lab, 200));
        events.put("< 488 to ours", lab -> answerOurs(lab, 488));
        events.put("< 491 to ours", lab -> answerOurs(lab, 491));
        events.put("< 481 to ours", lab -> answerOurs(lab, 481));
        events.put("33 s pass", lab -> lab.pass(33_000));
        return events;
    }

    /// A final response to the request of ours that has none.
    private static void answerOurs(DialogLab lab, int status) {
        lab.lastRequest().ifPresent(request -> lab.answerTo(request, status, "peer", status == 200));
    }

    static Stream<DialogTable> rows() {
        return DialogTable.read("called-leg.table");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTableHolds(DialogTable row) {
        assertThat(observed(row.state(), row.event())).isEqualTo(row);
    }

    private static DialogTable observed(String state, String event) {
        var lab = new DialogLab();
        reach(lab, state);
        EVENTS.get(event).accept(lab);
        String sent = lab.sent();
        String heard = lab.heard();
        IncomingLeg leg = lab.called();
        String next = leg instanceof CalledLeg called ? called.state().name() : "?";
        leg.end(EndReason.normal());
        lab.pass(150_000);
        assertThat(lab.left()).as("after the end").isEqualTo("0 legs, 0 transactions, 0 timers");
        return new DialogTable(state, event, sent, heard, next);
    }

    private static void reach(DialogLab lab, String state) {
        STATES.get(state).accept(lab);
        lab.sent();
        lab.heard();
    }

    @Test
    void theTableIsWhole() {
        var expected = STATES.keySet().stream()
                .flatMap(state -> EVENTS.keySet().stream().map(event -> state + " × " + event));
        assertThat(rows().map(DialogTable::toString)).containsExactlyElementsOf(expected.toList());
    }
}
