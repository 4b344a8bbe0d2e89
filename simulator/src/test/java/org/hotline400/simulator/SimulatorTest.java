package org.hotline400.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hotline400.media.Disturbance;
import org.hotline400.media.Wav;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.sdp.AudioFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two carriers call each other: real SIP and real audio over loopback.
@Timeout(30)
class SimulatorTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final String SHOP = "13800138000";

    private Simulator here;
    private Simulator there;
    private Carrier caller;
    private Carrier callee;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        here = Simulator.start(SimulatorSettings.onLoopback());
        there = Simulator.start(SimulatorSettings.onLoopback());
        caller = here.carrier();
        callee = there.carrier();
        caller.serve(callee.address());
    }

    @AfterEach
    void everythingIsGivenBack() {
        here.close();
        there.close();
        assertThat(here.media().statistics().ports()).isZero();
        assertThat(there.media().statistics().ports()).isZero();
    }

    private Call dial(Voice voice) {
        return caller.call(Order.to(SHOP).from("13912345678").saying(voice));
    }

    @Test
    void tonesArriveBothWays() throws Exception {
        var shop = callee.phone(SHOP, Behaviour.answers(Voice.tone(700)));

        var call = dial(Voice.tone(400)).awaitAnswered(SOON);

        call.heard().awaitTone(700, A_WHILE, SOON);
        var arrived = shop.awaitCall(SOON);
        arrived.heard().awaitTone(400, A_WHILE, SOON);
        assertThat(call.heard().tone(400, A_WHILE))
                .as("no echo of the own tone")
                .isFalse();
        call.hangUp();
        assertThat(arrived.awaitEnded(SOON).by()).isEqualTo(LegEvent.Side.PEER);
        assertThat(call.awaitEnded(SOON).status()).isEqualTo(200);
    }

    @Test
    void whatWasHeardIsSavedAsWav() throws Exception {
        callee.phone(SHOP, Behaviour.answers(Voice.tone(700)));
        var call = dial(Voice.tone(400)).awaitAnswered(SOON);
        call.heard().awaitTone(700, A_WHILE, SOON);

        var wav = folder.resolve("heard.wav");
        call.heard().save(wav);

        assertThat(Files.size(wav)).isGreaterThan(0);
        assertThat(Wav.read(wav).mixed().length()).isGreaterThanOrEqualTo(A_WHILE);
        assertThat(dial(Voice.file(wav)).awaitAnswered(SOON).answeredAt()).isPresent();
        callee.phone(SHOP, Behaviour.answers(Voice.file(wav)));
        dial(Voice.tone(400)).awaitAnswered(SOON).heard().awaitTone(700, A_WHILE, SOON);
    }

    @Test
    void keysArriveInOrderBothWays() throws Exception {
        var shop = callee.phone(
                SHOP,
                Behaviour.answers(Duration.ZERO, Talk.saying(Voice.tone(700)).pressing("1")));
        var call = dial(Voice.tone(400)).awaitAnswered(SOON);

        call.press("12*#");

        assertThat(shop.awaitCall(SOON).awaitKeys(4, SOON)).isEqualTo("12*#");
        assertThat(call.awaitKeys(1, SOON)).isEqualTo("1");
    }

    @Test
    void aPhoneRingsForAWhileThenAnswers() throws Exception {
        callee.phone(SHOP, Behaviour.answersAfter(A_WHILE, Voice.tone(700)));

        var call = dial(Voice.tone(400)).awaitAnswered(SOON);

        assertThat(Duration.between(
                        call.ringingAt().orElseThrow(), call.answeredAt().orElseThrow()))
                .isBetween(A_WHILE.minusMillis(50), A_WHILE.plusSeconds(1));
    }

    @Test
    void aPhoneHangsUpByItself() throws Exception {
        callee.phone(
                SHOP,
                Behaviour.answers(Duration.ZERO, Talk.saying(Voice.tone(700)).hangingUpAfter(A_WHILE)));

        var ending = dial(Voice.tone(400)).awaitAnswered(SOON).awaitEnded(SOON);

        assertThat(ending.by()).isEqualTo(LegEvent.Side.PEER);
        assertThat(ending.q850()).hasValue(16);
    }

    @Test
    void aBusyPhoneRefusesWithItsCause() throws Exception {
        callee.phone(SHOP, Behaviour.busy());

        var ending = dial(Voice.tone(400)).awaitEnded(SOON);

        assertThat(ending.status()).isEqualTo(486);
        assertThat(ending.q850()).hasValue(17);
    }

    @Test
    void aPhoneDeclines() throws Exception {
        callee.phone(SHOP, Behaviour.declines());

        assertThat(dial(Voice.tone(400)).awaitEnded(SOON).status()).isEqualTo(603);
    }

    @Test
    void aNumberWithoutPhoneIsNotFoundUnlessSaidOtherwise() throws Exception {
        assertThat(caller.call("13700000000", "13912345678").awaitEnded(SOON).status())
                .isEqualTo(404);

        callee.elsewhere(Behaviour.refuses(480, "Temporarily Unavailable"));
        assertThat(caller.call("13700000000", "13912345678").awaitEnded(SOON).status())
                .isEqualTo(480);
    }

    @Test
    void aPhoneThatNeverAnswersIsGivenUp() throws Exception {
        var shop = callee.phone(SHOP, Behaviour.neverAnswers());
        var call = dial(Voice.tone(400)).awaitRinging(SOON);

        call.hangUp();

        assertThat(call.awaitEnded(SOON).status()).isEqualTo(487);
        assertThat(shop.awaitCall(SOON).awaitEnded(SOON).by()).isEqualTo(LegEvent.Side.PEER);
        assertThatThrownBy(() -> call.awaitAnswered(SOON)).isInstanceOf(CallOverException.class);
    }

    @Test
    void aPhoneWithoutProgressGivesNoSign() throws Exception {
        callee.phone(SHOP, new Behaviour.NoProgress());
        var call = dial(Voice.tone(400));

        assertThatThrownBy(() -> call.awaitRinging(A_WHILE)).isInstanceOf(TookTooLongException.class);

        call.hangUp();
        assertThat(call.awaitEnded(SOON).status()).isEqualTo(487);
    }

    @Test
    void anAnnouncementIsHeardBeforeTheRefusal() throws Exception {
        callee.phone(
                SHOP,
                new Behaviour.Announces(
                        Voice.tone(600), Duration.ofSeconds(1), Behaviour.refuses(480, "Switched Off")));

        var call = dial(new Voice.Silence());
        var ending = call.awaitEnded(SOON);

        assertThat(ending.status()).isEqualTo(480);
        assertThat(call.answeredAt()).isEmpty();
        assertThat(call.heard().longestTone(600)).isGreaterThanOrEqualTo(A_WHILE);
    }

    @Test
    void anAnnouncementMayEndInAnAnswer() throws Exception {
        callee.phone(SHOP, new Behaviour.Announces(Voice.tone(600), A_WHILE, Behaviour.answers(Voice.tone(700))));

        var call = dial(Voice.tone(400)).awaitAnswered(SOON);

        call.heard().awaitTone(700, A_WHILE, SOON);
    }

    @Test
    void aPhoneThatKnowsOnlyMuLawIsUnderstood() throws Exception {
        var shop = callee.phone(
                SHOP,
                Behaviour.answers(Duration.ZERO, Talk.saying(Voice.tone(700)).using(AudioFormat.PCMU)));

        var call = dial(Voice.tone(400)).awaitAnswered(SOON);

        call.heard().awaitTone(700, A_WHILE, SOON);
        shop.awaitCall(SOON).heard().awaitTone(400, A_WHILE, SOON);
    }

    @Test
    void phonesWithoutACommonCodecDoNotTalk() throws Exception {
        callee.phone(
                SHOP,
                Behaviour.answers(Duration.ZERO, Talk.saying(Voice.tone(700)).using(AudioFormat.PCMU)));

        var call =
                caller.call(Order.to(SHOP).talking(Talk.saying(Voice.tone(400)).using(AudioFormat.PCMA)));

        assertThat(call.awaitEnded(SOON).status()).isEqualTo(488);
    }

    @Test
    void aPhoneThatVanishesAnswersNothingAnyMore() throws Exception {
        var shop = callee.phone(SHOP, new Behaviour.Vanishes(Duration.ZERO, Talk.saying(Voice.tone(700)), A_WHILE));
        var call = dial(Voice.tone(400)).awaitAnswered(SOON);
        call.heard().awaitTone(700, Duration.ofMillis(100), SOON);

        assertThat(shop.awaitCall(SOON).awaitEnded(SOON).text()).isEqualTo("vanished");

        assertThat(call.endsWithin(A_WHILE)).as("no BYE comes").isFalse();
        var heard = call.heard().length();
        await().atMost(SOON).until(() -> call.heard().length().compareTo(heard.plus(A_WHILE)) > 0);
        assertThat(call.heard().soundSince(heard.plusMillis(100))).isFalse();
        call.hangUp();
        assertThat(call.endsWithin(A_WHILE)).as("nor an answer to ours").isFalse();
    }

    @Test
    void aLostMessageIsSentAgain() throws Exception {
        callee.phone(SHOP, Behaviour.answers(Voice.tone(700)));
        var invites = new AtomicInteger();
        callee.lose(message -> message.incoming() && message.isRequest("INVITE") && invites.incrementAndGet() == 1);

        dial(Voice.tone(400)).awaitAnswered(SOON);

        assertThat(invites).hasValueGreaterThanOrEqualTo(2);
    }

    @Test
    void lostAudioIsMissedByTheOtherSide() throws Exception {
        var shop = callee.phone(SHOP, Behaviour.answers(Voice.tone(700)));
        var call = dial(Voice.tone(400)).awaitAnswered(SOON);

        call.disturb(new Disturbance(0.5, Duration.ZERO, Duration.ZERO, 42));

        var arrived = shop.awaitCall(SOON);
        await().atMost(SOON).until(() -> arrived.statistics().lost() > 10);
    }

    @Test
    void optionsAreAnsweredUntilSwitchedOff() {
        assertThat(caller.options(callee.address(), SOON).status()).isEqualTo(200);

        callee.answerOptions(false);

        assertThat(caller.options(callee.address(), A_WHILE).status()).isEqualTo(408);
    }

    @Test
    void aCarrierMayAskForCredentials() throws Exception {
        var account = new SipAccount("trunk-1", "a password of the test");
        try (var strict = Simulator.start(SimulatorSettings.onLoopback().requiring(account))) {
            strict.carrier().phone(SHOP, Behaviour.answers(Voice.tone(700)));
            caller.serve(strict.carrier().address());

            assertThat(dial(Voice.tone(400)).awaitEnded(SOON).status()).isEqualTo(407);
            var wrong = Order.to(SHOP).as(new SipAccount("trunk-1", "another"));
            assertThat(caller.call(wrong).awaitEnded(SOON).status()).isEqualTo(403);
            caller.call(Order.to(SHOP).as(account)).awaitAnswered(SOON).hangUp();
        }
    }

    @Test
    void whatCameInCanBeLookedAt() throws Exception {
        callee.phone(SHOP, Behaviour.busy());

        caller.call(Order.to(SHOP)
                        .from("13912345678")
                        .with("P-Asserted-Identity", "<sip:13912345678@carrier.example>")
                        .with("Diversion", "<sip:4008888888@carrier.example>;reason=unconditional"))
                .awaitEnded(SOON);

        var invite = callee.invitesTo(SHOP).getFirst();
        assertThat(invite.header("From").orElseThrow()).contains("sip:13912345678@");
        assertThat(invite.header("P-Asserted-Identity")).hasValue("<sip:13912345678@carrier.example>");
        assertThat(invite.headers("Diversion"))
                .containsExactly("<sip:4008888888@carrier.example>;reason=unconditional");
    }

    @Test
    void aWithheldNumberIsAnonymous() throws Exception {
        callee.phone(SHOP, Behaviour.busy());

        caller.call(Order.to(SHOP).from("")).awaitEnded(SOON);

        assertThat(callee.invitesTo(SHOP).getFirst().header("From").orElseThrow())
                .contains("anonymous.invalid");
    }

    @Test
    void twoHundredCallsAtOnce() throws Exception {
        var shop = callee.phone(
                SHOP,
                Behaviour.answers(Duration.ZERO, Talk.saying(Voice.tone(700)).hangingUpAfter(Duration.ofSeconds(2))));

        List<Call> calls =
                IntStream.range(0, 200).mapToObj(i -> dial(Voice.tone(400))).toList();

        for (var call : calls) {
            assertThat(call.awaitEnded(Duration.ofSeconds(15)).status()).isEqualTo(200);
            // A busy machine may break the tone up; a tenth of a second of it proves the path.
            assertThat(call.heard().longestTone(700)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
        assertThat(shop.timesCalled()).isEqualTo(200);
    }
}
