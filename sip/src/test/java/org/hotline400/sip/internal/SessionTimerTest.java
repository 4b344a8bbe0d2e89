package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Session timers (RFC 4028), both ways.
class SessionTimerTest {

    private static final String TIMER = "Supported: timer";
    private static final String ALLOW = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE";
    private static final SipReply ANSWER = SipReply.of(200, "OK").withSdp(DialogLab.SDP);

    private DialogLab lab = new DialogLab();

    private IncomingLeg answered(String... headers) {
        var leg = lab.invited(headers);
        leg.answer(ANSWER);
        lab.caller("ACK", 1, false);
        lab.sent();
        lab.heard();
        return leg;
    }

    /// The rules of RFC 4028 §9, table 2, and of the interval.
    @ParameterizedTest
    @CsvSource({
        "Supported: timer, Subject: none,                        1800;refresher=uac, true",
        "Supported: timer, Session-Expires: 600,                 600;refresher=uac,  true",
        "Supported: timer, Session-Expires: 3600,                1800;refresher=uac, true",
        "Supported: timer, x: 600;refresher=uas,                 600;refresher=uas,  true",
        "Supported: timer, Session-Expires: 600;refresher=uac,   600;refresher=uac,  true",
        "Supported: timer, Min-SE: 2000,                         2000;refresher=uac, true",
        "Subject: none,    Session-Expires: 600,                 600;refresher=uas,  false",
        "Subject: none,    Session-Expires: 60,                  90;refresher=uas,   false",
        "Subject: none,    Expires: 9,                           1800;refresher=uas, false",
    })
    void ourAnswerSetsTheTimerByTheRules(String supported, String asked, String granted, boolean required) {
        answered(supported, asked);
        assertThat(DialogLab.header(lab.last("200 INVITE"), "Session-Expires")).isEqualTo(granted);
        assertThat(lab.last("200 INVITE").contains("Require: timer")).isEqualTo(required);
    }

    @Test
    void anIntervalTooShortIsRefusedWithOurLeast() {
        lab.invite(1, "z9hG4bKshort", true, TIMER, "Session-Expires: 60");
        assertThat(lab.sent()).isEqualTo("422 INVITE");
        assertThat(DialogLab.header(lab.last("422"), "Min-SE")).isEqualTo("90");
        lab.invite(2, "z9hG4bKbad", true, TIMER, "Session-Expires: soon");
        assertThat(lab.sent()).isEqualTo("400 INVITE");
    }

    @Test
    void whoShouldRefreshAndDoesNotIsHungUpOnInTime() {
        answered(TIMER, "Session-Expires: 600");
        lab.pass(567_900);
        assertThat(lab.heard()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.sent()).isEqualTo("BYE");
        assertThat(lab.heard()).isEqualTo("Ended NETWORK 408");
        lab.pass(40_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "UPDATE"})
    void aRefreshBeginsANewInterval(String method) {
        var leg = answered(TIMER, ALLOW, "Session-Expires: 600");
        lab.pass(300_000);
        lab.caller(method, 2, method.equals("INVITE"), TIMER, "Session-Expires: 600;refresher=uac");
        leg.answerOffer(DialogLab.SDP);
        assertThat(DialogLab.header(lab.last("200 " + method), "Session-Expires"))
                .isEqualTo("600;refresher=uac");
        lab.caller("ACK", 2, false);
        lab.heard();
        lab.pass(567_900);
        assertThat(lab.heard()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.heard()).isEqualTo("Ended NETWORK 408");
    }

    @Test
    void weRefreshByUpdateAtHalfTime() {
        answered(TIMER, ALLOW, "Session-Expires: 600;refresher=uas");
        lab.pass(299_900);
        assertThat(lab.sent()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.sent()).isEqualTo("UPDATE");
        String update = lab.last("UPDATE");
        assertThat(DialogLab.header(update, "Session-Expires")).isEqualTo("600;refresher=uac");
        assertThat(DialogLab.header(update, "Supported")).contains("timer");
        lab.answer("UPDATE", 200, "peer", false, "Require: timer", "Session-Expires: 600;refresher=uac");
        lab.pass(300_100);
        assertThat(lab.sent()).isEqualTo("UPDATE");
        assertThat(lab.heard()).isEqualTo("-");
    }

    @Test
    void withoutUpdateWeRefreshByReInviteThatChangesNothing() {
        answered(TIMER, "Session-Expires: 600;refresher=uas");
        lab.pass(300_100);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");
        assertThat(lab.last("INVITE")).contains(DialogLab.SDP);
        lab.answer("INVITE", 200, "peer", true, "Require: timer", "Session-Expires: 600;refresher=uac");
        assertThat(lab.sent()).isEqualTo("ACK");
    }

    @Test
    void aRefusedRefreshIsTriedAgainUntilTheIntervalEnds() {
        answered(TIMER, ALLOW, "Session-Expires: 600;refresher=uas");
        lab.pass(300_100);
        lab.answer("UPDATE", 488, "peer", false);
        lab.sent();
        lab.pass(134_200);
        assertThat(lab.sent()).isEqualTo("UPDATE");
        lab.answer("UPDATE", 488, "peer", false);
        for (int i = 0; i < 20 && lab.heard().equals("-"); i++) {
            lab.pass(10_000);
            if (lab.sent().equals("UPDATE")) {
                lab.answer("UPDATE", 488, "peer", false);
            }
        }
        assertThat(lab.last("BYE")).contains("Nobody refreshed the session");
        assertThat(lab.now()).isBetween(568_000L, 580_000L);
    }

