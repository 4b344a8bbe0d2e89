package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ports of one engine talking over real sockets.
class MediaPortTest {
    private final Ear here = new Ear();
    private final Ear there = new Ear();
    private MediaEngine engine;
    private MediaPort a;
    private MediaPort b;

    @BeforeEach
    void connect() throws IOException {
        engine = Ranges.engine(8, 1);
        a = engine.open(here);
        b = engine.open(there);
        a.connect(StreamTerms.to(b.local(), Codec.PCMA));
        b.connect(StreamTerms.to(a.local(), Codec.PCMA));
        a.listenTo(here);
        b.listenTo(there);
    }

    @AfterEach
    void everythingIsGivenBack() {
        engine.close();
        assertThat(engine.statistics()).isEqualTo(new MediaStatistics(0, 0, 0));
    }

    @Test
    void tonesArriveBothWays() {
        a.play(Tones.sine(440));
        b.play(Tones.sine(700));
        there.awaitTone(440);
        here.awaitTone(700);
        assertThat(there.heard(700)).isFalse();
        assertThat(there.all(MediaEvent.Latched.class)).containsExactly(new MediaEvent.Latched(a.local()));
        assertThat(b.statistics().foreign()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 50, 60})
    void tonesArriveWhateverThePacketTime(int millis) {
        a.connect(new StreamTerms(
                b.local(),
                Codec.PCMU,
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                true,
                Duration.ofMillis(millis)));
        b.connect(StreamTerms.to(a.local(), Codec.PCMU));
        a.play(Tones.sine(440));
        there.awaitTone(440);
    }

    @Test
    void aPlaybackThatEndsIsToldOnceAndOneThatIsStoppedIsNot() {
        Playback stopped = a.play(Tones.sine(440));
        there.awaitTone(440);
        stopped.stop();
        await().until(() -> engine.statistics().playbacks() == 0);
        Playback whole = a.play(Tones.sine(700, Duration.ofMillis(800)).source());
        await().until(() -> !here.all(MediaEvent.Played.class).isEmpty());
        there.awaitTone(700);
        assertThat(here.all(MediaEvent.Played.class)).containsExactly(new MediaEvent.Played(whole));
    }

    @Test
    void anInterjectionIsHeardAboveAPromptWhichGoesOnAfterItToItsEnd() {
        Playback prompt = a.play(Tones.sine(440, Duration.ofMillis(1200)).source());
        there.awaitTone(440);
        a.interject(Tones.sine(1400, Duration.ofMillis(600)));
        there.awaitTone(1400);
        await().until(() -> !here.all(MediaEvent.Played.class).isEmpty());
        assertThat(here.all(MediaEvent.Played.class)).containsExactly(new MediaEvent.Played(prompt));
        await().untilAsserted(() -> assertThat(lasted(there.samples(), 440)).isBetween(1100, 1300));
        assertThat(lasted(there.samples(), 1400)).isBetween(500, 700);
    }

    @Test
    void anInterjectionIsHeardAboveABridgeWhichGoesOnAfterIt() {
        Ear caller = new Ear();
        MediaPort ours = engine.open(new Ear());
        MediaPort theirs = engine.open(caller);
        ours.connect(StreamTerms.to(theirs.local(), Codec.PCMU));
        theirs.connect(StreamTerms.to(ours.local(), Codec.PCMU));
        theirs.listenTo(caller);
        a.bridge(ours);
        b.play(Tones.sine(700));
        caller.awaitTone(700);

        ours.interject(Tones.sine(1400, Duration.ofMillis(600)));

        caller.awaitTone(1400);
        int mark = caller.samples().length;
        await().until(() -> {
            short[] all = caller.samples();
            return all.length > mark + 4000 && ToneDetector.level(all, all.length - 1600, 1600, 700) > 0.9;
        });
        assertThat(lasted(caller.samples(), 1400)).isBetween(500, 700);
    }

    /// Milliseconds of this tone, in steps of 20.
    private static int lasted(short[] heard, int hz) {
        int frames = 0;
        for (int from = 0; from + 160 <= heard.length; from += 160) {
            frames += ToneDetector.level(heard, from, 160, hz) > 0.9 ? 1 : 0;
        }
        return frames * 20;
    }

    @Test
    void aKeyStopsThePrompt() {
        Playback[] prompt = new Playback[1];
        MediaPort menu = engine.open(event -> {
            if (event instanceof MediaEvent.KeyPressed) {
                prompt[0].stop();
            }
        });
        menu.connect(StreamTerms.to(b.local(), Codec.PCMA));
        b.connect(StreamTerms.to(menu.local(), Codec.PCMA));
        prompt[0] = menu.play(Tones.sine(440));
        there.awaitTone(440);
        b.press("1");
        await().until(() -> engine.statistics().playbacks() == 0);
    }

    @Test
    void keysGoBothWaysEachToldOnce() {
        a.press("1233#d");
        b.press("*0");
        there.awaitKeys("1233#D");
        here.awaitKeys("*0");
    }

