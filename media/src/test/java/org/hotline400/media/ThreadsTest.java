package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Calls on more than one media thread.
class ThreadsTest {
    private static final MediaListener DEAF = event -> {};

    /// Two ports of the platform, bridged, with a phone at either end.
    private record Call(MediaPort caller, MediaPort target, MediaPort callersPhone, MediaPort targetsPhone) {
        static Call begin(MediaEngine platform, MediaEngine phones) {
            MediaPort caller = platform.open(DEAF);
            MediaPort target = platform.openBeside(caller, DEAF);
            Call call = new Call(caller, target, phones.open(DEAF), phones.open(DEAF));
            connect(caller, call.callersPhone);
            connect(target, call.targetsPhone);
            caller.bridge(target);
            return call;
        }

        void end() {
            List.of(caller, target, callersPhone, targetsPhone).forEach(MediaPort::close);
        }
    }

    private static void connect(MediaPort one, MediaPort other) {
        one.connect(StreamTerms.to(other.local(), Codec.PCMA));
        other.connect(StreamTerms.to(one.local(), Codec.PCMA));
    }

    /// The name of the thread that serves a port; ends what it plays.
    private static String threadOf(MediaPort port) {
        AtomicReference<String> name = new AtomicReference<>();
        port.play(frame -> {
            name.set(Thread.currentThread().getName());
            return false;
        });
        await().until(() -> name.get() != null);
        return name.get();
    }

    @Test
    void callsAreSpreadAndBothPortsOfACallShareAThread() throws IOException {
        try (MediaEngine engine = Ranges.engine(32, 2)) {
            List<String> threads = new ArrayList<>();
            for (int call = 0; call < 8; call++) {
                MediaPort caller = engine.open(DEAF);
                MediaPort target = engine.openBeside(caller, DEAF);
                threads.add(threadOf(caller));
                assertThat(threadOf(target)).isEqualTo(threads.getLast());
            }
            assertThat(threads).filteredOn("media-1"::equals).hasSize(4);
            assertThat(threads).filteredOn("media-2"::equals).hasSize(4);
        }
    }

    @Test
    void oneCallAfterTheOtherNeedsNoSecondThread() throws IOException {
        try (MediaEngine engine = Ranges.engine(32, 2)) {
            for (int call = 0; call < 4; call++) {
                MediaPort port = engine.open(DEAF);
                assertThat(threadOf(port)).isEqualTo("media-1");
                port.close();
                await().until(() -> engine.statistics().ports() == 0);
            }
        }
    }

    @Test
    void aThreadWithoutCallsSleeps() throws IOException {
        try (MediaEngine engine = Ranges.engine(32, 2)) {
            MediaPort port = engine.open(DEAF);
            Ear.settle(port);
            // It may still be starting.
            var seen = new AtomicLong(-1);
            await().until(() -> cpuOf("media-2") == seen.getAndSet(cpuOf("media-2")));
            long before = cpuOf("media-2");
            AtomicInteger frames = new AtomicInteger();
            port.listenTo(frame -> frames.incrementAndGet());
            await().until(() -> frames.get() >= 25);
            assertThat(cpuOf("media-2")).isEqualTo(before);
            assertThat(cpuOf("media-1")).isPositive();
        }
    }

