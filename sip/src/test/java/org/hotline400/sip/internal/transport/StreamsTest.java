package org.hotline400.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.hotline400.sip.Certificates;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipTls;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Connections whose other end is slow, silent or dead; what the other end does is written here by hand.
class StreamsTest {

    private static final String MESSAGE = "OPTIONS sip:x@127.0.0.1 SIP/2.0\r\nContent-Length: 0\r\n\r\n";
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final StreamTimes HASTY = new StreamTimes(
            Duration.ofSeconds(2),
            Duration.ofMillis(400),
            Duration.ofMillis(600),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(100),
            Duration.ofMillis(150),
            Duration.ofMillis(500));

    private record Arrived(String text, SipSource source) {}

    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private EventLoop loop;

    private void start(SipTls tls) throws IOException {
        loop = EventLoop.bind(ANYWHERE, tls, HASTY);
        loop.start(
                (message, source) -> arrived.add(new Arrived(new String(message, StandardCharsets.UTF_8), source)),
                () -> {});
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Certificates.file("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private SSLSocket tlsClient() throws Exception {
        InetSocketAddress tls = loop.tlsAddress().orElseThrow();
        var socket = (SSLSocket) trusting().getSocketFactory().createSocket(tls.getAddress(), tls.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private Arrived next() throws InterruptedException {
        Arrived next = arrived.poll(8, TimeUnit.SECONDS);
        assertThat(next).as("a message").isNotNull();
        return next;
    }

    private void awaitNoConnection() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(loop.connections()).isZero());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Test
    void aHandshakeThatDoesNotGoOnEndsInTime() throws Exception {
        start(Certificates.listening("alice"));
        InetSocketAddress tls = loop.tlsAddress().orElseThrow();
        try (var silent = new Socket(tls.getAddress(), tls.getPort());
                var trickling = new Socket(tls.getAddress(), tls.getPort())) {
            silent.setSoTimeout(8_000);
            trickling.setSoTimeout(8_000);
            trickling.getOutputStream().write(new byte[] {22, 3, 1});
            // An alert, and the end.
            silent.getInputStream().readAllBytes();
            trickling.getInputStream().readAllBytes();
            awaitNoConnection();
        }
    }

    @Test
    void whatIsNoTlsIsShutAtOnce() throws Exception {
        start(Certificates.listening("alice"));
        InetSocketAddress tls = loop.tlsAddress().orElseThrow();
        try (var plain = new Socket(tls.getAddress(), tls.getPort())) {
            plain.setSoTimeout(8_000);
            send(plain, MESSAGE);
            plain.getInputStream().readAllBytes();
            awaitNoConnection();
            assertThat(arrived).isEmpty();
        }
    }

    @Test
    void aServerThatNeverGreetsCostsNoMoreThanTheHandshakesTime() throws Exception {
        start(SipTls.outgoing());
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var failed = new LinkedBlockingQueue<Boolean>();
            var hop = new SipHop(Transport.TLS, (InetSocketAddress) mute.getLocalSocketAddress());
            loop.execute(() -> loop.send(hop, new byte[] {'x'}, () -> failed.add(true)));
            assertThat(failed.poll(8, TimeUnit.SECONDS)).isTrue();
            awaitNoConnection();
        }
    }

    @Test
    void aSlowReaderGetsEveryByteAndOneThatStopsIsLetGo() throws Exception {
        start(Certificates.listening("alice"));
        byte[] big = new byte[60_000];
        Arrays.fill(big, (byte) 'b');
        try (SSLSocket client = tlsClient()) {
            send(client, MESSAGE);
            var source = next().source();
            var failed = new AtomicInteger();
            var hop = new SipHop(Transport.TLS, source.address());
            for (int i = 0; i < 15; i++) {
                loop.execute(() -> loop.send(hop, big, failed::incrementAndGet));
            }
            byte[] read = client.getInputStream().readNBytes(15 * big.length);
            assertThat(read).hasSize(15 * big.length).containsOnly('b');
            assertThat(failed).hasValue(0);
            // More than the buffers of any system's sockets take in: some let a receiver have 32 MB.
            for (int i = 0; i < 1500; i++) {
                loop.execute(() -> loop.send(hop, big, failed::incrementAndGet));
            }
            awaitNoConnection();
            assertThat(failed).hasPositiveValue();
        }
    }

    @Test
    void closingSaysGoodbyeInBothDirections() throws Exception {
        start(Certificates.listening("alice"));
        SSLSocket client = tlsClient();
        send(client, MESSAGE);
        next();
        client.close();
        awaitNoConnection();
        try (SSLSocket other = tlsClient()) {
            send(other, MESSAGE);
            next();
            loop.stop();
            // Without close_notify reading would fail instead of ending.
            assertThat(other.getInputStream().read()).isEqualTo(-1);
        }
    }

    /// Whoever holds a server's address could connect from its port, and be called as if they were it.
    @Test
    void aNamedServerIsNeverReachedOverAConnectionThatItDidNotProveItselfOn() throws Exception {
        start(Certificates.listening("alice"));
        try (SSLSocket impostor = tlsClient()) {
            send(impostor, MESSAGE);
            var address = next().source().address();
            var named = new SipHop(Transport.TLS, Certificates.named("alice.test", address.getPort()));
            var failed = new LinkedBlockingQueue<Boolean>();
            loop.execute(() -> loop.send(named, new byte[] {'n'}, () -> failed.add(true)));
            assertThat(failed.poll(8, TimeUnit.SECONDS)).isTrue();
            loop.execute(() -> loop.send(new SipHop(Transport.TLS, address), new byte[] {'a'}, () -> failed.add(true)));
            assertThat(impostor.getInputStream().read()).isEqualTo('a');
            assertThat(failed).isEmpty();
        }
    }

    @Test
    void whoeverNegotiatesTlsAnewIsShut() throws Exception {
        start(Certificates.listening("alice"));
        try (SSLSocket client = tlsClient()) {
            client.setEnabledProtocols(new String[] {"TLSv1.2"});
            send(client, MESSAGE);
            next();
            assertThatThrownBy(() -> {
                        client.startHandshake();
                        client.getInputStream().read();
                    })
                    .isInstanceOf(IOException.class);
            awaitNoConnection();
        }
    }

    @Test
    void pingsOfOthersAreAnswered() throws Exception {
        start(SipTls.outgoing());
        try (var client = new Socket(loop.address().getAddress(), loop.address().getPort())) {
            client.setSoTimeout(8_000);
            send(client, "\r\n\r\n" + MESSAGE + "\r\n\r\n");
            assertThat(client.getInputStream().readNBytes(4)).containsExactly('\r', '\n', '\r', '\n');
            assertThat(next().text()).isEqualTo(MESSAGE);
        }
    }

    @Test
    void ourConnectionsArePingedAndOneThatStopsAnsweringIsDropped() throws Exception {
        start(SipTls.outgoing());
        try (var trunk = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trunk.setSoTimeout(8_000);
            var hop = new SipHop(Transport.TCP, (InetSocketAddress) trunk.getLocalSocketAddress());
            loop.execute(() -> loop.send(hop, MESSAGE.getBytes(StandardCharsets.UTF_8), () -> {}));
            try (Socket peer = trunk.accept()) {
                peer.setSoTimeout(8_000);
                peer.getInputStream().readNBytes(MESSAGE.length());
                assertThat(peer.getInputStream().readNBytes(4)).asString().isEqualTo("\r\n\r\n");
                send(peer, "\r\n");
                assertThat(peer.getInputStream().readNBytes(4)).asString().isEqualTo("\r\n\r\n");
                assertThat(peer.getInputStream().read()).isEqualTo(-1);
                awaitNoConnection();
            }
        }
    }

    @Test
    void aPeerThatKnowsNoKeepAliveIsPingedOnAndKept() throws Exception {
        start(SipTls.outgoing());
        try (var trunk = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trunk.setSoTimeout(8_000);
            var hop = new SipHop(Transport.TCP, (InetSocketAddress) trunk.getLocalSocketAddress());
            loop.execute(() -> loop.send(hop, new byte[] {'x'}, () -> {}));
            try (Socket peer = trunk.accept()) {
                peer.setSoTimeout(8_000);
                assertThat(peer.getInputStream().readNBytes(1 + 3 * 4)).hasSize(13);
                assertThat(loop.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatWasSentToSomebodyWhoHangsUpWithoutAWordHasFailed() throws Exception {
        start(SipTls.outgoing());
        try (var trunk = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trunk.setSoTimeout(8_000);
            var failed = new LinkedBlockingQueue<Boolean>();
            var hop = new SipHop(Transport.TCP, (InetSocketAddress) trunk.getLocalSocketAddress());
            loop.execute(() -> loop.send(hop, new byte[] {'x'}, () -> failed.add(true)));
            trunk.accept().close();
            assertThat(failed.poll(8, TimeUnit.SECONDS)).isTrue();
        }
    }
}
