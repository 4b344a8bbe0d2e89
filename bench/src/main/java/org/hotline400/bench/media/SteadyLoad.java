package org.hotline400.bench.media;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.hotline400.bench.BenchFailedException;
import org.jspecify.annotations.Nullable;

/// A load that lasts: two-party calls with audio that talk all the time, and beside them calls that are
/// answered, stay silent for a moment and hang up, so many a second.
public final class SteadyLoad implements AutoCloseable {
    private static final Duration TALK = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofMillis(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// Above this many calls that begin late in one turn they are left out: a load never bursts.
    private static final int MOST_AT_ONCE = 20;

    private final MediaLab lab;
    private @Nullable RtpLoad audio;
    private @Nullable Thread placing;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Integer, Integer> failures = new TreeMap<>();
    private long begun;
    private long completed;
    private long leftOut;
    private volatile boolean ending;
    private volatile boolean drained;
    private volatile boolean stopping;
    private volatile @Nullable IOException failed;

    private record Open(String callId, long until) {}

    /// @param rate silent calls that begin in a second
    /// @param mediaCalls calls with audio
    public record Terms(int rate, int mediaCalls) {
        public Terms {
            if (rate < 0 || rate > 5_000 || mediaCalls < 0 || mediaCalls >= MediaLab.MOST_CALLS / 2) {
                throw new BenchFailedException(
                        2,
                        "--rate takes 0 to 5000 and --media-calls 0 to " + (MediaLab.MOST_CALLS / 2 - 1) + ", were "
                                + rate + " and " + mediaCalls);
            }
        }
    }

    /// What became of it.
    ///
    /// @param begun silent calls
    /// @param completed of these
    /// @param failures of these, by SIP status
    /// @param leftOut silent calls that were not begun because their time was over
    /// @param mediaFailures calls with audio that did not come about, that the platform ended,
    /// or that did not end
    /// @param packets sent by the callers of calls with audio
    /// @param lost of these by the platform, on either way
    public record Outcome(
            long begun,
            long completed,
            Map<Integer, Integer> failures,
            long leftOut,
            long mediaFailures,
            long packets,
            long lost) {
        public Outcome {
            failures = Map.copyOf(failures);
        }

        /// The share of silent calls that the generator did not begin.
        public double leftOutShare() {
            return leftOut == 0 ? 0 : (double) leftOut / (begun + leftOut);
        }

        /// The share of silent calls that were not completed.
        public double failedShare() {
            return begun == 0 ? 0 : (double) (begun - completed) / begun;
        }
    }

    private SteadyLoad(MediaLab lab) {
        this.lab = lab;
    }

    /// Starts the platform.
    public static SteadyLoad on(List<String> javaOptions) throws IOException, InterruptedException {
        return new SteadyLoad(MediaLab.start(javaOptions, new Sdp(true)));
    }

    /// Of the platform's Java process.
    public long platformProcess() {
        return lab.platformProcess();
    }

    /// UDP sockets that the platform has open for audio.
    public int mediaSockets() throws IOException {
        return KernelDrops.on(MediaLab::isRtpPort).sockets();
    }

    /// Begins.
    public void begin(Terms terms) throws IOException, InterruptedException {
        reset();
        // The last one stands for all that are silent.
        var load = RtpLoad.start(terms.mediaCalls() + 1);
        audio = load;
        lab.agent().serve(lab.sip(), load.calls());
        for (var call = 0; call < terms.mediaCalls(); call++) {
            lab.agent().call(call, call % 2 == 0 ? MediaLab.RECORDED : MediaLab.UNRECORDED);
            Thread.sleep(Duration.ofMillis(10));
        }
        var thread = Thread.ofPlatform().name("bench-calls").daemon().unstarted(() -> place(terms));
        placing = thread;
        thread.start();
        MediaLab.await(() -> heard(load) == terms.mediaCalls(), PATIENCE);
        load.count(true);
    }

    private void reset() {
        open.clear();
        failures.clear();
        begun = 0;
        completed = 0;
        leftOut = 0;
        ending = false;
        drained = false;
        stopping = false;
    }

    private static int heard(RtpLoad load) {
        return (int) Stream.of(load.calls()).filter(MediaCall::heard).count();
    }

    /// @return whether the platform and the generator still run
    public boolean isRunning() {
        var load = audio;
        return lab.isAlive()
                && failed == null
                && (load == null || load.failure().isEmpty());
    }

    private void place(Terms terms) {
        var start = System.nanoTime();
        var sweep = start;
        try {
            while (!stopping) {
                var now = System.nanoTime();
                if (!ending) {
                    placeDue(terms, (now - start) * terms.rate() / 1_000_000_000L, now);
                }
                hangUp(now);
                drained = ending && open.isEmpty();
                if (now - sweep > BETWEEN_SWEEPS.toNanos()) {
                    sweep = now;
                    sweep();
                }
                LockSupport.parkNanos(TURN.toNanos());
            }
        } catch (IOException e) {
            failed = e;
        }
    }

    private void placeDue(Terms terms, long due, long now) throws IOException {
        for (var placed = 0; begun + leftOut < due; placed++) {
            if (placed >= MOST_AT_ONCE) {
                leftOut = due - begun;
                return;
            }
            var callId = lab.agent().callSilently(terms.mediaCalls(), MediaLab.UNRECORDED);
            open.add(new Open(callId, now + TALK.toNanos()));
            begun++;
        }
    }

    private void hangUp(long now) throws IOException {
        for (var first = open.peek(); first != null && first.until() <= now; first = open.peek()) {
            open.remove();
            if (!lab.agent().hangUp(first.callId())) {
                open.add(new Open(first.callId(), now + TALK.toNanos()));
                return;
            }
        }
    }

    private void sweep() {
        var swept = lab.agent().sweep();
        completed += swept.completed();
        swept.failures().forEach((status, count) -> failures.merge(status, count, Integer::sum));
    }

    /// Ends all calls and waits until the platform has let go of them.
    public Outcome end() throws IOException, InterruptedException {
        var load = audio;
        var thread = placing;
        if (load == null || thread == null) {
            throw new IllegalStateException("it was not begun");
        }
        ending = true;
        load.count(false);
        MediaLab.await(() -> drained || !isRunning(), PATIENCE);
        stopping = true;
        thread.join(PATIENCE);
        var lasting = lab.agent().countSpeaking(CallerLeg.State.TALKING);
        var notEnded = lab.hangUp();
        sweep();
        load.close();
        var calls = new ArrayList<>(List.of(load.calls()));
        calls.removeLast();
        return new Outcome(
                begun,
                completed,
                failures,
                leftOut,
                calls.size() - lasting + notEnded,
                calls.stream().mapToLong(call -> call.sent).sum(),
                Math.max(0, calls.stream().mapToLong(MediaCall::lost).sum() - load.faults().refused));
    }

    @Override
    public void close() {
        stopping = true;
        var load = audio;
        if (load != null) {
            load.close();
        }
        lab.close();
    }
}