    /// Nanoseconds.
    private static long cpuOf(String name) {
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    @Test
    void aPortOfAnotherEngineIsNoNeighbour() throws IOException {
        try (MediaEngine engine = Ranges.engine(4, 2);
                MediaEngine other = Ranges.engine(4, 2)) {
            MediaPort stranger = other.open(DEAF);
            assertThatThrownBy(() -> engine.openBeside(stranger, DEAF)).hasMessageContaining("same engine");
        }
    }

    @Test
    void callersOnTwoThreadsThatAreBridgedHearEachOtherOnOne() throws IOException {
        try (MediaEngine platform = Ranges.engine(16, 2);
                MediaEngine phones = Ranges.engine(16, 1)) {
            Ear onePhone = new Ear();
            Ear otherPhone = new Ear();
            MediaPort one = platform.open(DEAF);
            MediaPort other = platform.open(DEAF);
            assertThat(threadOf(one)).isNotEqualTo(threadOf(other));
            connect(one, speaking(phones, onePhone, 440));
            connect(other, speaking(phones, otherPhone, 700));

            one.bridge(other);

            onePhone.awaitTone(700);
            otherPhone.awaitTone(440);
            assertThat(threadOf(one)).isEqualTo(threadOf(other));
            // And back, to a neighbour on the thread that it left.
            MediaPort third = platform.open(DEAF);
            assertThat(threadOf(third)).isNotEqualTo(threadOf(other));
            Ear thirdPhone = new Ear();
            connect(third, speaking(phones, thirdPhone, 1000));
            third.bridge(other);
            otherPhone.awaitTone(1000);
            thirdPhone.awaitTone(700);
            assertThat(threadOf(third)).isEqualTo(threadOf(other)).isNotEqualTo(threadOf(one));
        }
    }

    private static MediaPort speaking(MediaEngine phones, Ear ear, int hz) {
        MediaPort phone = phones.open(ear);
        phone.listenTo(ear);
        phone.play(Tones.sine(hz));
        return phone;
    }

    @Test
    void aCrowdTalksBothWaysIsRecordedAndLeavesNothingBehind() throws IOException {
        MediaSettings settings = Ranges.free(128, 3);
        try (MediaEngine platform = MediaEngines.start(settings);
                MediaEngine phones = Ranges.engine(128, 1)) {
            for (int round = 0; round < 2; round++) {
                crowd(platform, phones);
                await().until(() -> platform.statistics().equals(new MediaStatistics(0, 0, 0)));
                await().until(() -> held(settings) == 2 * platform.restingPorts());
                assertThat(platform.restingPorts()).isEqualTo(16);
            }
        }
        assertThat(held(settings)).isZero();
    }

    private static void crowd(MediaEngine platform, MediaEngine phones) {
        List<Call> calls = IntStream.range(0, 30)
                .mapToObj(each -> Call.begin(platform, phones))
                .toList();
        List<Tape> tapes = new ArrayList<>();
        for (Call call : calls) {
            Tape tape = new Tape();
            tapes.add(tape);
            call.caller().record(tape);
            call.callersPhone().play(Tones.sine(440));
            call.targetsPhone().play(Tones.sine(700));
        }
        await().until(() -> calls.stream()
                .allMatch(call -> call.callersPhone().statistics().received() > 40
                        && call.targetsPhone().statistics().received() > 40));
        calls.forEach(Call::end);
        for (Tape tape : tapes) {
            assertThat(ToneDetector.level(lastOf(tape.awaitClosed().left()), 0, 800, 440))
                    .isGreaterThan(0.9);
            assertThat(ToneDetector.level(lastOf(tape.right()), 0, 800, 700)).isGreaterThan(0.9);
        }
    }

    /// A tenth of a second near the end.
    private static short[] lastOf(short[] samples) {
        short[] last = new short[800];
        System.arraycopy(samples, samples.length - 2400, last, 0, 800);
        return last;
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

    /// Every other port carries a call, so that the only one left rests with the wrong thread.
    @Test
    void aPortThatRestedWithAnotherThreadServesTheNextCallAndItHearsNothingOfTheOneBefore() throws IOException {
        try (MediaEngine engine = Ranges.engine(8, 2);
                RawPeer late = RawPeer.open();
                RawPeer peer = RawPeer.open()) {
            List<MediaPort> ports =
                    IntStream.range(0, 8).mapToObj(each -> engine.open(DEAF)).toList();
            MediaPort first = ports.getFirst();
            assertThat(threadOf(first)).isEqualTo("media-1");
            late.sendsTo(first);
            first.connect(StreamTerms.to(late.address(), Codec.PCMA));
            late.audio(1, 160);
            await().until(() -> first.statistics().received() == 1);
            first.close();
            await().until(() -> engine.restingPorts() == 1);

            MediaPort neighbour = ports.get(1);
            assertThat(threadOf(neighbour)).isEqualTo("media-2");
            Ear ear = new Ear();
            MediaPort next = engine.openBeside(neighbour, ear);
            assertThat(next.local()).isEqualTo(first.local());
            next.connect(StreamTerms.to(peer.address(), Codec.PCMA));
            assertThat(threadOf(next)).isEqualTo("media-2");

            IntStream.range(2, 7).forEach(each -> late.audio(each, each * 160));
            await().until(() -> next.statistics().foreign() == 5);
            peer.sendsTo(next).audio(1, 160);
            await().until(() -> next.statistics().received() == 1);
            assertThat(ear.all(MediaEvent.Latched.class)).containsExactly(new MediaEvent.Latched(peer.address()));

            // Its sockets are watched by the new thread alone: they rest and serve there, too.
            next.close();
            await().until(() -> engine.statistics().ports() == 7);
            MediaPort last = engine.openBeside(neighbour, DEAF);
            assertThat(last.local()).isEqualTo(first.local());
            last.connect(StreamTerms.to(peer.address(), Codec.PCMA));
            Ear.settle(last);
            peer.sendsTo(last).audio(2, 320);
            await().until(() -> last.statistics().received() == 1);
        }
    }
}
