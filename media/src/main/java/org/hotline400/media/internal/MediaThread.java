package org.hotline400.media.internal;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One selector for its ports' sockets, and the clock that paces them. Ports tick every 20 ms, a quarter of
/// them every 5 ms, so that their packets do not leave all at once.
final class MediaThread {
    private static final Logger LOG = LoggerFactory.getLogger(MediaThread.class);
    private static final int PHASES = 4;
    private static final int STEP = MediaTime.FRAME / PHASES;
    private static final int AWAKE = 0;
    private static final int UNTIL_THE_NEXT_STEP = 1;
    private static final int UNTIL_WOKEN = 2;

    private final Selector selector;
    private final MediaTime time;
    private final PortRange range;
    private final RestingPairs resting;
    private final Thread thread;
    private final AtomicInteger sleep = new AtomicInteger();
    /// Ports that are at home here.
    private final AtomicInteger load = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final Queue<RtpPort> woken = new ConcurrentLinkedQueue<>();
    private final List<Round> rounds = new ArrayList<>();
    private final Consumer<RtpPort> tick = this::tick;
    private final Set<RtpPort> disturbed = new LinkedHashSet<>();
    /// Ports that are closed and still have their sockets.
    private final List<RtpPort> closed = new ArrayList<>();
    /// Ports that came back before the selector let go of them.
    private final List<RtpPort> postponed = new ArrayList<>(0);
    private final Intake intake;
    private final Consumer<SelectionKey> ready = this::ready;
    private long nextStep;
    /// The media time of the step under way.
    private long step;
    private volatile boolean stopping;
    private volatile boolean ended;

