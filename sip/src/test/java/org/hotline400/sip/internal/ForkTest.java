package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.sip.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls of ours that a proxy forks (RFC 3261 §12.1.2, §13.2.2.4), and the races of CANCEL (§9.1).
class ForkTest {

    private final DialogLab lab = new DialogLab();

    @Test
    void oneForkAnswersAndTheOthersAreForgotten() {
        var leg = lab.call();
        lab.answer("INVITE", 183, "a", true, "Require: 100rel", "RSeq: 1");
        lab.answer("INVITE", 180, "b", false);
        lab.answer("INVITE", 200, "b", true, "Record-Route: <sip:127.0.0.1:5080;lr>");
        assertThat(lab.heard()).isEqualTo("Progress 183, Progress 180, Answered+sdp");
        leg.info("text/plain", "x");
        assertThat(DialogLab.header(lab.last("INFO"), "To")).endsWith("tag=b");
        assertThat(DialogLab.header(lab.last("INFO"), "Route")).contains("5080");
        lab.callee("INFO", "a", 1, false);
        assertThat(lab.sent()).endsWith("481 INFO");
        lab.callee("INFO", "b", 1, false);
        assertThat(lab.sent()).isEqualTo("200 INFO");
    }

    @Test
    void aSecondAnswerIsAcknowledgedAndHungUpWithItsOwnNumbers() {
        lab.call();
        lab.answer("INVITE", 183, "a", true, "Require: 100rel", "RSeq: 1");
        String invite = lab.last("INVITE");
        lab.answer("INVITE", 200, "b", true);
        lab.sent();
        lab.answerTo(invite, 200, "a", true);
        assertThat(lab.sent()).isEqualTo("ACK, BYE");
        // The PRACK in this fork was number 2.
        assertThat(DialogLab.header(lab.last("BYE"), "CSeq")).isEqualTo("3 BYE");
        assertThat(DialogLab.header(lab.last("ACK"), "CSeq")).isEqualTo("1 ACK");
        lab.answerTo(invite, 200, "a", true);
        assertThat(lab.sent()).isEqualTo("ACK");
        assertThat(lab.heard()).isEqualTo("Progress 183, Answered+sdp");
    }

