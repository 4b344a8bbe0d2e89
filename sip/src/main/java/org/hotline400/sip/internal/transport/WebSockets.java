package org.hotline400.sip.internal.transport;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipWebSocket;
import org.hotline400.sip.Transport;

/// The WebSocket connections that a web container has handed over (RFC 7118). They can only be used, not opened: what
/// is for a browser goes over the connection that it has, or nowhere.
final class WebSockets {

    private static final int MOST = 4096;
    private static final int LONGEST = 65_535;
    private static final byte[] PONG = {'\r', '\n'};

    private final Executor loop;
    private final Map<InetSocketAddress, Link> open = new HashMap<>();
    private Receiver receiver = (message, source) -> {};

    WebSockets(Executor loop) {
        this.loop = loop;
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
        if (open.size() >= MOST) {
            link.socket.close("too many connections");
            return;
        }
        Link before = open.put(link.socket.remote(), link);
        if (before != null) {
            before.socket.close("another connection came from the same place");
        }
    }

    int count() {
        return open.size();
    }

    /// @return false when there is no connection with it
    boolean send(InetSocketAddress to, byte[] message) {
        Link link = open.get(to);
        if (link != null) {
            link.socket.send(message);
        }
        return link != null;
    }

    void close() {
        List.copyOf(open.values()).forEach(link -> link.socket.close("the stack closes"));
        open.clear();
    }

    private final class Link implements SipWebSocket.Feed {

        private final SipWebSocket socket;
        private final SipSource source;

        Link(SipWebSocket socket) {
            this.socket = socket;
            this.source = new SipSource(socket.secure() ? Transport.WSS : Transport.WS, socket.remote());
        }

        private void post(Runnable step) {
            try {
                loop.execute(step);
            } catch (RejectedExecutionException e) {
                socket.close("the stack takes nothing more");
            }
        }

        @Override
        public void received(byte[] message) {
            if (message.length > LONGEST) {
                socket.close("a message of " + message.length + " bytes is too long");
                return;
            }
            post(() -> take(message));
        }

        private void take(byte[] message) {
            if (open.get(source.address()) != this) {
                return;
            }
            if (!receiver.welcomes(source)) {
                socket.close("its source is banned");
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
            post(() -> open.remove(source.address(), this));
        }
    }
}
