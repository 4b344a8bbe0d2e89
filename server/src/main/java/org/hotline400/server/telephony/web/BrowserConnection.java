package org.hotline400.server.telephony.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.sip.SipWebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// One browser's connection. The SIP loop only puts messages into a bounded queue; a thread of the connection writes
/// them, and pings when there is nothing to write, which keeps it open through proxies (RFC 7118 §6).
final class BrowserConnection implements SipWebSocket {
    private static final Logger log = LoggerFactory.getLogger(BrowserConnection.class);

    private static final int MOST_WAITING_BYTES = 1 << 20;
    private static final int MOST_WAITING = 1024;
    private static final Duration PING = Duration.ofSeconds(50);

    private final WebSocketSession session;
    private final InetSocketAddress remote;
    private final boolean secure;
    private final LinkedBlockingQueue<TextMessage> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final Thread writer;
    private volatile @Nullable Feed feed;
    private volatile boolean over;

    BrowserConnection(WebSocketSession session) {
        this.session = session;
        this.remote = resolved(session.getRemoteAddress());
        String scheme = Objects.requireNonNull(session.getUri()).getScheme();
        this.secure = scheme.equals("wss") || scheme.equals("https");
        this.writer =
                Thread.ofVirtual().name("sip-websocket-" + session.getId()).unstarted(this::write);
    }

    /// A proxy may name the browser by what is no address: then nobody could say whose connection this is.
    private static InetSocketAddress resolved(@Nullable InetSocketAddress remote) {
        if (remote == null || remote.isUnresolved()) {
            throw new IllegalArgumentException(
                    "the other end has no address: X-Forwarded-For must hold one, was " + remote);
        }
        return remote;
    }

    void feed(Feed stack) {
        feed = stack;
        writer.start();
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean secure() {
        return secure;
    }

    @Override
    public void send(byte[] message) {
        var text = new TextMessage(new String(message, StandardCharsets.UTF_8));
        var full = waitingBytes.addAndGet(message.length) > MOST_WAITING_BYTES;
        if (full || !waiting.offer(text)) {
            close("it takes its messages too slowly");
        }
    }

    /// Only asks for it: closing may wait for the browser, and the SIP loop must not.
    @Override
    public void close(String why) {
        if (!over) {
            over = true;
            log.debug("The WebSocket of {} is closed: {}", remote, why);
            Thread.ofVirtual().name("sip-websocket-close").start(() -> {
                writer.interrupt();
                shut(CloseStatus.GOING_AWAY);
            });
        }
    }

    private void write() {
        try {
            while (!over) {
                var next = waiting.poll(PING.toSeconds(), TimeUnit.SECONDS);
                WebSocketMessage<?> message = next == null ? new PingMessage() : next;
                session.sendMessage(message);
                if (next != null) {
                    waitingBytes.addAndGet(-next.getPayloadLength());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.debug("The WebSocket of {} broke: {}", remote, e.toString());
            shut(CloseStatus.SERVER_ERROR);
        }
    }

    private void shut(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | RuntimeException e) {
            log.debug("The WebSocket of {} did not close: {}", remote, e.toString());
        }
    }

    void received(byte[] message) {
        var stack = feed;
        if (stack != null) {
            stack.received(message);
        }
    }

    /// The container says that it is over.
    void closed() {
        over = true;
        writer.interrupt();
        var stack = feed;
        if (stack != null) {
            stack.closed();
        }
    }
}