    @Test
    void aForkThatAnswersAfterTheCallEndedIsHungUp() {
        var leg = lab.call();
        String invite = lab.last("INVITE");
        lab.answer("INVITE", 200, "a", true);
        leg.end(EndReason.normal());
        lab.answer("BYE", 200, "a", false);
        lab.sent();
        lab.answerTo(invite, 200, "b", true);
        assertThat(lab.sent()).isEqualTo("ACK, BYE");
        lab.answer("BYE", 200, "b", false);
        lab.pass(40_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @Test
    void aForkEndsAloneBy199() {
        lab.call();
        assertThat(DialogLab.header(lab.last("INVITE"), "Supported")).contains("199");
        lab.answer("INVITE", 180, "a", false);
        lab.answer("INVITE", 199, "a", false);
        assertThat(lab.heard()).isEqualTo("Progress 180");
        lab.sent();
        lab.callee("INFO", "a", 1, false);
        assertThat(lab.sent()).isEqualTo("481 INFO");
        lab.answer("INVITE", 200, "b", true);
        assertThat(lab.heard()).isEqualTo("Answered+sdp");
    }

    @Test
    void aCalleeThatSaysByeEarlyHasEndedItsForkOnly() {
        var leg = lab.call();
        lab.answer("INVITE", 180, "a", false);
        lab.sent();
        lab.callee("BYE", "a", 1, false);
        assertThat(lab.sent()).isEqualTo("200 BYE");
        assertThat(lab.heard()).isEqualTo("Progress 180");
        leg.end(EndReason.normal());
        lab.answer("INVITE", 487, "a", false);
        assertThat(lab.heard()).isEqualTo("Ended US 200");
    }

    @Test
    void requestsOfForksNeverHeardOfAreUnknown() {
        lab.call();
        lab.answer("INVITE", 180, "a", false);
        lab.sent();
        lab.callee("UPDATE", "stranger", 1, true);
        assertThat(lab.sent()).isEqualTo("481 UPDATE");
    }

    @Test
    void forksWithoutEndAreHeardButNotRemembered() {
        lab.call();
        for (int i = 0; i < 50; i++) {
            lab.answer("INVITE", 180, "fork" + i, false, "Require: 100rel", "RSeq: 1");
        }
        assertThat(lab.count("PRACK")).isEqualTo(20);
    }

    @Test
    void answersOfForksWithoutEndAreNotHeard() {
        lab.call();
        String invite = lab.last("INVITE");
        for (int i = 0; i < 50; i++) {
            lab.answerTo(invite, 200, "fork" + i, true);
        }
        assertThat(lab.count("ACK")).isEqualTo(20);
        assertThat(lab.count("BYE")).isEqualTo(19);
    }

    @Test
    void cancelWaitsForTheFirstResponse() {
        var leg = lab.call();
        leg.end(EndReason.normal());
        assertThat(lab.count("CANCEL")).isZero();
        lab.answer("INVITE", 100, "", false);
        assertThat(lab.count("CANCEL")).isEqualTo(1);
        lab.answer("CANCEL", 200, "", false);
        lab.answer("INVITE", 487, "a", false);
        assertThat(lab.heard()).isEqualTo("Ended US 200");
    }

    @Test
    void anAnswerThatCrossesCancelIsHungUp() {
        var leg = lab.call();
        lab.answer("INVITE", 180, "a", false);
        leg.end(EndReason.normal());
        lab.answer("INVITE", 200, "a", true);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp, CANCEL, ACK, BYE");
        lab.answer("BYE", 200, "a", false);
        assertThat(lab.heard()).isEqualTo("Progress 180, Ended US 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 486, 603})
    void aRefusalThatCrossesCancelIsTold(int status) {
        var leg = lab.call();
        lab.answer("INVITE", 180, "a", false);
        leg.end(EndReason.normal());
        lab.answer("INVITE", status, "a", false);
        assertThat(lab.heard()).isEqualTo("Progress 180, Rejected " + status);
    }

    @Test
    void anAnswerLongAfterCancelIsHungUpToo() {
        var leg = lab.call();
        String invite = lab.last("INVITE");
        lab.answer("INVITE", 180, "a", false);
        leg.end(EndReason.normal());
        lab.pass(32_100);
        assertThat(lab.heard()).isEqualTo("Progress 180, Ended US 200");
        lab.pass(20_000);
        lab.sent();
        lab.answerTo(invite, 200, "a", true);
        assertThat(lab.sent()).isEqualTo("ACK, BYE");
        lab.pass(80_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @Test
    void aCancelledCallThatNobodyAnswersLeavesNothingBehind() {
        var leg = lab.call();
        lab.answer("INVITE", 180, "a", false);
        leg.end(EndReason.normal());
        lab.pass(70_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @Test
    void anEarlyDialogIsStillAcknowledgedWhileTheCallIsCancelled() {
        var leg = lab.call();
        lab.answer("INVITE", 180, "a", false);
        leg.end(EndReason.normal());
        lab.sent();
        lab.answer("INVITE", 183, "a", true, "Require: 100rel", "RSeq: 1");
        assertThat(lab.sent()).isEqualTo("PRACK");
        assertThat(lab.heard()).isEqualTo("Progress 180");
    }

    @Test
    void aRedirectIsAFinalAnswer() {
        lab.call();
        lab.answer("INVITE", 302, "a", false);
        assertThat(lab.heard()).isEqualTo("Rejected 302");
        assertThat(lab.sent()).isEqualTo("INVITE+sdp, ACK");
    }

    @Test
    void aStrictRouterGetsItsOwnUriAndTheTargetLast() {
        var leg = lab.call();
        lab.answer("INVITE", 200, "a", true, "Record-Route: <sip:127.0.0.1:5081>, <sip:127.0.0.1:5080>");
        assertThat(lab.last("ACK")).startsWith("ACK sip:127.0.0.1:5080 ");
        leg.info("text/plain", "x");
        assertThat(lab.last("INFO").lines().filter(line -> line.startsWith("Route: ")))
                .containsExactly("Route: <sip:127.0.0.1:5081>", "Route: <sip:peer-a@127.0.0.1:5070>");
    }
}
