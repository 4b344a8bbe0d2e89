package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline400.media.ToneDetector;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.RecordingOrder;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.server.calls.VoicemailOrder;
import org.hotline400.server.calls.VoicemailOutcome;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;
import org.hotline400.sip.sdp.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The phone port on real SIP and RTP: each story is a call.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class SipPhoneTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    private static final String BRANCH = "01066660011";
    private static final Announcement MUSIC = tone("tone-2100-500");
    private static final TalkTerms TALK = new TalkTerms(Duration.ofMinutes(1), Duration.ofSeconds(30), MUSIC);
    private static final Duration HALF = Duration.ofMillis(500);

    @Test
    void aCallerHearsAMenuPressesAKeyAndTalksToWhomHeChose() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var key = phone.ask(tone("tone-1000-5000"), Duration.ofSeconds(5));
            phone.dial(order(BRANCH, 10));
            phone.record(new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1)));
            return key + " " + phone.talk(TALK);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));

            call.awaitAnswered(SOON);
            call.heard().awaitTone(1000, HALF, SOON);
            call.press("1");
            call.heard().awaitTone(700, Duration.ofSeconds(1), SOON);
            branch.lastCall().heard().awaitTone(400, Duration.ofSeconds(1), SOON);
            call.hangUp();

            assertThat(lab.outcome()).isEqualTo(new Keypress.Pressed('1') + " " + TalkEnd.CALLER_HUNG_UP);
            assertThat(branch.lastCall().awaitEnded(SOON).q850()).hasValue(16);
            var tape = lab.tapes.poll();
            assertThat(share(tape.side(0).samples(), 400)).isGreaterThan(0.8);
            assertThat(share(tape.side(1).samples(), 700)).isGreaterThan(0.8);
            thenNothingIsLeft(lab);
        }
    }

    /// How much of the middle of a recording is this tone.
    private static double share(short[] samples, int hz) {
        return ToneDetector.level(samples, samples.length / 4, samples.length / 2, hz);
    }

    @Test
    void theForwardedLegShowsTheTrueCallerAndCarriesThe400NumberInDiversion() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.dial(order(BRANCH, 1)))) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.busy());
            lab.simulator.carrier().call(Order.to("4008888888").from("13812345678"));
            lab.outcome();

            var invite = lab.simulator.carrier().invitesTo(BRANCH).getFirst();
            assertThat(invite.header("From").orElseThrow())
                    .contains("13812345678")
                    .doesNotContain("4008888888");
            assertThat(invite.header("P-Asserted-Identity").orElseThrow()).contains("13812345678");
            assertThat(invite.header("Diversion").orElseThrow()).contains("4008888888", "reason=unconditional");
            assertThat(String.join(",", invite.headers("History-Info"))).contains("4008888888", BRANCH);
        }
    }

    @Test
    void ofTwoAssertedIdentitiesTheNumberCountsAndEarlierDiversionsAreKept() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.call().callerRaw() + phone.dial(order(BRANCH, 1)))) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.busy());
            lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .from("13700000000")
                            .with("P-Asserted-Identity", "<sip:li.lei@127.0.0.1>, <tel:+8613812345678>")
                            .with("Diversion", "<sip:01066660000@127.0.0.1>;reason=no-answer"));
            assertThat(lab.outcome().toString()).startsWith("+8613812345678");

            var invite = lab.simulator.carrier().invitesTo(BRANCH).getFirst();
            assertThat(invite.headers("Diversion")).hasSize(2);
            assertThat(invite.headers("Diversion").getFirst()).contains("4008888888");
            assertThat(invite.headers("Diversion").getLast()).contains("01066660000", "reason=no-answer");
        }
    }

    @Test
    void aWithheldCallerStaysWithheldFromTheCalled() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.call().callerRaw() + phone.dial(order(BRANCH, 1)))) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.busy());
            lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .from("13812345678")
                            .with("Privacy", "id")
                            .with("P-Asserted-Identity", "<sip:13812345678@127.0.0.1>"));
            assertThat(lab.outcome().toString()).doesNotContain("1381234");

            var invite = lab.simulator.carrier().invitesTo(BRANCH).getFirst();
            // The carrier, whom we trust, is told who calls and that it is not for the called (RFC 3325 §7).
            assertThat(invite.header("Privacy")).contains("id");
            assertThat(invite.header("P-Asserted-Identity").orElseThrow()).contains("13812345678");
            assertThat(invite.header("From").orElseThrow())
                    .contains("anonymous")
                    .doesNotContain("13812345678");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "486, Busy Here, Busy",
        "600, Busy Everywhere, Busy",
        "603, Decline, Declined",
        "404, Not Found, Unreachable",
        "410, Gone, Unreachable",
        "480, Temporarily Unavailable, Unreachable",
        "488, Not Acceptable Here, NoCommonCodec",
        "503, Service Unavailable, Failed",
        "500, Server Internal Error, Failed",
        "403, Forbidden, Failed",
    })
    void eachFinalAnswerOfATargetHasItsOutcome(int status, String phrase, String outcome) throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.dial(order(BRANCH, 5)))) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.refuses(status, phrase));
            lab.simulator.carrier().call("4008888888", "13812345678");
            var result = (DialOutcome) lab.outcome();
            assertThat(result.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(result.signalling().sipStatus()).hasValue(status);
            assertThat(result.signalling().text()).isEqualTo("the called carrier answered " + status + " " + phrase);
        }
    }

    @Test
    void aTargetThatRingsTooLongIsCancelled() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var outcome = phone.dial(order(BRANCH, 1));
            assertThat(phone.quality()).as("no audio flowed").isEmpty();
            return outcome;
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.neverAnswers());
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.NoAnswer.class);
            assertThat(branch.lastCall().awaitEnded(SOON).status()).isEqualTo(487);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aTargetThatGivesNoSignIsUnreachable() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.dial(new DialOrder(
                TenantId.OPERATOR,
                new Target.Line(BRANCH),
                Optional.of(NUMBER),
                Duration.ofSeconds(5),
                HALF,
                false)))) {
            lab.simulator.carrier().phone(BRANCH, new Behaviour.NoProgress());
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.Unreachable.class);
        }
    }

    @Test
    void inRingbackModeTheCallerIsAnsweredWhenTheTargetAnswers() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            phone.dial(order(BRANCH, 10));
            return phone.talk(TALK);
        })) {
            var branch = lab.simulator
                    .carrier()
                    .phone(
                            BRANCH,
                            Behaviour.answers(
                                    HALF, Talk.saying(Voice.tone(700)).hangingUpAfter(Duration.ofSeconds(2))));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.awaitRinging(SOON);
            assertThat(call.answeredAt()).isEmpty();
            call.heard().awaitTone(700, HALF, SOON);
            branch.lastCall().heard().awaitTone(400, HALF, SOON);
            assertThat(call.answeredAt().orElseThrow())
                    .isAfterOrEqualTo(branch.lastCall().answeredAt().orElseThrow());
            assertThat(lab.outcome()).isEqualTo(TalkEnd.TARGET_HUNG_UP);
            assertThat(call.awaitEnded(SOON).status()).isEqualTo(200);
        }
    }

    @Test
    void whatASwitchedOffPhonesCarrierSaysReachesTheUnansweredCaller() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            return phone.dial(new DialOrder(
                    TenantId.OPERATOR,
                    new Target.Line(BRANCH),
                    Optional.of(NUMBER),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    true));
        })) {
            lab.simulator
                    .carrier()
                    .phone(
                            BRANCH,
                            new Behaviour.Announces(
                                    Voice.tone(900), Duration.ofSeconds(2), Behaviour.refuses(480, "Switched off")));
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.heard().awaitTone(900, HALF, SOON);
            assertThat(call.answeredAt()).isEmpty();
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.Unreachable.class);
        }
    }

    @Test
    void anAnnouncementBeforeTheAnswerIsEarlyMedia() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.play(tone("tone-800-1500"));
            phone.hangUp(HangUp.UNKNOWN_NUMBER);
            return "said";
        })) {
            var call = lab.simulator.carrier().call("4001230000", "13812345678");
            call.heard().awaitTone(800, HALF, SOON);
            assertThat(call.awaitEnded(SOON).status()).isEqualTo(404);
            assertThat(call.awaitEnded(SOON).q850()).hasValue(1);
            assertThat(call.answeredAt()).isEmpty();
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void anAnsweredCallerHearsTheRingbackToneWhileATargetRings() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            return phone.dial(order(BRANCH, 3));
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.heard().awaitTone(450, HALF, SOON);
            lab.outcome();
        }
    }

    @Test
    void keysPressedAheadAreKeptForTheNextQuestion() throws Exception {
        try (var lab = PhoneLab.leading(phone -> "" + phone.ask(tone("tone-1000-2000"), Duration.ofSeconds(5))
                + phone.ask(tone("tone-1100-2000"), Duration.ofSeconds(5)))) {
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.awaitAnswered(SOON).press("12");
            assertThat(lab.outcome()).isEqualTo("" + new Keypress.Pressed('1') + new Keypress.Pressed('2'));
        }
    }

    @Test
    void aCallerWhoPressesNothingIsNotWaitedForLongerThanAgreed() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.ask(tone("tone-1000-200"), Duration.ofMillis(300)))) {
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome()).isEqualTo(new Keypress.Nothing());
        }
    }

    @Test
    void keysOfTheConversationReachTheTarget() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH, 10));
            return phone.talk(TALK);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(700, HALF, SOON);
            call.press("42#");
            assertThat(branch.lastCall().awaitKeys(3, SOON)).isEqualTo("42#");
            call.hangUp();
            lab.outcome();
        }
    }

    @Test
    void callerAndTargetOfDifferentCodecsHearEachOther() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH, 10));
            return phone.talk(TALK);
        })) {
            var branch = lab.simulator
                    .carrier()
                    .phone(
                            BRANCH,
                            Behaviour.answers(
                                    Duration.ZERO, Talk.saying(Voice.tone(700)).using(AudioFormat.PCMU)));
            var call = lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .talking(Talk.saying(Voice.tone(400)).using(AudioFormat.PCMA)));
            call.heard().awaitTone(700, HALF, SOON);
            branch.lastCall().heard().awaitTone(400, HALF, SOON);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
        }
    }

    /// Whoever of a fleet of phones drops its calls with "destination out of order" (27) is seen at both ends.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCauseOfAByeIsCarriedOnToTheOtherSide(boolean callerHangsUp) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH, 5));
            return phone.talk(TALK);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = branch.awaitCall(SOON);
            call.heard().awaitTone(700, HALF, SOON);
            (callerHangsUp ? call : target).hangUp(27);
            lab.outcome();
            var ending = (callerHangsUp ? target : call).awaitEnded(SOON);
            assertThat(ending.q850()).hasValue(27);
        }
    }

    @Test
    void aCallWithoutACodecInCommonIsRefusedWith488() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            return "answered";
        })) {
            var call = lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .talking(Talk.saying(Voice.tone(400)).using(new AudioFormat(18, "G729", 8000))));
            assertThat(call.awaitEnded(SOON).status()).isEqualTo(488);
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            PhoneFailedException.class,
                            failed -> assertThat(failed.hangUp()).isEqualTo(HangUp.NO_COMMON_CODEC));
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aCallerWhoHangsUpWhileATargetRingsTakesTheTargetWithHim() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            return phone.dial(order(BRANCH, 30));
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            branch.awaitCall(SOON).awaitRinging(SOON);
            call.awaitRinging(SOON).hangUp();
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            CallerGoneException.class,
                            gone -> assertThat(gone.signalling()).isPresent());
            assertThat(branch.lastCall().awaitEnded(SOON).status()).isEqualTo(487);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void silenceFromBothSidesEndsTheConversation() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH, 10));
            return phone.talk(new TalkTerms(Duration.ofMinutes(1), Duration.ofSeconds(1), MUSIC));
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answers(new Voice.Silence()));
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.awaitAnswered(SOON);
            assertThat(lab.outcome()).isIn(TalkEnd.CALLER_SILENT, TalkEnd.TARGET_SILENT);
            call.awaitEnded(SOON);
        }
    }

    @Test
    void theLongestTalkIsEndedByThePlatform() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH, 10));
            return phone.talk(new TalkTerms(Duration.ofSeconds(1), Duration.ofSeconds(30), MUSIC));
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            assertThat(lab.outcome()).isEqualTo(TalkEnd.MAX_LENGTH);
            call.awaitEnded(SOON);
            branch.lastCall().awaitEnded(SOON);
        }
    }

    @Test
    void aMessageIsTakenUntilTheStopKey() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.takeMessage(message(Duration.ofSeconds(5))))) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(BEEP, Duration.ofMillis(100), SOON);
            await().atMost(SOON)
                    .until(() -> lab.tapes.peek() != null
                            && lab.tapes.peek().length().compareTo(Duration.ofSeconds(2)) > 0);
            call.press("#");
            var outcome = (VoicemailOutcome) lab.outcome();
            assertThat(outcome.by()).isEqualTo(VoicemailOutcome.EndedBy.KEY);
            assertThat(outcome.length()).isGreaterThan(Duration.ofSeconds(2));
            var tape = lab.tapes.poll();
            assertThat(tape.isDiscarded()).isFalse();
            assertThat(share(tape.side(0).samples(), 400)).isGreaterThan(0.8);
        }
    }

    private static final int BEEP = 1000;

    @Test
    void aMessageInWhichNothingIsSaidIsDiscarded() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.takeMessage(message(Duration.ofSeconds(1))))) {
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome()).isEqualTo(new VoicemailOutcome(Duration.ZERO, VoicemailOutcome.EndedBy.SILENCE));
            assertThat(lab.tapes.poll().isDiscarded()).isTrue();
        }
    }

    @Test
    void aCallFromNoTrunkIsForbiddenAndToldOf() throws Exception {
        try (var lab = PhoneLab.trustingNobody()) {
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(call.awaitEnded(SOON).status()).isEqualTo(403);
            var refused = lab.refused.poll(5, TimeUnit.SECONDS);
            assertThat(refused.reason()).isEqualTo(EndReason.UNTRUSTED_SOURCE);
            assertThat(refused.call().dialledRaw()).isEqualTo("4008888888");
        }
    }

    @Test
    void anInviteTheStackRefusesIsToldOfAsMalformed() throws Exception {
        try (var lab = PhoneLab.leading(_ -> "never led")) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").with("Require", "an-extension-nobody-has"));
            assertThat(call.awaitEnded(SOON).status()).isEqualTo(420);
            var refused = lab.refused.poll(5, TimeUnit.SECONDS);
            assertThat(refused.reason()).isEqualTo(EndReason.MALFORMED);
            assertThat(refused.sipStatus()).isEqualTo(420);
        }
    }

    @Test
    void aPlatformThatStopsEndsItsCallsOnBothSides() throws Exception {
        var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH, 10));
            return phone.talk(TALK);
        });
        try (lab) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(700, HALF, SOON);

            lab.threads.drain(Duration.ofMillis(100));

            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            PhoneFailedException.class,
                            failed -> assertThat(failed.hangUp()).isEqualTo(HangUp.PLATFORM_FAILURE));
            call.awaitEnded(SOON);
            branch.lastCall().awaitEnded(SOON);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aCallerGoneBetweenTheTargetsAnswerAndTheTalkTakesTheTargetWithHim() throws Exception {
        var gone = new CompletableFuture<Void>();
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            phone.dial(order(BRANCH, 10));
            gone.orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
            return phone.talk(TALK);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            branch.awaitCall(SOON).awaitAnswered(SOON);
            call.hangUp();
            call.awaitEnded(SOON);
            gone.complete(null);

            assertThat(lab.outcome()).isInstanceOf(CallerGoneException.class);
            assertThat(call.answeredAt()).isEmpty();
            branch.lastCall().awaitEnded(SOON);
            thenNothingIsLeft(lab);
        }
    }

    private static VoicemailOrder message(Duration silence) {
        return new VoicemailOrder(
                new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1)), '#', Duration.ofMinutes(1), silence);
    }

    private static DialOrder order(String number, int ringSeconds) {
        return new DialOrder(
                TenantId.OPERATOR,
                new Target.Line(number),
                Optional.of(NUMBER),
                Duration.ofSeconds(ringSeconds),
                Duration.ofSeconds(5),
                false);
    }

    private static void thenNothingIsLeft(PhoneLab lab) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(lab.threads.count()).isZero();
            assertThat(lab.media.statistics().ports()).isZero();
            assertThat(lab.media.statistics().recordings()).isZero();
            assertThat(lab.stack.statistics().legs()).isZero();
        });
    }
}