    @Test
    void aRefreshThatMeetsTheirsIsTriedAgainSoon() {
        answered(TIMER, "Session-Expires: 600;refresher=uas");
        lab.pass(300_100);
        lab.answer("INVITE", 491, "peer", false);
        lab.sent();
        lab.pass(2_100);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");
    }

    @Test
    void aRefreshThatNobodyAnswersEndsTheCall() {
        answered(TIMER, ALLOW, "Session-Expires: 600;refresher=uas");
        lab.pass(332_200);
        assertThat(lab.heard()).isEqualTo("Ended NETWORK 408");
        assertThat(lab.count("BYE")).isEqualTo(1);
    }

    @Test
    void aPeerWithoutTimersIsAskedWhetherItIsStillThere() {
        answered("Subject: none");
        lab.pass(900_100);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");
        lab.answer("INVITE", 488, "peer", false);
        assertThat(lab.sent()).isEqualTo("ACK");
        lab.pass(900_100);
        assertThat(lab.sent()).isEqualTo("INVITE+sdp");
        lab.answer("INVITE", 200, "peer", true);
        lab.pass(900_100);
        lab.answer("INVITE", 481, "peer", false);
        assertThat(lab.heard()).isEqualTo("OfferAnswered, Ended NETWORK 481");
    }

    // As caller

    @Test
    void ourInviteAsksForATimerAndForALongerOneWhenTold() {
        lab = new DialogLab(new SipSessions(Duration.ofMinutes(10), Duration.ofMinutes(2), true));
        lab.call();
        String first = lab.last("INVITE");
        assertThat(DialogLab.header(first, "Session-Expires")).isEqualTo("600");
        assertThat(DialogLab.header(first, "Min-SE")).isEqualTo("120");
        assertThat(DialogLab.header(first, "Supported")).contains("timer");
        lab.answer("INVITE", 422, "a", false, "Min-SE: 1200");
        assertThat(lab.sent()).isEqualTo("INVITE+sdp, ACK, INVITE+sdp");
        String second = lab.last("INVITE");
        assertThat(DialogLab.header(second, "Session-Expires")).isEqualTo("1200");
        assertThat(DialogLab.header(second, "Min-SE")).isEqualTo("1200");
        assertThat(DialogLab.header(second, "CSeq")).isEqualTo("2 INVITE");
        assertThat(DialogLab.header(second, "Call-ID")).isEqualTo(DialogLab.header(first, "Call-ID"));
        assertThat(lab.heard()).isEqualTo("-");
        lab.answer("INVITE", 422, "a", false, "Min-SE: 1200");
        assertThat(lab.heard()).isEqualTo("Rejected 422");
    }

    @Test
    void theCalleeMayTakeTheRefreshingOnItself() {
        lab.call();
        lab.answer("INVITE", 200, "a", true, "Require: timer", "Session-Expires: 90;refresher=uas");
        lab.sent();
        lab.pass(59_900);
        assertThat(lab.sent()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.sent()).isEqualTo("BYE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;refresher=uas", "1;refresher=uac"})
    void anIntervalBelowTheLeastOfAllIsTakenForThat(String interval) {
        lab.call();
        lab.answer("INVITE", 200, "a", true, ALLOW, "Require: timer", "Session-Expires: " + interval);
        lab.sent();
        lab.pass(44_900);
        assertThat(lab.sent()).isEqualTo("-");
        assertThat(lab.heard()).isEqualTo("Answered+sdp");
    }

    @Test
    void whoNeverDescribedHimselfAndCannotUpdateIsNotAskedWithoutEnd() {
        var leg = lab.invitedWithoutOffer();
        leg.answer(SipReply.of(200, "OK"));
        lab.caller("ACK", 1, false);
        lab.pass(900_100);
        assertThat(lab.count("UPDATE")).isEqualTo(1);
        lab.answer("UPDATE", 405, "peer", false);
        assertThat(lab.count("UPDATE")).isEqualTo(1);
        lab.pass(900_100);
        assertThat(lab.count("UPDATE")).isGreaterThan(1);
    }

    @Test
    void weRefreshWhereTheCalleeSaysSo() {
        var leg = lab.call();
        lab.answer("INVITE", 200, "a", true, ALLOW, "Require: timer", "Session-Expires: 90;refresher=uac");
        lab.sent();
        lab.pass(45_100);
        assertThat(lab.sent()).isEqualTo("UPDATE");
        lab.answer("UPDATE", 422, "a", false, "Min-SE: 600");
        assertThat(lab.sent()).isEqualTo("UPDATE");
        assertThat(DialogLab.header(lab.last("UPDATE"), "Session-Expires")).isEqualTo("600;refresher=uac");
        lab.answer("UPDATE", 200, "a", false, "Session-Expires: 600;refresher=uac");
        lab.pass(299_000);
        assertThat(lab.sent()).isEqualTo("-");
        leg.end(EndReason.normal());
        lab.answer("BYE", 200, "a", false);
        lab.pass(40_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @Test
    void anUpdateTooShortIsRefusedInTheDialogToo() {
        answered(TIMER, ALLOW);
        lab.caller("UPDATE", 2, false, TIMER, "Session-Expires: 30");
        assertThat(lab.sent()).isEqualTo("422 UPDATE");
    }
}