    /// @param resting where the sockets of its calls that are over wait for the next ones
    MediaThread(String name, MediaTime time, PortRange range, RestingPairs resting) throws IOException {
        this.selector = Selector.open();
        this.time = time;
        this.range = range;
        this.resting = resting;
        this.intake = new Intake(time);
        for (int i = 0; i < PHASES; i++) {
            rounds.add(new Round());
        }
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    RestingPairs resting() {
        return resting;
    }

    /// How many ports it serves. From any thread.
    int load() {
        return load.get();
    }

    void came() {
        load.incrementAndGet();
    }

    void went() {
        load.decrementAndGet();
    }

    /// Whether it still serves anybody. From any thread.
    boolean runs() {
        return !ended && !stopping;
    }

    /// Which quarter of 20 ms the next port ticks in: all get as many.
    int nextPhase() {
        return opened.getAndIncrement() & (PHASES - 1);
    }

    /// Has the thread run the port's commands now. From any thread.
    void wakeAtOnce(RtpPort port) {
        wake(port, UNTIL_THE_NEXT_STEP);
    }

    /// Has the thread run the port's commands before it takes another packet and before its next step, 5 ms from now at
    /// most: once for all that were given meanwhile. From any thread.
    void wake(RtpPort port) {
        wake(port, UNTIL_WOKEN);
    }

    private void wake(RtpPort port, int leastSleep) {
        if (port.markQueued()) {
            woken.add(port);
        }
        int sleeping = sleep.get();
        if (sleeping >= leastSleep && sleep.compareAndSet(sleeping, AWAKE)) {
            selector.wakeup();
        }
        if (ended) {
            runWoken();
        }
    }

    /// The port moves to another thread.
    void leave(RtpPort port) {
        rounds.get(port.phase).remove(port);
        disturbed.remove(port);
        cancel(port.sockets.rtp.keyFor(selector));
        cancel(port.sockets.rtcp.keyFor(selector));
        port.sockets.home = null;
    }

    void disturbed(RtpPort port) {
        Stream stream = port.stream();
        if (stream != null && stream.socket.disturbed()) {
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
                receiveOrSleep();
                runWoken();
                runClock();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("{} ends: its calls have no audio any more", thread.getName(), e);
        } finally {
            end();
        }
    }

    /// Who wakes puts the port into the queue first and looks whether we sleep after, we the other way round.
    private void receiveOrSleep() throws IOException {
        long timeout = timeout();
        sleep.set(timeout == 0 ? UNTIL_WOKEN : UNTIL_THE_NEXT_STEP);
        try {
            if (woken.isEmpty() && !stopping) {
                selector.select(ready, timeout);
            } else {
                selector.selectNow(ready);
            }
        } finally {
            sleep.set(AWAKE);
        }
    }

    private void end() {
        runWoken();
        rounds.forEach(round -> round.forEach(RtpPort::close));
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
        // What was asked for before the packet came is in place when it is taken.
        runCommands();
        if (key.isValid() && key.attachment() instanceof SocketPair sockets) {
            try {
                intake.receive(sockets, (DatagramChannel) key.channel());
            } catch (RuntimeException | Error e) {
                Guard.report("receiving", e);
            }
        }
    }

    private synchronized void runWoken() {
        runCommands();
        while (!closed.isEmpty() || !postponed.isEmpty()) {
            List<RtpPort> over = List.copyOf(closed);
            closed.clear();
            release(over);
            runPostponed();
        }
    }

    private void runPostponed() {
        if (postponed.isEmpty()) {
            return;
        }
        List<RtpPort> again = List.copyOf(postponed);
        postponed.clear();
        forgetCancelled();
        for (RtpPort port : again) {
            if (port.markQueued()) {
                woken.add(port);
            }
        }
        runCommands();
    }

    private synchronized void runCommands() {
        for (RtpPort port = woken.poll(); port != null; port = woken.poll()) {
            port.unmarkQueued();
            if (port.home() != this) {
                port.home().wake(port);
            } else if (!run(port)) {
                closed.add(port);
            }
        }
    }

    /// @return false when the port is closed from now on
    private boolean run(RtpPort port) {
        Stream stream = port.stream();
        if (stream != null && rounds.get(port.phase).add(port) && !watch(port, stream)) {
            rounds.get(port.phase).remove(port);
            postponed.add(port);
            return true;
        }
        try {
            return port.run();
        } catch (RuntimeException | Error e) {
            Guard.report("a command", e);
            return port.stream() != null;
        }
    }

    /// @return false when the selector has yet to forget that it watched these sockets before
    private boolean watch(RtpPort port, Stream stream) {
        SocketPair sockets = port.sockets;
        try {
            if (!ended && sockets.home != this) {
                sockets.rtp.register(selector, SelectionKey.OP_READ, sockets);
                sockets.rtcp.register(selector, SelectionKey.OP_READ, sockets);
                sockets.home = this;
            } else if (sockets.user == null) {
                intake.drain(sockets);
            }
        } catch (CancelledKeyException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("an RTP socket cannot be watched", e);
        }
        sockets.user = port;
        disturbed(port);
        long step = Math.floorDiv(time.now(), STEP);
        stream.startAt((step - Math.floorMod(step - port.phase, PHASES)) * STEP);
        return true;
    }

    /// Sockets rest until the next call, or are closed. Those are really closed when their selector has let go of
    /// them; only then the port is free.
    private void release(List<RtpPort> closed) {
        List<SocketPair> given = new ArrayList<>(0);
        for (RtpPort port : closed) {
            if (!port.markReleased()) {
                continue;
            }
            rounds.get(port.phase).remove(port);
            disturbed.remove(port);
            SocketPair sockets = port.sockets;
            sockets.user = null;
            if (ended || stopping || sockets.home != this || !sockets.forgetPeer() || !resting.rest(sockets)) {
                sockets.close();
                given.add(sockets);
            }
        }
        if (!given.isEmpty()) {
            forgetCancelled();
            given.forEach(sockets -> range.giveBack(sockets.local.getPort()));
        }
    }

    /// Has the selector let go of what it is not to watch any more.
    private void forgetCancelled() {
        try {
            if (selector.isOpen()) {
                selector.selectNow(ready);
            }
        } catch (IOException e) {
            LOG.warn("selector of {}: {}", thread.getName(), e.toString());
        }
    }

    private long timeout() {
        for (Round round : rounds) {
            if (!round.isEmpty()) {
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
                release(port.stream(), now);
            }
            step = now;
            rounds.get((int) (nextStep % PHASES)).forEach(tick);
        }
    }

    private static void release(@Nullable Stream stream, long now) {
        if (stream != null) {
            stream.socket.release(now);
        }
    }

    private void tick(RtpPort port) {
        try {
            Stream stream = port.stream();
            if (stream != null) {
                stream.tick(step);
            }
        } catch (RuntimeException | Error e) {
            Guard.report("a tick", e);
        }
    }

    private static void cancel(@Nullable SelectionKey key) {
        if (key != null) {
            key.cancel();
        }
    }
}
