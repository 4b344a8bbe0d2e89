package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipTls;
import org.hotline400.sip.SipWebSocket;
import org.hotline400.sip.internal.guard.LoadGauge;
import org.hotline400.sip.internal.timing.Complaints;
import org.hotline400.sip.internal.timing.TimerWheel;
import org.hotline400.sip.internal.tls.TlsContexts;
import org.hotline400.sip.internal.transaction.Outlet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread: reads sockets, runs commands, moves time.
public final class EventLoop implements Executor, Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final int INBOX = 1 << 16;
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_COMMANDS_A_TURN = 1024;

    private final Sockets sockets;
    private final Selector selector;
    private final InetSocketAddress address;
    private final Optional<InetSocketAddress> tlsAddress;
    private final TlsContexts contexts;
    private final TlsWork work = new TlsWork(this);
    private final WebSockets webSockets;
    private final TimerWheel wheel;
    private final ArrayBlockingQueue<Runnable> inbox = new ArrayBlockingQueue<>(INBOX);
    /// What a full inbox did not take and must not be lost: the ends of legs.
    private final ConcurrentLinkedQueue<End> ends = new ConcurrentLinkedQueue<>();
    /// How many commands were taken from the inbox; raised by the loop alone.
    private final AtomicLong polled = new AtomicLong();

    private final ArrayDeque<Runnable> own = new ArrayDeque<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final LoadGauge load = new LoadGauge();
    private final Complaints complaints = new Complaints();
    private final Thread thread;
    private final long started = System.nanoTime();
    private Receiver receiver = (message, source) -> {};
    private Runnable afterTurn = () -> {};
    private Runnable whenOver = () -> {};
    private boolean emptied;
    private volatile boolean running = true;

    private EventLoop(Sockets sockets, TlsContexts contexts) throws IOException {
        this.sockets = sockets;
        this.contexts = contexts;
        this.selector = sockets.selector();
        this.address = sockets.address();
        this.tlsAddress = sockets.tlsAddress();
        this.wheel = new TimerWheel(0, e -> complaints.failed(LOG, "A timer failed", e));
        this.webSockets = new WebSockets(this, wheel);
        this.thread = Thread.ofPlatform()
                .name("sip-" + address.getPort())
                .daemon(true)
                .unstarted(this::run);
    }

    /// Binds UDP and TCP to one port; TLS only connects.
    ///
    /// @throws IOException naming the address and the fix
    public static EventLoop bind(InetSocketAddress wanted) throws IOException {
        return bind(wanted, SipTls.outgoing());
    }

    /// Binds UDP and TCP to one port, and TLS to another one when it is wanted.
    ///
    /// @throws IOException naming the address, or the file of a certificate, and the fix
    public static EventLoop bind(InetSocketAddress wanted, SipTls tls) throws IOException {
        return bind(wanted, tls, StreamTimes.USUAL);
    }

    static EventLoop bind(InetSocketAddress wanted, SipTls tls, StreamTimes times) throws IOException {
        TlsContexts contexts = TlsContexts.of(tls);
        return new EventLoop(Sockets.bind(new Sockets.Plan(wanted, tls.port(), times)), contexts);
    }

    public InetSocketAddress address() {
        return address;
    }

    /// Where TLS is listened to; empty when nowhere.
    public Optional<InetSocketAddress> tlsAddress() {
        return tlsAddress;
    }

    public TimerWheel timers() {
        return wheel;
    }

    /// Whether the loop keeps up; for its own thread.
    public LoadGauge load() {
        return load;
    }

    public int connections() {
        return sockets.connections() + webSockets.count();
    }

    /// Takes a WebSocket connection over, from any thread.
    public SipWebSocket.Feed accept(SipWebSocket connection) {
        return webSockets.accept(connection);
    }

    /// @param ended runs on the loop when its thread ends, for whatever reason: nothing that it served may wait on
    public void whenOver(Runnable ended) {
        whenOver = ended;
    }

    /// @param messages takes what comes in
    /// @param turned runs after each turn of the loop
    public void start(Receiver messages, Runnable turned) {
        receiver = new Unfailing(messages, complaints);
        afterTurn = turned;
        sockets.start(receiver, wheel, work, contexts);
        webSockets.start(receiver);
        thread.start();
    }

    /// Runs a command on the loop. From the loop itself it waits in a queue of its own, so that no command runs
    /// inside another. A full inbox holds the caller up, at most a second. An interrupted caller is served like any
    /// other, as the thread of a call that is being ended must still get its BYE out; it stays interrupted.
    ///
    /// @throws RejectedExecutionException when the inbox stays full, or the loop is closed
    @Override
    public void execute(Runnable command) {
        if (Thread.currentThread() == thread) {
            own.add(command);
            return;
        }
        boolean taken = running && (inbox.offer(command) || offeredInTime(command));
        if (!taken || (!running && inbox.remove(command))) {
            throw new RejectedExecutionException(running ? "the SIP loop is overloaded" : "the SIP stack is closed");
        }
        wake();
    }

    /// The loop looks into its inbox once more after it has said that it goes to sleep, so no command is missed.
    private void wake() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    /// The same for what must not be lost, such as the end of a leg: it is taken even when the inbox stays full. Not
    /// for more than a few commands of each leg.
    ///
    /// @throws RejectedExecutionException when the loop is closed
    public void executeAnyway(Runnable command) {
        try {
            execute(command);
        } catch (RejectedExecutionException e) {
            if (!running) {
                throw e;
            }
            ends.add(new End(command, polled.get() + INBOX));
            wake();
        }
    }

    /// What must not be lost.
    ///
    /// @param behind so many commands have been taken from the inbox when all that were there before it have been
    private record End(Runnable command, long behind) {}

    private boolean offeredInTime(Runnable command) {
        long until = System.nanoTime() + LONGEST_WAIT;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return inbox.offer(command, until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void send(SipHop hop, byte[] message, Runnable failed) {
        if (!hop.transport().isWebSocket()) {
            sockets.send(hop, message, own::add, failed);
        } else if (!webSockets.send(hop.address(), message)) {
            own.add(failed);
        }
    }

    private void run() {
        try {
            while (running) {
                survive("A turn of the SIP loop failed", this::turn);
            }
            commands();
        } finally {
            running = false;
            survive("The end of the SIP loop failed", whenOver::run);
            closeSockets();
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    /// Whatever a step throws, errors of the JVM among it, the others are taken all the same.
    private void survive(String complaint, Step step) {
        try {
            step.take();
        } catch (Throwable e) {
            complaints.failed(LOG, complaint, e);
        }
    }

    private void turn() throws IOException {
        long began = System.nanoTime();
        asleep.set(own.isEmpty());
        long mayWait = own.isEmpty() && inbox.isEmpty() && ends.isEmpty() ? waitingTime() : 0;
        emptied = true;
        if (mayWait > 0) {
            selector.select(this::ready, mayWait);
        } else {
            selector.selectNow(this::ready);
        }
        asleep.set(false);
        moveTime();
        commands();
        afterTurn.run();
        double took = (System.nanoTime() - began) / 1e6;
        load.turned(wheel.now(), Math.max(0, took - mayWait), emptied && inbox.remainingCapacity() > INBOX / 2);
    }

    /// Before anything is done: a timer armed against a stale clock would run too early.
    private void moveTime() {
        wheel.advance(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }

    private long waitingTime() {
        return wheel.armed() == 0 ? 1000 : TimerWheel.TICK;
    }

    private void ready(SelectionKey key) {
        asleep.set(false);
        moveTime();
        try {
            if (key.attachment() == null) {
                emptied = sockets.readDatagrams(receiver);
            } else {
                sockets.ready(key);
            }
        } catch (Throwable e) {
            complaints.failed(LOG, "A socket failed", e);
            sockets.failed(key);
        }
    }

    private void commands() {
        for (int i = 0; i < MOST_COMMANDS_A_TURN; i++) {
            Runnable command = next();
            if (command == null) {
                return;
            }
            survive("A command of the SIP loop failed", command::run);
        }
    }

    private @Nullable Runnable next() {
        End end = ends.peek();
        if (end != null && polled.get() >= end.behind()) {
            return ends.remove().command();
        }
        if (!own.isEmpty()) {
            return own.poll();
        }
        Runnable command = inbox.poll();
        if (command != null) {
            polled.lazySet(polled.get() + 1);
            return command;
        }
        // The inbox is empty: what was to be done before has been done.
        return end == null ? null : ends.remove().command();
    }

    /// Stops the thread and closes the sockets; returns when both is done.
    public void stop() {
        running = false;
        selector.wakeup();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSockets() {
        try {
            work.close();
            webSockets.close();
            sockets.close();
        } catch (IOException e) {
            LOG.warn("Closing the SIP sockets failed: {}", e.toString());
        }
    }
}
