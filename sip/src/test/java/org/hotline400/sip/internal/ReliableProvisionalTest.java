package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reliable provisional responses, sent and received (RFC 3262).
class ReliableProvisionalTest {

    private static final String SUPPORTED = "Supported: 100rel";
    private static final String REQUIRED = "Require: 100rel";
    private static final SipReply RINGING = SipReply.of(180, "Ringing");
    private static final SipReply EARLY_MEDIA =
            SipReply.of(183, "Session Progress").withSdp(DialogLab.SDP);
    private static final SipReply ANSWER = SipReply.of(200, "OK").withSdp(DialogLab.SDP);

    private final DialogLab lab = new DialogLab();

    private String acknowledgement() {
        return "RAck: " + DialogLab.header(lab.last("183"), "RSeq") + " 1 INVITE";
    }

    @ParameterizedTest
    @CsvSource({
        "Subject: none,     180 INVITE,     183 INVITE+sdp",
        "Supported: 100rel, 180 INVITE,     183 INVITE+sdp+rel",
        "Require: 100rel,   180 INVITE+rel, -",
    })
    void whatGoesReliablyIsForTheCallerToSay(String header, String ringing, String media) {
        var leg = lab.invited(header);
        lab.sent();
        leg.progress(RINGING);
        assertThat(lab.sent()).isEqualTo(ringing);
        leg.progress(EARLY_MEDIA);
        assertThat(lab.sent()).isEqualTo(media);
    }

    @Test
    void earlyMediaGoesUnreliablyWhereSettingsSaySo() {
        var plain = new DialogLab(new SipSessions(Duration.ofMinutes(30), Duration.ofSeconds(90), false));
        var leg = plain.invited(SUPPORTED);
        plain.sent();
        leg.progress(EARLY_MEDIA);
        assertThat(plain.sent()).isEqualTo("183 INVITE+sdp");
    }

    @Test
    void itIsRepeatedUntilThePrackWhichTheAnswerAwaits() {
        var leg = lab.invited(SUPPORTED);
        lab.sent();
        leg.progress(EARLY_MEDIA);
        lab.pass(3_600);
        assertThat(lab.count("183")).isEqualTo(4);
        leg.answer(ANSWER);
        assertThat(lab.count("200 INVITE")).isZero();
        lab.sent();
        lab.caller("PRACK", 2, false, acknowledgement());
        assertThat(lab.sent()).isEqualTo("200 PRACK, 200 INVITE+sdp");
        lab.pass(20_000);
        assertThat(lab.count("183")).isEqualTo(4);
    }

    @Test
    void theAnswerDoesNotAwaitThePrackOfAPlainRinging() {
        var leg = lab.invited(REQUIRED);
        leg.progress(RINGING);
        lab.sent();
        leg.answer(ANSWER);
        assertThat(lab.sent()).isEqualTo("200 INVITE+sdp");
        lab.caller("ACK", 1, false);
        lab.pass(2_000);
        assertThat(lab.count("180")).isEqualTo(1);
        lab.caller("PRACK", 2, false, "RAck: " + DialogLab.header(lab.last("180"), "RSeq") + " 1 INVITE");
        assertThat(lab.sent()).isEqualTo("200 PRACK");
    }

    @Test
    void oneIsOutstandingAtATimeAndNumbersRise() {
        var leg = lab.invited(REQUIRED);
        leg.progress(RINGING);
        leg.progress(EARLY_MEDIA);
        assertThat(lab.count("183")).isZero();
        long first = Long.parseLong(DialogLab.header(lab.last("180"), "RSeq"));
        lab.caller("PRACK", 2, false, "RAck: " + first + " 1 INVITE");
        assertThat(Long.parseLong(DialogLab.header(lab.last("183"), "RSeq"))).isEqualTo(first + 1);
        assertThat(DialogLab.header(lab.last("183"), "Require")).isEqualTo("100rel");
    }

