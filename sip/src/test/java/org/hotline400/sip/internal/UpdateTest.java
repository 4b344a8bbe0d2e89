package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Offers that travel by UPDATE (RFC 3311), and which meet each other (RFC 3261 §14).
class UpdateTest {

    private static final String ALLOW = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE, PRACK";
    private static final SipReply EARLY_MEDIA =
            SipReply.of(183, "Session Progress").withSdp(DialogLab.SDP);
    private static final SipReply ANSWER = SipReply.of(200, "OK").withSdp(DialogLab.SDP);

    private final DialogLab lab = new DialogLab();

    /// A call of ours whose early session is agreed on.
    private OutgoingLeg early(String tag) {
        var leg = lab.call();
        lab.answer("INVITE", 183, tag, true, "Require: 100rel", "RSeq: 1", ALLOW);
        lab.answer("PRACK", 200, tag, false);
        lab.sent();
        lab.heard();
        return leg;
    }

    private IncomingLeg confirmed() {
        var leg = lab.invited(ALLOW);
        leg.answer(ANSWER);
        lab.caller("ACK", 1, false);
        lab.sent();
        lab.heard();
        return leg;
    }

    @Test
    void anEarlyOfferOfOursGoesByUpdate() {
        var leg = early("a");
        leg.offer(DialogLab.SDP);
        assertThat(lab.sent()).isEqualTo("UPDATE+sdp");
        String update = lab.last("UPDATE");
        assertThat(update).startsWith("UPDATE sip:peer-a@127.0.0.1:5070 ");
        assertThat(DialogLab.header(update, "Contact")).contains(":5060");
        assertThat(DialogLab.header(update, "Allow")).contains("UPDATE");
        lab.answer("UPDATE", 200, "a", true);
        assertThat(lab.heard()).isEqualTo("OfferAnswered");
    }

