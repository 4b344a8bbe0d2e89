package org.hotline400.media.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One selector for its ports' sockets, and the clock that paces them. Ports tick every 20 ms, a quarter of
/// them every 5 ms, so that their packets do not leave all at once.
final class MediaThread {
    private static final Logger LOG = LoggerFactory.getLogger(MediaThread.class);
    private static final int PHASES = 4;
    private static final int STEP = MediaTime.FRAME / PHASES;
    private static final int PACKETS_A_TURN = 32;

    private final Selector selector;
    private final MediaTime time;
    private final PortRange range;
    private final Thread thread;
    private final Queue<RtpPort> woken = new ConcurrentLinkedQueue<>();
    private final List<Set<RtpPort>> ports = new ArrayList<>();
    private final Set<RtpPort> disturbed = new LinkedHashSet<>();
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(RtpPacket.LARGEST);
    private final RtpPacket packet = new RtpPacket();
    private long nextStep;
    private volatile boolean stopping;
    private volatile boolean ended;

    MediaThread(String name, MediaTime time, PortRange range) throws IOException {
        this.selector = Selector.open();
        this.time = time;
        this.range = range;
        for (int i = 0; i < PHASES; i++) {
            ports.add(new LinkedHashSet<>());
        }
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /// Has the thread run the port's commands soon. From any thread.
    void wake(RtpPort port) {
        if (port.markQueued()) {
            woken.add(port);
            if (Thread.currentThread() != thread) {
                selector.wakeup();
            }
        }
        if (ended) {
            runWoken();
        }
    }

    /// The port moves to another thread.
    void leave(RtpPort port) {
        ports.get(port.phase).remove(port);
        disturbed.remove(port);
        cancel(port.sockets.rtp().keyFor(selector));
        cancel(port.sockets.rtcp().keyFor(selector));
    }

    void disturbed(RtpPort port) {
        if (port.stream.socket.disturbed()) {
            disturbed.add(port);
        } else {
            disturbed.remove(port);
        }
    }

    /// Closes its ports and ends. Blocks for at most `patience`.
    void close(Duration patience) {
        stopping = true;
        selector.wakeup();
        try {
            if (!thread.join(patience)) {
                LOG.error("{} does not end: something called from it blocks", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (!stopping) {
                selector.select(this::ready, timeout());
                runWoken();
                runClock();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("{} ends: its calls have no audio any more", thread.getName(), e);
        } finally {
            end();
        }
    }

    private void end() {
        runWoken();
        ports.forEach(phase -> List.copyOf(phase).forEach(RtpPort::close));
        runWoken();
        try {
            selector.close();
        } catch (IOException e) {
            LOG.warn("selector of {}: {}", thread.getName(), e.toString());
        }
        ended = true;
        runWoken();
    }

    private void ready(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof RtpPort port) {
            Guard.run("receiving", () -> receive(port, (DatagramChannel) key.channel()));
        }
    }

    private void receive(RtpPort port, DatagramChannel channel) {
        for (int i = 0; i < PACKETS_A_TURN; i++) {
            try {
                if (!(channel.receive(datagram.clear()) instanceof InetSocketAddress from)) {
                    return;
                }
                if (channel.equals(port.sockets.rtp())) {
                    take(port.stream, from);
                } else {
                    port.stream.controlled(from, datagram.flip(), time.now());
                }
            } catch (PortUnreachableException e) {
                // An answer to a packet of ours; the next call gives a packet.
            } catch (IOException e) {
                return;
            }
        }
    }

    private void take(Stream stream, InetSocketAddress from) {
        if (packet.parse(datagram.flip())) {
            stream.received(from, packet, time.now());
        } else {
            stream.foreign();
        }
    }

    private synchronized void runWoken() {
        List<RtpPort> closed = new ArrayList<>();
        for (RtpPort port = woken.poll(); port != null; port = woken.poll()) {
            port.unmarkQueued();
            if (port.home() != this) {
                port.home().wake(port);
            } else if (!run(port)) {
                closed.add(port);
            }
        }
        if (!closed.isEmpty()) {
            release(closed);
        }
    }

    private boolean run(RtpPort port) {
        if (!port.closed() && ports.get(port.phase).add(port)) {
            register(port);
        }
        boolean[] open = {true};
        Guard.run("a command", () -> open[0] = port.run());
        return open[0];
    }

    private void register(RtpPort port) {
        try {
            if (!ended) {
                port.sockets.rtp().register(selector, SelectionKey.OP_READ, port);
                port.sockets.rtcp().register(selector, SelectionKey.OP_READ, port);
            }
            disturbed(port);
            long step = Math.floorDiv(time.now(), STEP);
            port.stream.startAt((step - Math.floorMod(step - port.phase, PHASES)) * STEP);
        } catch (IOException e) {
            throw new IllegalStateException("an RTP socket cannot be watched", e);
        }
    }

    /// Sockets are really closed when their selector has let go of them; only then the port is free.
    private void release(List<RtpPort> closed) {
        for (RtpPort port : closed) {
            ports.get(port.phase).remove(port);
            disturbed.remove(port);
            port.sockets.close();
        }
        try {
            if (selector.isOpen()) {
                selector.selectNow(this::ready);
            }
        } catch (IOException e) {
            LOG.warn("selector of {}: {}", thread.getName(), e.toString());
        }
        closed.forEach(port -> range.giveBack(port.sockets.local().getPort()));
    }

    private long timeout() {
        for (Set<RtpPort> phase : ports) {
            if (!phase.isEmpty()) {
                return untilNextStep();
            }
        }
        return 0;
    }

    private long untilNextStep() {
        return Math.max(1, Math.ceilDiv(time.nanosUntil(nextStep * STEP), 1_000_000L));
    }

    /// Runs the steps that are due. When more than one round is due, the older ones are skipped: a clock that
    /// falls behind never bursts.
    private void runClock() {
        long due = Math.floorDiv(time.now(), STEP);
        nextStep = Math.max(nextStep, due - PHASES + 1);
        for (; nextStep <= due; nextStep++) {
            long now = nextStep * STEP;
            for (RtpPort port : disturbed) {
                port.stream.socket.release(now);
            }
            for (RtpPort port : ports.get((int) (nextStep % PHASES))) {
                Guard.run("a tick", () -> port.stream.tick(now));
            }
        }
    }

    private static void cancel(@Nullable SelectionKey key) {
        if (key != null) {
            key.cancel();
        }
    }
}