    @Test
    void withoutPrackTheCallIsRefusedAfter64T1() {
        lab.invited(SUPPORTED).progress(EARLY_MEDIA);
        lab.pass(31_900);
        assertThat(lab.heard()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.heard()).isEqualTo("Ended NETWORK 504");
        assertThat(lab.last("504")).contains("504 Server Time-out");
        lab.pass(40_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @ParameterizedTest
    @CsvSource({"RAck: 1 1 INVITE", "RAck: RSEQ 2 INVITE", "RAck: RSEQ 1 OPTIONS", "RAck: RSEQ", "Subject: none"})
    void aPrackForNothingIsToldSo(String header) {
        lab.invited(SUPPORTED).progress(EARLY_MEDIA);
        lab.sent();
        lab.caller("PRACK", 2, false, header.replace("RSEQ", DialogLab.header(lab.last("183"), "RSeq")));
        assertThat(lab.sent()).isEqualTo("481 PRACK");
        lab.caller("PRACK", 3, false, acknowledgement());
        assertThat(lab.sent()).isEqualTo("200 PRACK");
        lab.caller("PRACK", 4, false, acknowledgement());
        assertThat(lab.sent()).isEqualTo("481 PRACK");
    }

    @Test
    void aPrackMayCarryAnOfferThatTheApplicationAnswers() {
        var leg = lab.invited(SUPPORTED);
        leg.progress(EARLY_MEDIA);
        lab.sent();
        lab.caller("PRACK", 2, true, acknowledgement());
        assertThat(lab.heard()).isEqualTo("Offered PRACK+sdp");
        leg.answer(ANSWER);
        assertThat(lab.sent()).isEqualTo("-");
        leg.answerOffer(DialogLab.SDP);
        // The session has changed since the INVITE's answer: the 200 does not repeat a description.
        assertThat(lab.sent()).isEqualTo("200 PRACK+sdp, 200 INVITE");
    }

    @Test
    void anOfferInAPrackIsRefusedStreamByStream() {
        var leg = lab.invited(SUPPORTED);
        leg.progress(EARLY_MEDIA);
        lab.caller("PRACK", 2, true, acknowledgement());
        leg.refuseOffer(488, "Not Acceptable Here");
        assertThat(lab.last("200 PRACK")).contains("m=audio 0 RTP/AVP 8");
    }

    @Test
    void aCallWithoutOfferGetsOursReliablyAndAnswersInThePrack() {
        var leg = lab.invitedWithoutOffer(SUPPORTED);
        lab.sent();
        leg.progress(EARLY_MEDIA);
        assertThat(lab.sent()).isEqualTo("183 INVITE+sdp+rel");
        lab.caller("PRACK", 2, true, acknowledgement());
        assertThat(lab.sent()).isEqualTo("200 PRACK");
        assertThat(lab.heard()).isEqualTo("OfferAnswered");
        leg.answer(SipReply.of(200, "OK").withSdp(DialogLab.SDP));
        // With a description the 2xx would be a new offer.
        assertThat(lab.sent()).isEqualTo("200 INVITE");
    }

    @Test
    void anUnreliableResponseMakesNoOffer() {
        var leg = lab.invitedWithoutOffer();
        lab.sent();
        leg.progress(EARLY_MEDIA);
        assertThat(lab.sent()).isEqualTo("183 INVITE");
    }

    @Test
    void theLastProvisionalIsSaidAgainEachMinute() {
        lab.invited().progress(RINGING);
        lab.pass(181_000);
        assertThat(lab.count("180")).isEqualTo(4);
    }

    // As caller

    private void reliable(int status, String tag, long number, boolean sdp) {
        lab.answer("INVITE", status, tag, sdp, "Require: 100rel", "RSeq: " + number);
    }

    @Test
    void eachReliableResponseIsAcknowledgedOnceAndInOrder() {
        lab.call();
        assertThat(DialogLab.header(lab.last("INVITE"), "Supported")).contains("100rel");
        lab.sent();
        reliable(180, "a", 7, false);
        assertThat(lab.sent()).isEqualTo("PRACK");
        assertThat(DialogLab.header(lab.last("PRACK"), "RAck")).isEqualTo("7 1 INVITE");
        assertThat(DialogLab.header(lab.last("PRACK"), "CSeq")).isEqualTo("2 PRACK");
        lab.answer("PRACK", 200, "a", false);
        reliable(180, "a", 7, false);
        reliable(183, "a", 9, true);
        assertThat(lab.sent()).isEqualTo("-");
        reliable(183, "a", 8, true);
        assertThat(DialogLab.header(lab.last("PRACK"), "RAck")).isEqualTo("8 1 INVITE");
        assertThat(lab.heard()).isEqualTo("Progress 180, Progress 183");
    }

    @Test
    void forksAreNumberedEachByItself() {
        lab.call();
        reliable(183, "a", 7, true);
        reliable(183, "b", 900, true);
        String second = lab.last("PRACK");
        assertThat(DialogLab.header(second, "RAck")).isEqualTo("900 1 INVITE");
        assertThat(DialogLab.header(second, "To")).endsWith("tag=b");
        assertThat(second).startsWith("PRACK sip:peer-b@127.0.0.1:5070 ");
        assertThat(DialogLab.header(second, "CSeq")).isEqualTo("2 PRACK");
    }

    @Test
    void anAnswerGivenReliablyHoldsWhenThe200HasNone() {
        lab.call();
        reliable(183, "a", 1, true);
        lab.answer("PRACK", 200, "a", false);
        lab.answer("INVITE", 200, "a", false);
        assertThat(lab.heard()).isEqualTo("Progress 183, Answered+sdp");
    }

    /// An announcement was answered for reliably, then the party itself, somewhere else: some carriers say it so.
    @Test
    void aFinalAnswerThatDescribesAnotherPlaceIsBelieved() {
        lab.call();
        reliable(183, "a", 1, true);
        lab.answer("PRACK", 200, "a", false);
        lab.describe(47_110);
        lab.answer("INVITE", 200, "a", true);
        assertThat(lab.lastHeard())
                .isInstanceOfSatisfying(
                        LegEvent.Answered.class,
                        answered -> assertThat(answered.sdp())
                                .hasValueSatisfying(sdp -> assertThat(sdp).contains("m=audio 47110 ")));
    }

    @Test
    void aPrackThatNobodyAnswersLeavesNothingBehind() {
        var leg = lab.call();
        reliable(183, "a", 1, true);
        lab.pass(40_000);
        leg.end(EndReason.normal());
        lab.answer("CANCEL", 200, "a", false);
        lab.answer("INVITE", 487, "a", false);
        assertThat(lab.heard()).isEqualTo("Progress 183, Ended US 200");
        lab.pass(40_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }
}
