package org.hotline400.media.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaListener;
import org.hotline400.media.MediaPort;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.MediaStatistics;
import org.hotline400.media.RecordingSink;

/// Media threads, the port range and the recording writers, together.
public final class RtpEngine implements MediaEngine {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MediaTime time = new MediaTime();
    private final RecordingWriters writers = new RecordingWriters();
    private final PortRange range;
    private final List<MediaThread> threads = new ArrayList<>();
    private final AtomicInteger ports = new AtomicInteger();
    private final AtomicInteger playbacks = new AtomicInteger();
    private final AtomicLong order = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean closed;

    private RtpEngine(MediaSettings settings) throws IOException {
        range = new PortRange(settings);
        for (int i = 1; i <= settings.threads(); i++) {
            threads.add(new MediaThread("media-" + i, time, range));
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
        requireOpen();
        SocketPair sockets = range.take();
        int number = opened.getAndIncrement() & Integer.MAX_VALUE;
        MediaThread rested = sockets.home;
        MediaThread home = rested != null ? rested : threads.get(number % threads.size());
        Stream stream = new Stream(sockets, listener, time, playbacks);
        RtpPort port = new RtpPort(this, sockets, stream, home, number / threads.size() % 4);
        ports.incrementAndGet();
        home.wake(port);
        if (closed) {
            port.close();
            requireOpen();
        }
        return port;
    }

    @Override
    public MediaStatistics statistics() {
        return new MediaStatistics(ports.get(), playbacks.get(), writers.recordings());
    }

    @Override
    public int restingPorts() {
        return range.resting();
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(thread -> thread.close(PATIENCE));
        range.close();
        writers.close(PATIENCE);
    }

    Recorder recorder(RecordingSink sink) {
        requireOpen();
        return new Recorder(sink, writers, time);
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