    @Test
    void withoutUpdateAnEarlyOfferWaitsForTheAnswerAndGoesByReInvite() {
        var leg = lab.call();
        lab.answer("INVITE", 180, "a", false);
        lab.sent();
        leg.offer(DialogLab.SDP);
        assertThat(lab.sent()).isEqualTo("-");
        lab.answer("INVITE", 200, "a", true);
        assertThat(lab.sent()).isEqualTo("ACK, INVITE+sdp");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void aPeerThatDoesNotKnowUpdateAfterAllIsAskedByReInvite(int status) {
        var leg = early("a");
        leg.offer(DialogLab.SDP);
        lab.answer("UPDATE", status, "a", false);
        lab.answer("INVITE", 200, "a", false);
        assertThat(lab.sent()).isEqualTo("UPDATE+sdp, ACK, INVITE+sdp");
        assertThat(lab.heard()).isEqualTo("Answered+sdp");
    }

    @Test
    void theCalleeMayUpdateEarlyAndTheCallGoesOn() {
        var leg = early("a");
        lab.callee("UPDATE", "a", 1, true);
        assertThat(lab.heard()).isEqualTo("Offered UPDATE+sdp");
        leg.answerOffer(DialogLab.SDP);
        assertThat(lab.sent()).isEqualTo("200 UPDATE+sdp");
        lab.callee("UPDATE", "b", 1, true);
        assertThat(lab.sent()).isEqualTo("481 UPDATE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAnEarlyUpdateHasChangedHoldsAfterTheAnswer(boolean repeated) {
        var leg = early("a");
        lab.describe(50_000);
        lab.callee("UPDATE", "a", 1, true);
        leg.answerOffer(DialogLab.SDP);
        lab.describe(40_000);
        lab.answer("INVITE", 200, "a", repeated);
        assertThat(lab.lastHeard())
                .isInstanceOfSatisfying(
                        LegEvent.Answered.class,
                        answered -> assertThat(answered.sdp())
                                .hasValueSatisfying(sdp -> assertThat(sdp).contains("m=audio 50000 ")));
    }

    @Test
    void anUpdateBeforeTheFirstAnswerMeetsOurOffer() {
        lab.call();
        lab.answer("INVITE", 180, "a", false, ALLOW);
        lab.sent();
        lab.callee("UPDATE", "a", 1, true);
        assertThat(lab.sent()).isEqualTo("491 UPDATE");
    }

    @Test
    void aCallersUpdateBeforeOurAnswerHasToComeLater() {
        lab.invited(ALLOW).progress(SipReply.of(180, "Ringing"));
        lab.sent();
        lab.caller("UPDATE", 2, true);
        assertThat(lab.sent()).isEqualTo("500 UPDATE");
        assertThat(Integer.parseInt(DialogLab.header(lab.last("500"), "Retry-After")))
                .isBetween(0, 10);
    }

    @Test
    void aCallerMayUpdateOnceTheEarlySessionStands() {
        var leg = lab.invited("Supported: 100rel", ALLOW);
        leg.progress(EARLY_MEDIA);
        lab.caller("PRACK", 2, false, "RAck: " + DialogLab.header(lab.last("183"), "RSeq") + " 1 INVITE");
        lab.sent();
        lab.caller("UPDATE", 3, true);
        assertThat(lab.heard()).isEqualTo("Offered UPDATE+sdp");
        leg.answerOffer(DialogLab.SDP);
        leg.offer(DialogLab.SDP);
        assertThat(lab.sent()).isEqualTo("200 UPDATE+sdp, UPDATE+sdp");
        lab.caller("UPDATE", 4, true);
        assertThat(lab.sent()).isEqualTo("491 UPDATE");
    }

    @Test
    void anUpdateWithoutOfferRefreshesTheTarget() {
        var leg = confirmed();
        lab.receive(lastUpdate(2).replace("sip:peer@127.0.0.1:5070>", "sip:moved@127.0.0.1:5071>"));
        assertThat(lab.sent()).isEqualTo("200 UPDATE");
        leg.info("text/plain", "x");
        assertThat(lab.last("INFO")).startsWith("INFO sip:moved@127.0.0.1:5071 ");
    }

    private String lastUpdate(int cseq) {
        String to = DialogLab.header(lab.last("200 INVITE"), "To");
        return """
                UPDATE sip:us@127.0.0.1:5060 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bKupdate
                From: <sip:peer@127.0.0.1>;tag=peer
                To: %s
                Call-ID: c1
                CSeq: %d UPDATE
                Contact: <sip:peer@127.0.0.1:5070>
                Content-Length: 0

                """.formatted(to, cseq).replace("\n", "\r\n");
    }

    @Test
    void theOwnerOfTheCallIdWaitsLongerAfterGlare() {
        var called = confirmed();
        called.offer(DialogLab.SDP);
        lab.answer("INVITE", 491, "peer", false);
        lab.sent();
        lab.pass(2_010);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");

        var other = new DialogLab();
        var calling = other.call();
        other.answer("INVITE", 200, "a", true);
        calling.offer(DialogLab.SDP);
        other.answer("INVITE", 491, "a", false);
        other.sent();
        other.pass(2_090);
        assertThat(other.sent()).isEqualTo("-");
        other.pass(1_920);
        assertThat(other.sent()).isEqualTo("INVITE+sdp");
    }

    @Test
    void aReInviteThatMeetsOursGets491AndOursIsAnswered() {
        var leg = confirmed();
        leg.offer(DialogLab.SDP);
        lab.caller("INVITE", 2, true);
        lab.caller("UPDATE", 3, true);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp, 491 INVITE, 491 UPDATE");
        lab.answer("INVITE", 200, "peer", true);
        assertThat(lab.heard()).isEqualTo("OfferAnswered");
        assertThat(lab.sent()).isEqualTo("ACK");
        lab.answer("INVITE", 200, "peer", true);
        assertThat(lab.sent()).isEqualTo("ACK");
    }

    @Test
    void aRefusalThatSaysWhenToComeBackIsTriedAgainThen() {
        var leg = confirmed();
        leg.offer(DialogLab.SDP);
        lab.answer("INVITE", 500, "peer", false, "Retry-After: 3");
        lab.sent();
        lab.pass(2_900);
        assertThat(lab.sent()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");
        lab.answer("INVITE", 488, "peer", false);
        assertThat(lab.heard()).isEqualTo("OfferRefused 488");
        leg.info("text/plain", "x");
        assertThat(lab.sent()).isEqualTo("ACK, INFO");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 481})
    void aReInviteIntoNowhereEndsTheCall(int status) {
        confirmed().offer(DialogLab.SDP);
        lab.answer("INVITE", status, "peer", false);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp, ACK, BYE");
        assertThat(lab.heard()).isEqualTo("Ended NETWORK " + status);
    }

    @Test
    void aReInviteThatOnlyRingsIsCancelledAndGivenUp() {
        confirmed().offer(DialogLab.SDP);
        lab.answer("INVITE", 100, "peer", false);
        lab.pass(64_100);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp, CANCEL");
        lab.answer("CANCEL", 200, "peer", false);
        lab.pass(32_100);
        assertThat(lab.heard()).isEqualTo("Ended NETWORK 408");
        lab.pass(40_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @Test
    void aReInviteWithoutOfferGetsOursAndItsAckTheAnswer() {
        var leg = confirmed();
        lab.caller("INVITE", 2, false);
        assertThat(lab.heard()).isEqualTo("Offered INVITE");
        leg.answerOffer(DialogLab.SDP);
        lab.caller("UPDATE", 3, true);
        lab.caller("INVITE", 4, true);
        assertThat(lab.sent()).isEqualTo("100 INVITE, 200 INVITE+sdp, 491 UPDATE, 491 INVITE");
        lab.caller("ACK", 2, true);
        assertThat(lab.heard()).isEqualTo("Confirmed+sdp");
    }

    /// RFC 5407 §3.1.4: a proxy with several workers may hand on a re-INVITE before the ACK that was sent before it.
    @Test
    void aReInviteThatOvertakesTheAckIsTakenAndTheLateAckChangesNothing() {
        var leg = lab.invited();
        leg.answer(SipReply.of(200, "OK").withSdp(DialogLab.SDP));
        lab.sent();
        lab.caller("INVITE", 2, true);
        assertThat(lab.heard()).isEqualTo("Confirmed, Offered INVITE+sdp");
        lab.caller("ACK", 1, false);
        leg.answerOffer(DialogLab.SDP);
        assertThat(lab.sent()).isEqualTo("100 INVITE, 200 INVITE+sdp");
        lab.caller("ACK", 2, false);
        lab.pass(40_000);
        assertThat(lab.sent() + lab.heard())
                .as("said and heard after all is settled")
                .isEqualTo("--");
    }

    @Test
    void ourOfferWaitsForTheAckOfTheirs() {
        var leg = confirmed();
        lab.caller("INVITE", 2, true);
        leg.offer(DialogLab.SDP);
        leg.answerOffer(DialogLab.SDP);
        assertThat(lab.sent()).isEqualTo("100 INVITE, 200 INVITE+sdp");
        lab.caller("ACK", 2, false);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");
    }

    @Test
    void anOfferThatTheApplicationForgetsIsRefusedInTime() {
        confirmed();
        lab.caller("UPDATE", 2, true);
        lab.pass(16_100);
        assertThat(lab.sent()).isEqualTo("500 UPDATE");
    }
}
