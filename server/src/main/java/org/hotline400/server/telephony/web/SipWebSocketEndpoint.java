package org.hotline400.server.telephony.web;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.telephony.Switchboard;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// The door for browsers: hands their connections over to the SIP stack (RFC 7118).
@Component
class SipWebSocketEndpoint extends AbstractWebSocketHandler implements SubProtocolCapable, HandshakeInterceptor {
    private static final String SUBPROTOCOL = "sip";
    private static final int LONGEST_MESSAGE = 65_535;
    /// Above the interval of our pings, which a browser answers by itself.
    private static final Duration IDLE = Duration.ofSeconds(150);

    private final Switchboard switchboard;
    private final Map<String, BrowserConnection> open = new ConcurrentHashMap<>();

    SipWebSocketEndpoint(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(SUBPROTOCOL);
    }

    /// RFC 7118 §4: a client that does not offer `sip` does not speak SIP.
    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var offered = new WebSocketHttpHeaders(request.getHeaders()).getSecWebSocketProtocol();
        var speaks = offered.stream().anyMatch(SUBPROTOCOL::equalsIgnoreCase);
        if (!speaks) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
        }
        return speaks;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // Nothing: what failed has been answered.
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LONGEST_MESSAGE);
        session.setBinaryMessageSizeLimit(LONGEST_MESSAGE);
        if (session instanceof NativeWebSocketSession container) {
            var inner = container.getNativeSession(Session.class);
            if (inner != null) {
                inner.setMaxIdleTimeout(IDLE.toMillis());
            }
        }
        var connection = new BrowserConnection(session);
        // Before it is taken: whoever takes it may close it at once.
        open.put(session.getId(), connection);
        var feed = switchboard.accept(connection);
        if (feed.isPresent()) {
            connection.feed(feed.get());
        } else {
            open.remove(session.getId());
            connection.close("the switchboard is not running");
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        received(session, message.getPayload().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        var bytes = new byte[message.getPayload().remaining()];
        message.getPayload().get(bytes);
        received(session, bytes);
    }

    private void received(WebSocketSession session, byte[] bytes) {
        var connection = open.get(session.getId());
        if (connection != null) {
            connection.received(bytes);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) throws IOException {
        session.close(CloseStatus.SERVER_ERROR);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var connection = open.remove(session.getId());
        if (connection != null) {
            connection.closed();
        }
    }
}