    @Test
    void keysAreToldOnceOnABadNetwork() {
        a.disturb(new Disturbance(0.2, Duration.ofMillis(30), Duration.ofMillis(50), 400));
        a.press("123456");
        there.awaitKeys("123456");
    }

    @Test
    void withoutAgreedEventsKeysArePressedAsTones() {
        a.connect(inBand(b));
        b.hearKeysInBand(true);
        a.press("5");
        there.awaitKeys("5");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> a.press("12x"))
                .hasMessageContaining("0-9, *, # and A-D")
                .hasMessageContaining("12x");
    }

    @Test
    void onHoldNothingIsSentAndThePromptGoesOn() {
        a.connect(new StreamTerms(
                b.local(), Codec.PCMA, OptionalInt.of(101), OptionalInt.of(101), false, true, Duration.ofMillis(20)));
        a.play(Tones.sine(440, Duration.ofMillis(100)).source());
        a.press("1");
        await().until(() -> here.all(MediaEvent.Played.class).size() == 1);
        assertThat(a.statistics().sent()).isZero();
        assertThat(there.keys()).isEmpty();
    }

    @Test
    void silenceOfAPeerThatIsExpectedToSendIsToldOnce() {
        b.expect(Duration.ofMillis(600));
        await().until(() -> there.all(MediaEvent.Silent.class).size() == 1);
        a.play(Tones.sine(440, Duration.ofMillis(300)).source());
        await().until(() -> there.all(MediaEvent.Silent.class).size() == 2);
        assertThat(there.all(MediaEvent.Silent.class)).containsOnly(new MediaEvent.Silent(Duration.ofMillis(600)));
        assertThat(here.all(MediaEvent.Silent.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false", "false, false"})
    void aPeerThatHoldsOrOnlyListensMayBeSilent(boolean sends, boolean receives) {
        a.expect(Duration.ofMillis(100));
        b.expect(Duration.ofMillis(100));
        b.connect(new StreamTerms(
                a.local(),
                Codec.PCMA,
                OptionalInt.empty(),
                OptionalInt.empty(),
                sends,
                receives,
                Duration.ofMillis(20)));
        await().until(() -> here.all(MediaEvent.Silent.class).size() == 1);
        a.play(Tones.sine(440, Duration.ofMillis(200)).source());
        await().until(() -> here.all(MediaEvent.Played.class).size() == 1);
        // As long as it took a to notice, b has noticed nothing more than before it was held.
        assertThat(there.all(MediaEvent.Silent.class)).hasSizeLessThan(2);
    }

    @Test
    void aListenerOrSourceOrSinkThatThrowsHarmsNobody() {
        MediaPort broken = engine.open(event -> {
            throw new IllegalStateException("a broken listener");
        });
        broken.connect(StreamTerms.to(b.local(), Codec.PCMA));
        broken.listenTo(frame -> {
            throw new IllegalStateException("a broken sink");
        });
        broken.play(frame -> {
            throw new IllegalStateException("a broken source");
        });
        await().until(() -> engine.statistics().playbacks() == 0);
        a.play(Tones.sine(440));
        there.awaitTone(440);
        broken.close();
        await().until(() -> engine.statistics().ports() == 2);
    }

    @Test
    void lossIsCountedExactlyOnceTheStreamIsComplete() {
        a.disturb(new Disturbance(0.3, Duration.ZERO, Duration.ofMillis(45), 7));
        a.play(Tones.sine(440, Duration.ofSeconds(1)).source());
        await().until(() -> here.all(MediaEvent.Played.class).size() == 1);
        a.disturb(Disturbance.NONE);
        a.play(Tones.sine(440, Duration.ofMillis(200)).source());
        await().until(() -> here.all(MediaEvent.Played.class).size() == 2);
        // With this seed the first packet passes, so that nothing is lost unnoticed.
        await().until(() -> b.statistics().received() + b.statistics().lost()
                == a.statistics().sent());
        assertThat(b.statistics().lost()).isBetween(3L, 30L);
    }

    @Test
    void verbsAfterCloseDoNothing() {
        a.close();
        await().until(() -> engine.statistics().ports() == 1);
        a.play(Tones.sine(440)).stop();
        a.press("1");
        a.close();
        Tape tape = new Tape();
        Recording recording = a.record(tape);
        tape.awaitClosed();
        recording.stop();
        assertThat(tape.failed()).isFalse();
        assertThat(engine.statistics()).isEqualTo(new MediaStatistics(1, 0, 0));
    }

    @Test
    void badTermsAreRefused() {
        assertThatThrownBy(() -> new StreamTerms(
                        b.local(),
                        Codec.PCMA,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        true,
                        true,
                        Duration.ofMillis(25)))
                .hasMessageContaining("packetTime");
        assertThatThrownBy(() -> a.bridge(a)).hasMessageContaining("another port of the same engine");
        assertThat(List.of(Codec.PCMU.payloadType(), Codec.PCMA.payloadType())).containsExactly(0, 8);
    }

    private static StreamTerms inBand(MediaPort peer) {
        return new StreamTerms(
                peer.local(), Codec.PCMA, OptionalInt.empty(), OptionalInt.empty(), true, true, Duration.ofMillis(20));
    }
}
