package org.hotline400.sip.internal.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.internal.DialogLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state of a calling leg × every event (`calling-leg.table`): what is sent, what the listener hears, the next
/// state; and that after its end nothing is left.
class CallingLegTableTest {

    private static final String ALLOW = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE, PRACK, INFO";

    private static final Map<String, Function<DialogLab, CallingLeg>> STATES = states();
    private static final Map<String, BiConsumer<DialogLab, CallingLeg>> EVENTS = events();

    private static Map<String, Function<DialogLab, CallingLeg>> states() {
        var states = new LinkedHashMap<String, Function<DialogLab, CallingLeg>>();
        states.put("calling", DialogLab::call);
        states.put("proceeding", lab -> {
            var leg = lab.call();
            respond(lab, 100, "", false);
            return leg;
        });
        states.put("early", lab -> {
            var leg = lab.call();
            respond(lab, 180, "a", false);
            return leg;
        });
        states.put("early session", CallingLegTableTest::earlySession);
        states.put("early twice", lab -> {
            var leg = lab.call();
            reliably(lab, 183, "b", 50);
            respond(lab, 180, "a", false);
            return leg;
        });
        states.put("early, ours open", lab -> {
            var leg = earlySession(lab);
            leg.offer(DialogLab.SDP);
            return leg;
        });
        states.put("early, theirs open", lab -> {
            var leg = earlySession(lab);
            lab.callee("UPDATE", "a", 1, true);
            return leg;
        });
        states.put("cancel held", lab -> {
            var leg = lab.call();
            leg.end(EndReason.normal());
            return leg;
        });
        states.put("cancelled", lab -> {
            var leg = earlySession(lab);
            leg.end(EndReason.normal());
            return leg;
        });
        states.put("confirmed", CallingLegTableTest::confirmed);
        states.put("ours open", lab -> {
            var leg = confirmed(lab);
            leg.offer(DialogLab.SDP);
            return leg;
        });
        states.put("theirs open", lab -> {
            var leg = confirmed(lab);
            lab.callee("INVITE", "a", 5, true);
            return leg;
        });
        states.put("re-answered", lab -> {
            var leg = confirmed(lab);
            lab.callee("INVITE", "a", 5, true);
            leg.answerOffer(DialogLab.SDP);
            return leg;
        });
        states.put("ending", lab -> {
            var leg = confirmed(lab);
            leg.end(EndReason.normal());
            return leg;
        });
        states.put("ended", lab -> {
            var leg = confirmed(lab);
            lab.callee("BYE", "a", 5, false);
            return leg;
        });
        states.put("rejected", lab -> {
            var leg = lab.call();
            respond(lab, 486, "a", false);
            return leg;
        });
        return states;
    }

    private static CallingLeg earlySession(DialogLab lab) {
        var leg = lab.call();
        reliably(lab, 183, "a", 1);
        return leg;
    }

    private static CallingLeg confirmed(DialogLab lab) {
        var leg = lab.call();
        respond(lab, 200, "a", true);
        return leg;
    }

    /// A response to the first INVITE.
    private static void respond(DialogLab lab, int status, String tag, boolean sdp) {
        lab.answerTo(lab.first("INVITE"), status, tag, sdp, ALLOW);
    }

    private static void reliably(DialogLab lab, int status, String tag, long number) {
        lab.answerTo(lab.first("INVITE"), status, tag, true, ALLOW, "Require: 100rel", "RSeq: " + number);
        lab.lastRequest()
                .filter(request -> request.startsWith("PRACK"))
                .ifPresent(prack -> lab.answerTo(prack, 200, tag, false));
    }

