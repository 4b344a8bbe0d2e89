package org.hotline400.sip.internal.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipWebSocket;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.timing.Timers;

/// The WebSocket connections that a web container has handed over (RFC 7118). They can only be used, not opened: what
/// is for a browser goes over the connection that it has, or nowhere.
final class WebSockets {

    /// A call centre's agents may all sit behind one address.
    private static final TcpLimits LIMITS = new TcpLimits(4096, 4096, 256);

    private static final int LONGEST = 65_535;
    /// Messages of one connection that the loop has not come to yet; only one command at a time lies in its inbox.
    private static final int MOST_WAITING = 64;

    private static final int MOST_WAITING_BYTES = 128 << 10;

    /// In this time a browser must have registered, called, or been called.
    private static final Duration PROVING = Duration.ofSeconds(60);

    private static final byte[] PONG = {'\r', '\n'};

    private final Executor loop;
    private final Timers timers;
    private final Openers openers = new Openers(LIMITS);
    private final Map<InetSocketAddress, Link> open = new HashMap<>();
    private Receiver receiver = (message, source) -> {};

    WebSockets(Executor loop, Timers timers) {
        this.loop = loop;
        this.timers = timers;
    }

    void start(Receiver messages) {
        receiver = messages;
    }

    /// Takes a connection over, from any thread.
    SipWebSocket.Feed accept(SipWebSocket socket) {
        var link = new Link(socket);
        link.post(() -> add(link));
        return link;
    }

    private void add(Link link) {
        InetSocketAddress remote = link.source.address();
        Link before = open.get(remote);
        if (before != null) {
            remove(before);
            before.socket.close("another connection came from the same place");
        }
        if (link.over) {
            return;
        }
        if (open.size() >= LIMITS.all() || !openers.mayOpen(remote)) {
            link.socket.close("too many connections");
            return;
        }
        open.put(remote, link);
        openers.opened(remote);
        link.keepWatch();
    }

    private void remove(Link link) {
        if (open.remove(link.source.address(), link)) {
            openers.closed(link.source.address());
            link.watch.cancel();
        }
    }

    int count() {
        return open.size();
    }

    /// @return false when there is no connection with it
    boolean send(InetSocketAddress to, byte[] message) {
        Link link = open.get(to);
        if (link == null || link.over) {
            return false;
        }
        link.proven = link.proven || Proof.isIn(message);
        link.socket.send(message);
        return true;
    }

    void close() {
        List.copyOf(open.values()).forEach(link -> {
            remove(link);
            link.socket.close("the stack closes");
        });
    }

    private final class Link implements SipWebSocket.Feed {

        private final SipWebSocket socket;
        private final SipSource source;
        private final ArrayBlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private final AtomicInteger waitingBytes = new AtomicInteger();
        private final AtomicBoolean called = new AtomicBoolean();
        private volatile boolean over;
        private boolean proven;
        private Timer watch = Timer.NONE;

        Link(SipWebSocket socket) {
            this.socket = socket;
            this.source = new SipSource(socket.secure() ? Transport.WSS : Transport.WS, socket.remote());
        }

        private void post(Runnable step) {
            try {
                loop.execute(step);
            } catch (RejectedExecutionException e) {
                end("the stack takes nothing more");
            }
        }

        /// From any thread. The container tells when it is over, or the watch finds it.
        private void end(String why) {
            over = true;
            socket.close(why);
        }

        /// Also finds those whose end the loop could not be told of.
        private void keepWatch() {
            watch = timers.after(PROVING.toMillis(), () -> {
                if (over) {
                    remove(this);
                } else if (proven) {
                    keepWatch();
                } else {
                    remove(this);
                    end("it neither registered nor called in time");
                }
            });
        }

        @Override
        public void received(byte[] message) {
            if (over) {
                return;
            }
            if (message.length > LONGEST) {
                end("a message of " + message.length + " bytes is too long");
            } else if (waitingBytes.addAndGet(message.length) > MOST_WAITING_BYTES || !waiting.offer(message)) {
                end("it sends faster than it can be listened to");
            } else {
                callLoop();
            }
        }

        private void callLoop() {
            if (called.compareAndSet(false, true)) {
                post(this::takeWaiting);
            }
        }

        private void takeWaiting() {
            called.set(false);
            for (int i = 0; i < MOST_WAITING; i++) {
                byte[] message = waiting.poll();
                if (message == null) {
                    return;
                }
                waitingBytes.addAndGet(-message.length);
                take(message);
            }
            callLoop();
        }

        private void take(byte[] message) {
            if (over || open.get(source.address()) != this) {
                return;
            }
            if (!receiver.welcomes(source)) {
                end("its source is banned");
            } else if (!isKeepAlive(message)) {
                receiver.received(message, source);
            } else if (message.length >= 2 * PONG.length) {
                socket.send(PONG);
            }
        }

        /// RFC 7118 §6 wants WebSocket's own pings; some browsers' libraries send those of RFC 5626 all the same.
        private static boolean isKeepAlive(byte[] message) {
            for (byte one : message) {
                if (one != '\r' && one != '\n') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void closed() {
            over = true;
            post(() -> remove(this));
        }
    }
}
