package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// A browser's connection to a running server.
@ServerTest
class SipWebSocketTest {
    @Autowired
    private ServletWebServerApplicationContext server;

    @Autowired
    private Switchboard switchboard;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    /// What came in, whole messages.
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                heard.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        String next() throws InterruptedException {
            var next = heard.poll(8, TimeUnit.SECONDS);
            assertThat(next).as("a message").isNotNull();
            return next;
        }
    }

    private URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getWebServer().getPort() + "/sip");
    }

    private WebSocket connect(String origin, String subprotocol, Ear ear) {
        return connect(client.newWebSocketBuilder(), origin, subprotocol, ear);
    }

    private WebSocket connect(WebSocket.Builder builder, String origin, String subprotocol, Ear ear) {
        builder.connectTimeout(Duration.ofSeconds(8));
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        if (!subprotocol.isEmpty()) {
            builder.subprotocols(subprotocol);
        }
        return builder.buildAsync(uri(), ear).join();
    }

    private static String request(String method, String branch) {
        return """
                %s sip:400@127.0.0.1 SIP/2.0\r
                Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK%s\r
                Max-Forwards: 70\r
                From: <sip:a@example.com>;tag=a\r
                To: <sip:400@127.0.0.1>\r
                Call-ID: %s\r
                CSeq: 1 %s\r
                Contact: <sip:a@df7jal23ls0d.invalid;transport=ws>\r
                Content-Length: 0\r
                \r
                """.formatted(method, branch, branch, method);
    }

    @Test
    void aPageSpeaksSipOverItsConnection() throws Exception {
        var ear = new Ear();
        var before = switchboard.sipStatistics().connections();
        var socket = connect("http://127.0.0.1:" + uri().getPort(), "sip", ear);
        assertThat(socket.getSubprotocol()).isEqualTo("sip");
        socket.sendText(request("OPTIONS", "o1"), true).join();
        assertThat(ear.next()).startsWith("SIP/2.0 200").contains("Via: SIP/2.0/WS df7jal23ls0d.invalid");
        socket.sendText("\r\n\r\n", true).join();
        assertThat(ear.next()).isEqualTo("\r\n");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        Awaitility.await()
                .atMost(Duration.ofSeconds(8))
                .until(() -> switchboard.sipStatistics().connections() == before);
    }

    /// The test comes from loopback, as a proxy on the same machine does.
    @Test
    void behindAProxyThePageIsKnownByItsOwnAddress() throws Exception {
        var ear = new Ear();
        var proxied = client.newWebSocketBuilder()
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https");
        var socket = connect(proxied, "", "sip", ear);
        socket.sendText(request("OPTIONS", "o2"), true).join();
        assertThat(ear.next()).startsWith("SIP/2.0 200").contains("received=203.0.113.7");
        socket.abort();
    }

    /// Loopback may be a trunk's address; a page that loopback's web server let in is nobody's trunk.
    @Test
    void aCallFromAPageMustProveItself() throws Exception {
        var ear = new Ear();
        var socket = connect("", "sip", ear);
        socket.sendText(request("INVITE", "i1"), true).join();
        assertThat(ear.next()).startsWith("SIP/2.0 100");
        assertThat(ear.next()).matches("(?s)SIP/2.0 40[13] .*");
        socket.abort();
    }

    @Test
    void otherOriginsAndOtherProtocolsAreTurnedAway() {
        assertThatThrownBy(() -> connect("https://elsewhere.example", "sip", new Ear()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> connect("", "", new Ear())).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> connect("", "chat", new Ear())).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void aMessageTooLongEndsTheConnection() throws Exception {
        var socket = connect("", "sip", new Ear());
        var _ = socket.sendText("x".repeat(70_000), true);
        Awaitility.await().atMost(Duration.ofSeconds(8)).until(socket::isInputClosed);
    }
}
