package org.hotline400.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.hotline400.sip.internal.timing.TimerWheel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may hold connections, and for how long. The test moves the clock and turns the selector itself.
class TcpPortTest {

    private static final TcpLimits FEW = new TcpLimits(6, 4, 2);
    private static final String MESSAGE = "OPTIONS sip:x@127.0.0.1 SIP/2.0\r\nContent-Length: 0\r\n\r\n";

    private final TimerWheel wheel = new TimerWheel(0, e -> {
        throw e;
    });
    private final List<Socket> strangers = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private Selector selector;
    private TcpPort port;
    private InetSocketAddress address;

    @BeforeEach
    void start() throws IOException {
        selector = Selector.open();
        port = TcpPort.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), FEW);
        port.register(selector);
        port.start((message, source) -> received.add(new String(message, StandardCharsets.UTF_8)), wheel);
        var listener = (ServerSocketChannel) selector.keys().iterator().next().channel();
        address = (InetSocketAddress) listener.getLocalAddress();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        port.close();
        selector.close();
    }

    /// Connects from an address of the loopback net.
    private Socket connect(String from) throws IOException {
        var socket = new Socket();
        strangers.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(address, 5_000);
        return socket;
    }

    private void turn() throws IOException {
        selector.select(this::ready, 20);
    }

    private void ready(SelectionKey key) {
        switch (key.attachment()) {
            case TcpConnection connection -> connection.ready();
            default -> port.accept();
        }
    }

    private void awaitConnections(int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    turn();
                    assertThat(port.connections()).isEqualTo(count);
                });
    }

    private void assertShut(Socket socket) throws IOException {
        turn();
        socket.setSoTimeout(5_000);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void oneAddressHoldsOnlyItsShare() throws IOException {
        Socket first = connect("127.0.0.2");
        connect("127.0.0.2");
        awaitConnections(2);
        assertShut(connect("127.0.0.2"));
        connect("127.0.0.3");
        awaitConnections(3);
        first.close();
        awaitConnections(2);
        connect("127.0.0.2");
        awaitConnections(3);
    }

    @Test
    void strangersLeaveRoomForConnectionsOfOurOwn() throws IOException {
        for (int last = 2; last < 6; last++) {
            connect("127.0.0." + last);
        }
        awaitConnections(4);
        assertShut(connect("127.0.0.9"));
        try (var trunk = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trunk.setSoTimeout(5_000);
            var lost = new ArrayList<String>();
            port.send((InetSocketAddress) trunk.getLocalSocketAddress(), new byte[] {'x'}, lost::add);
            awaitConnections(5);
            try (Socket ours = trunk.accept()) {
                turn();
                ours.setSoTimeout(5_000);
                assertThat(ours.getInputStream().read()).isEqualTo('x');
            }
            assertThat(lost).isEmpty();
        }
    }

    /// Trunks connect from the port they listen on: when such a connection is over, they can be called all the same.
    @Test
    void whoeverConnectedFromTheirOwnPortCanBeConnectedToAfterAWhile() throws IOException {
        var stranger = new Socket();
        stranger.setReuseAddress(true);
        stranger.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
        var there = (InetSocketAddress) stranger.getLocalSocketAddress();
        stranger.connect(address, 5_000);
        awaitConnections(1);
        stranger.close();
        awaitConnections(0);
        try (var trunk = new ServerSocket()) {
            trunk.setReuseAddress(true);
            trunk.bind(there);
            trunk.setSoTimeout(5_000);
            var lost = new ArrayList<String>();
            port.send(there, new byte[] {'x'}, lost::add);
            assertThat(lost).containsExactly("no connection");
            wheel.advance(33_000);
            port.send(there, new byte[] {'x'}, lost::add);
            awaitConnections(1);
            trunk.accept().close();
        }
    }

    @Test
    void whoeverDoesNotListenIsNotListenedTo() throws IOException {
        Socket stranger = connect("127.0.0.2");
        stranger.setSoTimeout(5_000);
        var peer = (InetSocketAddress) stranger.getLocalSocketAddress();
        awaitConnections(1);
        var lost = new ArrayList<String>();
        for (int i = 0; i < 5_000 && lost.isEmpty(); i++) {
            port.send(peer, new byte[60_000], lost::add);
        }
        assertThat(lost).hasSize(1);
        stranger.getOutputStream().write(MESSAGE.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 5; i++) {
            turn();
        }
        assertThat(received).isEmpty();
        var into = new byte[1 << 16];
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    while (stranger.getInputStream().available() > 0) {
                        assertThat(stranger.getInputStream().read(into)).isPositive();
                        turn();
                    }
                    turn();
                    assertThat(received).containsExactly(MESSAGE);
                });
    }

    @Test
    void whoeverSendsNoWholeMessageInTimeIsShut() throws IOException {
        Socket talks = connect("127.0.0.2");
        Socket trickles = connect("127.0.0.3");
        connect("127.0.0.4");
        awaitConnections(3);
        talks.getOutputStream().write(MESSAGE.getBytes(StandardCharsets.UTF_8));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    turn();
                    assertThat(received).containsExactly(MESSAGE);
                });
        wheel.advance(29_000);
        trickles.getOutputStream().write('O');
        turn();
        assertThat(port.connections()).isEqualTo(3);
        wheel.advance(31_000);
        assertThat(port.connections()).isEqualTo(1);
        assertShut(trickles);
        assertThat(wheel.armed()).isEqualTo(1);
        wheel.advance(Duration.ofMinutes(16).toMillis());
        assertThat(port.connections()).isZero();
    }
}