    private static Map<String, BiConsumer<DialogLab, CallingLeg>> events() {
        var events = new LinkedHashMap<String, BiConsumer<DialogLab, CallingLeg>>();
        events.put("end", (lab, leg) -> leg.end(EndReason.normal()));
        events.put("offer", (lab, leg) -> leg.offer(DialogLab.SDP));
        events.put("answerOffer", (lab, leg) -> leg.answerOffer(DialogLab.SDP));
        events.put("refuseOffer", (lab, leg) -> leg.refuseOffer(488, "Not Acceptable Here"));
        events.put("info", (lab, leg) -> leg.info("text/plain", "x"));
        events.put("< 100", (lab, leg) -> respond(lab, 100, "", false));
        events.put("< 180", (lab, leg) -> respond(lab, 180, "a", false));
        events.put("< 183 reliably", (lab, leg) -> reliably(lab, 183, "a", 1));
        events.put("< 183 reliably, next", (lab, leg) -> reliably(lab, 183, "a", 2));
        events.put("< 183 reliably, late", (lab, leg) -> reliably(lab, 183, "a", 9));
        events.put("< 199", (lab, leg) -> respond(lab, 199, "a", false));
        events.put("< 200", (lab, leg) -> respond(lab, 200, "a", true));
        events.put("< 200 of another", (lab, leg) -> respond(lab, 200, "z", true));
        events.put("< 302", (lab, leg) -> respond(lab, 302, "a", false));
        events.put("< 486", (lab, leg) -> respond(lab, 486, "a", false));
        events.put("< 487", (lab, leg) -> respond(lab, 487, "a", false));
        events.put("< BYE", (lab, leg) -> lab.callee("BYE", "a", 10, false));
        events.put("< BYE of another", (lab, leg) -> lab.callee("BYE", "z", 10, false));
        events.put("< INVITE+sdp", (lab, leg) -> lab.callee("INVITE", "a", 10, true));
        events.put("< INVITE", (lab, leg) -> lab.callee("INVITE", "a", 10, false));
        events.put("< UPDATE+sdp", (lab, leg) -> lab.callee("UPDATE", "a", 10, true));
        events.put("< UPDATE", (lab, leg) -> lab.callee("UPDATE", "a", 10, false));
        events.put("< PRACK", (lab, leg) -> lab.callee("PRACK", "a", 10, false, "RAck: 1 1 INVITE"));
        events.put("< INFO", (lab, leg) -> lab.callee("INFO", "a", 10, true));
        events.put("< OPTIONS", (lab, leg) -> lab.callee("OPTIONS", "a", 10, false));
        events.put("< ACK", (lab, leg) -> lab.callee("ACK", "a", 5, false));
        events.put("< ACK bad number", (lab, leg) -> lab.callee("ACK", "a", 99, false));
        events.put("< old number", (lab, leg) -> lab.callee("INFO", "a", 0, false));
        events.put("< Require: x", (lab, leg) -> lab.callee("INFO", "a", 10, false, "Require: x, 100rel"));
        events.put("< 200 to ours", (lab, leg) -> answerOurs(lab, 200));
        events.put("< 488 to ours", (lab, leg) -> answerOurs(lab, 488));
        events.put("< 491 to ours", (lab, leg) -> answerOurs(lab, 491));
        events.put("< 481 to ours", (lab, leg) -> answerOurs(lab, 481));
        events.put("33 s pass", (lab, leg) -> lab.pass(33_000));
        events.put("4 min pass", (lab, leg) -> lab.pass(240_000));
        return events;
    }

    /// A final response to the last request of ours after the INVITE that made the call.
    private static void answerOurs(DialogLab lab, int status) {
        lab.lastRequest()
                .filter(request -> !request.equals(lab.first("INVITE")))
                .ifPresent(request -> lab.answerTo(request, status, "a", status == 200));
    }

    static Stream<DialogTable> rows() {
        return DialogTable.read("calling-leg.table");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTableHolds(DialogTable row) {
        assertThat(observed(row.state(), row.event())).isEqualTo(row);
    }

    private static DialogTable observed(String state, String event) {
        var lab = new DialogLab();
        CallingLeg leg = STATES.get(state).apply(lab);
        lab.sent();
        lab.heard();
        EVENTS.get(event).accept(lab, leg);
        var row = new DialogTable(
                state, event, lab.sent(), lab.heard(), leg.state().name());
        leg.end(EndReason.normal());
        lab.pass(150_000);
        assertThat(lab.left()).as("after the end").isEqualTo("0 legs, 0 transactions, 0 timers");
        return row;
    }

    @Test
    void theTableIsWhole() {
        var expected = STATES.keySet().stream()
                .flatMap(state -> EVENTS.keySet().stream().map(event -> state + " × " + event));
        assertThat(rows().map(DialogTable::toString)).containsExactlyElementsOf(expected.toList());
    }
}
