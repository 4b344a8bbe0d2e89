package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ports that serve one call after the other.
class ReuseTest {
    private static final MediaListener DEAF = event -> {};
    private static final int ROUNDS = 200;

    @Test
    void theNextCallHearsNothingOfTheOneBefore() throws IOException {
        MediaSettings settings = Ranges.free(8, 1);
        Ear ear = new Ear();
        try (MediaEngine engine = MediaEngines.start(settings);
                RawPeer late = RawPeer.open();
                RawPeer peer = RawPeer.open();
                RawControl lateReports = RawControl.open()) {
            MediaPort first = engine.open(DEAF);
            late.sendsTo(first);
            first.connect(StreamTerms.to(late.address(), Codec.PCMA).withControl(lateReports.address()));
            late.audio(1, 160);
            await().until(() -> first.statistics().received() == 1);
            first.close();
            await().until(() -> engine.statistics().ports() == 0);
            IntStream.range(2, 7).forEach(each -> late.audio(each, each * 160));

            MediaPort second = engine.open(ear);
            assertThat(second.local()).isEqualTo(first.local());
            second.connect(StreamTerms.to(peer.address(), Codec.PCMA));
            Ear.settle(second);
            assertThat(second.statistics().foreign()).isZero();

            IntStream.range(7, 12).forEach(each -> late.audio(each, each * 160));
            lateReports.send(second, RawControl.sender(4711, 1));
            await().until(() -> second.statistics().foreign() == 5);
            await().until(() -> second.quality().control().refused() == 1);
            peer.sendsTo(second).audio(1, 160);
            await().until(() -> second.statistics().received() == 1);
            assertThat(ear.all(MediaEvent.Latched.class)).containsExactly(new MediaEvent.Latched(peer.address()));
            second.play(Tones.sine(440));
            peer.await(8, 3);
            assertThat(late.heard(8)).isEmpty();
            assertThat(first.statistics().received()).isEqualTo(1);
        }
    }

    @Test
    void aPortThatIsClosedAgainAndAgainServesOneCallAtATime() throws IOException {
        try (MediaEngine engine = Ranges.engine(16, 1)) {
            MediaPort first = engine.open(DEAF);
            first.close();
            first.close();
            await().until(() -> engine.statistics().ports() == 0);
            List<MediaPort> next = new ArrayList<>();
            for (int call = 0; call < 6; call++) {
                next.add(engine.open(DEAF));
                // Woken once more, long after its end.
                first.press("1");
                first.close();
                Ear.settle(next.getLast());
            }
            assertThat(next).extracting(MediaPort::local).doesNotHaveDuplicates();
        }
    }

    @Test
    void theSamePeerIsHeardAgainAtOnce() throws IOException {
        try (MediaEngine engine = Ranges.engine(8, 1);
                RawPeer peer = RawPeer.open()) {
            for (int call = 1; call <= 3; call++) {
                MediaPort port = engine.open(DEAF);
                port.connect(StreamTerms.to(peer.address(), Codec.PCMA));
                Ear.settle(port);
                peer.sendsTo(port).audio(call, 160);
                await().until(() -> port.statistics().received() == 1);
                port.close();
                await().until(() -> engine.statistics().ports() == 0);
            }
        }
    }

    @Test
    void fewPortsRestAndNoneIsHeldWhenTheEngineIsClosed() throws IOException {
        MediaSettings settings = Ranges.free(16, 2);
        try (MediaEngine engine = MediaEngines.start(settings)) {
            List<MediaPort> ports =
                    IntStream.range(0, 16).mapToObj(each -> engine.open(DEAF)).toList();
            assertThat(held(settings)).isEqualTo(32);
            ports.forEach(MediaPort::close);
            await().until(() -> held(settings) == 4);
            assertThat(engine.statistics().ports()).isZero();
        }
        assertThat(held(settings)).isZero();
    }

    @Test
    void aClosedPortKeepsNothingOfItsCall() throws IOException {
        try (MediaEngine engine = Ranges.engine(4, 1)) {
            MediaPort other = engine.open(DEAF);
            List<Object> call = new ArrayList<>();
            MediaPort port = busyPort(engine, other, call);
            List<WeakReference<Object>> kept =
                    call.stream().map(WeakReference::new).toList();
            call.clear();
            port.close();
            await().until(() -> {
                System.gc();
                return kept.stream().allMatch(each -> each.get() == null);
            });
            assertThat(port.quality().codec()).contains(Codec.PCMA);
            assertThat(port.local().getPort()).isPositive();
        }
    }

    private static MediaPort busyPort(MediaEngine engine, MediaPort other, List<Object> call) {
        Ear ear = new Ear();
        AudioSource source = new AudioSource() {
            @Override
            public boolean read(short[] frame) {
                return true;
            }
        };
        call.add(ear);
        call.add(source);
        MediaPort port = engine.open(ear);
        port.connect(new StreamTerms(
                other.local(),
                Codec.PCMA,
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                true,
                StreamQuality.USUAL_PACKET));
        port.listenTo(ear);
        port.play(source);
        port.bridge(other);
        port.hearKeysInBand(true);
        return port;
    }

    @Test
    void manyCallsAtOnceOpenAndCloseInTurn() throws IOException {
        try (MediaEngine engine = Ranges.engine(256, 2);
                var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, 8)
                    .mapToObj(each -> calls.submit(() -> churn(engine)))
                    .toList();
            await().until(() -> done.stream().allMatch(each -> each.isDone()));
            assertThat(done).allSatisfy(each -> assertThat(each.get()).isEqualTo(ROUNDS));
            await().until(() -> engine.statistics().ports() == 0);
        }
    }

    private static int churn(MediaEngine engine) {
        int rounds = 0;
        for (; rounds < ROUNDS; rounds++) {
            try (MediaPort caller = engine.open(DEAF);
                    MediaPort target = engine.open(DEAF)) {
                caller.connect(StreamTerms.to(target.local(), Codec.PCMA));
                target.connect(StreamTerms.to(caller.local(), Codec.PCMA));
                caller.bridge(target).close();
            } catch (NoPortLeftException e) {
                // The others' ports are still on their way back.
                rounds--;
                await().until(() -> engine.statistics().ports() < 100);
            }
        }
        return rounds;
    }

    /// How many ports of the range are bound.
    private static int held(MediaSettings settings) {
        int held = 0;
        for (int port = settings.firstPort(); port <= settings.lastPort(); port++) {
            try (DatagramSocket probe = new DatagramSocket(port, settings.bind())) {
                held += probe.isBound() ? 0 : 1;
            } catch (IOException e) {
                held++;
            }
        }
        return held;
    }
}
