package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final long TOLERANCE = 40;

    private final Ear here = new Ear();
    private final Ear there = new Ear();
    private final Tape tape = new Tape();
    private MediaEngine engine;
    private MediaPort a;
    private MediaPort phone;

    @BeforeEach
    void connect() throws IOException {
        engine = Ranges.engine(8, 1);
        a = engine.open(here);
        phone = engine.open(there);
        a.connect(StreamTerms.to(phone.local(), Codec.PCMA));
        phone.connect(StreamTerms.to(a.local(), Codec.PCMA));
        phone.listenTo(there);
    }

    @AfterEach
    void everythingIsGivenBack() {
        engine.close();
        assertThat(engine.statistics()).isEqualTo(new MediaStatistics(0, 0, 0));
    }

    @Test
    void eachSideHasItsChannelAndTheLengthIsRight() {
        a.play(Tones.sine(440));
        phone.play(Tones.sine(700));
        there.awaitTone(440);
        recordFor(1000);
        assertTone(tape.left(), 700);
        assertTone(tape.right(), 440);
        assertThat(tape.failed()).isFalse();
    }

    @Test
    void aBridgedCallIsRecordedToo() {
        Ear third = new Ear();
        MediaPort b = engine.open(new Ear());
        MediaPort far = engine.open(third);
        b.connect(terms(far, Codec.PCMU));
        far.connect(terms(b, Codec.PCMU));
        far.listenTo(third);
        a.bridge(b);
        phone.play(Tones.sine(700));
        far.play(Tones.sine(440));
        third.awaitTone(700);
        there.awaitTone(440);
        recordFor(600);
        assertTone(tape.left(), 700);
        assertTone(tape.right(), 440);
    }

    @Test
    void lossAndDisorderDoNotChangeTheLength() {
        phone.disturb(new Disturbance(0.1, Duration.ofMillis(20), Duration.ofMillis(50), 11));
        phone.play(Tones.sine(700));
        await().until(() -> a.statistics().received() > 5);
        recordFor(1500);
        short[] left = tape.left();
        int silent = 0;
        for (int from = 1600; from + 160 <= left.length - 1600; from += 160) {
            silent += loud(left, from, 160) ? 0 : 1;
        }
        // A tenth is lost; what is merely late or overtaken is there.
        assertThat(silent * 160).isLessThan(left.length / 4);
        assertThat(share(left, 700)).isGreaterThan(0.5);
    }

    @Test
    void silenceOfThePeerIsSilenceInTheRecording() {
        a.play(Tones.sine(440));
        recordFor(300);
        for (short sample : tape.left()) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo((short) 8);
        }
    }

    @Test
    void theTwoSidesStayTogether() throws IOException {
        try (RawPeer echo = new RawPeer("127.0.0.1", true)) {
            a.connect(StreamTerms.to(echo.address(), Codec.PCMA));
            Recording recording = a.record(tape);
            Clip story = Clip.sequence(List.of(
                    Tones.silence(Duration.ofMillis(300)),
                    Tones.sine(440, Duration.ofMillis(300)),
                    Tones.silence(Duration.ofMillis(200))));
            a.play(story.source());
            await().until(() -> here.all(MediaEvent.Played.class).size() == 1);
            recording.stop();
            tape.awaitClosed();
            assertThat(Math.abs(onset(tape.left()) - onset(tape.right())) / 8).isLessThan((int) TOLERANCE);
        }
    }

    @Test
    void aSlowSinkLosesFramesAndDelaysNobody() {
        CountDownLatch stuck = new CountDownLatch(1);
        RecordingSink slow = new RecordingSink() {
            @Override
            public void write(ByteBuffer stereo) throws IOException {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                tape.write(stereo);
            }

            @Override
            public void close(boolean failed) {
                tape.close(failed);
            }
        };
        Recording recording = a.record(slow);
        phone.play(Tones.sine(700));
        await().until(() -> recording.lost().toMillis() >= 200);
        a.play(Tones.sine(440));
        there.awaitTone(440);
        stuck.countDown();
        await().until(() -> tape.length().toMillis() > 2000);
        Duration before = recording.length();
        await().until(() -> recording.length().minus(before).toMillis() > 300);
        recording.stop();
        tape.awaitClosed();
        assertThat(tape.failed()).isFalse();
        assertThat(tape.length()).isEqualTo(recording.length());
        short[] left = tape.left();
        assertThat(share(Arrays.copyOfRange(left, left.length - 4800, left.length), 700))
                .isGreaterThan(0.5);
    }

    @Test
    void aSinkThatThrowsEndsTheRecordingAsFailedAndTheCallGoesOn() {
        Recording recording = a.record(new RecordingSink() {
            @Override
            public void write(ByteBuffer stereo) throws IOException {
                throw new IOException("the disk is full");
            }

            @Override
            public void close(boolean failed) throws IOException {
                tape.close(failed);
                throw new IOException("and cannot be closed either");
            }
        });
        tape.awaitClosed();
        assertThat(tape.failed()).isTrue();
        await().until(() -> engine.statistics().recordings() == 0);
        a.play(Tones.sine(440));
        there.awaitTone(440);
        recording.stop();
        assertThat(tape.closed()).isEqualTo(1);
    }

    @Test
    void closingThePortEndsTheRecording() {
        Recording recording = a.record(tape);
        await().until(() -> recording.length().toMillis() >= 300);
        a.close();
        tape.awaitClosed();
        assertThat(tape.failed()).isFalse();
        assertThat(tape.length()).isEqualTo(recording.length());
    }

    @Test
    void closingTheEngineWritesWhatIsThere() {
        Recording recording = a.record(tape);
        await().until(() -> recording.length().toMillis() >= 100);
        engine.close();
        assertThat(tape.closed()).isEqualTo(1);
        assertThat(tape.failed()).isFalse();
        assertThat(tape.length()).isEqualTo(recording.length());
    }

    private void recordFor(long millis) {
        long from = System.nanoTime();
        Recording recording = a.record(tape);
        await().until(() -> recording.length().toMillis() >= millis);
        long to = System.nanoTime();
        recording.stop();
        tape.awaitClosed();
        assertThat(tape.length().toMillis() - (to - from) / 1_000_000).isBetween(-TOLERANCE, TOLERANCE);
        assertThat(tape.length()).isEqualTo(recording.length());
        assertThat(recording.lost()).isZero();
    }

    private static void assertTone(short[] pcm, int hz) {
        assertThat(share(pcm, hz)).isGreaterThan(0.8);
    }

    /// How much of the recording is this tone, judged in pieces of 50 ms: a phase may jump where clocks are evened
    /// out.
    private static double share(short[] pcm, int hz) {
        double sum = 0;
        int pieces = 0;
        for (int from = 800; from + 400 <= pcm.length - 800; from += 400) {
            sum += ToneDetector.level(pcm, from, 400, hz);
            pieces++;
        }
        return sum / pieces;
    }

    private static int onset(short[] pcm) {
        for (int i = 0; i < pcm.length; i++) {
            if (Math.abs(pcm[i]) > 1000) {
                return i;
            }
        }
        throw new AssertionError("no sound");
    }

    private static boolean loud(short[] pcm, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (Math.abs(pcm[i]) > 1000) {
                return true;
            }
        }
        return false;
    }

    private static StreamTerms terms(MediaPort peer, Codec codec) {
        return new StreamTerms(
                peer.local(), codec, OptionalInt.of(97), OptionalInt.of(97), true, true, Duration.ofMillis(20));
    }
}
