package org.hotline400.media.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaListener;
import org.hotline400.media.MediaPort;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.MediaStatistics;
import org.hotline400.media.RecordingSink;
import org.jspecify.annotations.Nullable;

/// Media threads, the port range and the recording writers, together. Whoever opens a port takes a lock of the range or
/// of what rests; no packet does.
public final class RtpEngine implements MediaEngine {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /// Ports that a call tries to bind before it takes one that has hardly rested.
    private static final int TRIES = 16;

    private final MediaTime time = new MediaTime();
    private final RecordingWriters writers = new RecordingWriters();
    private final PortRange range;
    private final List<MediaThread> threads = new ArrayList<>();
    private final AtomicInteger ports = new AtomicInteger();
    private final AtomicInteger playbacks = new AtomicInteger();
    private final AtomicLong order = new AtomicLong();
    private volatile boolean closed;

    private RtpEngine(MediaSettings settings) throws IOException {
        range = new PortRange(settings);
        for (RestingPairs share : RestingPairs.shared(range.pairs(), settings.threads())) {
            threads.add(new MediaThread("media-" + (threads.size() + 1), time, range, share));
        }
    }

    /// Starts the threads.
    ///
    /// @throws IOException when the address is none of this machine's
    public static RtpEngine start(MediaSettings settings) throws IOException {
        try (DatagramChannel probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(settings.bind(), 0));
        } catch (IOException e) {
            throw new IOException(
                    "RTP cannot listen on " + settings.bind().getHostAddress() + " (" + e.getMessage()
                            + "): bind to an address of this machine, or to 0.0.0.0 for all of them",
                    e);
        }
        RtpEngine engine = new RtpEngine(settings);
        engine.threads.forEach(MediaThread::start);
        return engine;
    }

    @Override
    public MediaPort open(MediaListener listener) {
        return open(listener, leastLoaded());
    }

    @Override
    public MediaPort openBeside(MediaPort neighbour, MediaListener listener) {
        if (!(neighbour instanceof RtpPort port) || !port.isOf(this)) {
            throw new IllegalArgumentException("a port can be opened beside another port of the same engine only");
        }
        MediaThread home = port.home();
        return open(listener, home.runs() ? home : leastLoaded());
    }

    /// Of threads with as many ports the first, so that the last ones sleep while there is little to do.
    private MediaThread leastLoaded() {
        return threads.stream()
                .filter(MediaThread::runs)
                .min(Comparator.comparingInt(MediaThread::load))
                .orElseGet(threads::getFirst);
    }

    private MediaPort open(MediaListener listener, MediaThread wanted) {
        requireOpen();
        SocketPair sockets = take(wanted);
        MediaThread watching = sockets.home;
        MediaThread home = watching == null ? wanted : watching;
        Stream stream = new Stream(sockets, listener, time, playbacks);
        RtpPort port = new RtpPort(this, sockets, stream, home, wanted.nextPhase());
        ports.incrementAndGet();
        home.came();
        if (home.equals(wanted)) {
            home.wake(port);
        } else {
            port.goTo(wanted);
        }
        if (closed) {
            port.close();
            requireOpen();
        }
        return port;
    }

    /// A pair that has rested, else one that is bound now, else one that has hardly rested: on that thread, or on
    /// another that lets go of it. Only then ports that other programs hold are looked through to the end.
    private SocketPair take(MediaThread wanted) {
        SocketPair rested = wanted.resting().rested();
        if (rested != null) {
            return rested;
        }
        SocketPair bound = range.bind(TRIES);
        if (bound != null) {
            return bound;
        }
        SocketPair tired = tired(wanted);
        if (tired != null) {
            return tired;
        }
        SocketPair last = range.bind(range.pairs());
        if (last == null) {
            throw range.usedUp();
        }
        return last;
    }

    private @Nullable SocketPair tired(MediaThread wanted) {
        SocketPair here = wanted.resting().longest();
        for (int i = 0; here == null && i < threads.size(); i++) {
            here = threads.get(i).resting().longest();
        }
        return here;
    }

    @Override
    public MediaStatistics statistics() {
        return new MediaStatistics(ports.get(), playbacks.get(), writers.recordings());
    }

    @Override
    public int restingPorts() {
        return threads.stream().mapToInt(thread -> thread.resting().count()).sum();
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(thread -> thread.close(PATIENCE));
        threads.forEach(thread -> thread.resting().close());
        writers.close(PATIENCE);
    }

    Recorder recorder(RecordingSink sink) {
        requireOpen();
        return new Recorder(sink, writers, time);
    }

    /// How many ports each thread serves, in order.
    List<Integer> loads() {
        return threads.stream().map(MediaThread::load).toList();
    }

    long nextOrder() {
        return order.incrementAndGet();
    }

    void portClosed() {
        ports.decrementAndGet();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the media engine is closed");
        }
    }
}
