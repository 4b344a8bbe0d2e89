package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.hotline400.sip.LegEvent.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which way requests take, and what happens when one leads nowhere.
class WaysTest {

    private static OutgoingCall call(String uri, int padding) {
        return new OutgoingCall(
                SipUri.parse(uri),
                Optional.empty(),
                "<sip:alice@example.com>",
                "<sip:bob@example.com>",
                padding == 0 ? List.of() : List.of(new SipHeader("X-Long", "x".repeat(padding))),
                Party.SDP,
                Optional.empty(),
                70);
    }

    private static int closedPort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static Party asking(NameServer server) throws IOException {
        return Party.start(s -> s.withDns(SipDns.asking(List.of(server.address()))));
    }

    private static String srv(String service, int priority, int port) {
        return service + ".example.test. 60 IN SRV " + priority + " 1 " + port + " host.example.test.";
    }

    @Test
    void aServerThatIsDownIsPassedOverAndTriedLastForAWhile() throws IOException {
        try (var bob = Party.start();
                var server = new NameServer(
                        srv("_sip._tcp", 1, closedPort()),
                        srv("_sip._tcp", 2, bob.stack.address().getPort()),
                        "host.example.test. 60 IN A 127.0.0.1");
                var alice = asking(server)) {
            for (int i = 0; i < 2; i++) {
                var calling = alice.call(call("sip:bob@example.test;transport=tcp", 0));
                bob.incoming().leg().reject(SipReply.of(486, "Busy Here"));
                assertThat(calling.next(Rejected.class).response().status()).isEqualTo(486);
            }
            assertThat(server.asked().stream().filter("SRV _sip._tcp.example.test"::equals))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatIsSilentOrOverloadedHandsOverToTheNext() throws IOException {
        try (var bob = Party.start();
                var full = Party.start();
                var silent = new RawPeer(bob.stack.address());
                var server = new NameServer(
                        srv("_sip._udp", 1, silent.address().getPort()),
                        srv("_sip._udp", 2, full.stack.address().getPort()),
                        srv("_sip._udp", 3, bob.stack.address().getPort()),
                        "host.example.test. 60 IN A 127.0.0.1");
                var alice = asking(server)) {
            full.stack.refuseNewCalls();
            var calling = alice.call(call("sip:bob@example.test", 0));
            var called = bob.incoming();
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            calling.next(Answered.class);
            called.next(Confirmed.class);
            calling.leg().end(EndReason.normal());
            called.next(Ended.class);
        }
    }

    @Test
    void whenAllAreOverloadedTheirWordIsHeard() throws IOException {
        try (var full = Party.start();
                var server = new NameServer(
                        srv("_sip._udp", 1, full.stack.address().getPort()), "host.example.test. 60 IN A 127.0.0.1");
                var alice = asking(server)) {
            full.stack.refuseNewCalls();
            var rejected = alice.call(call("sip:bob@example.test", 0)).next(Rejected.class);
            assertThat(rejected.response().status()).isEqualTo(503);
            assertThat(rejected.response().header("Retry-After")).isPresent();
        }
    }

    @Test
    void aLongRequestTakesTcpWhenNobodyAskedForUdp() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start()) {
            String uri = "sip:bob@127.0.0.1:" + bob.stack.address().getPort();
            assertThat(transportOf(alice, bob, call(uri, 1000))).isEqualTo(Transport.TCP);
            assertThat(transportOf(alice, bob, call(uri, 100))).isEqualTo(Transport.UDP);
            assertThat(transportOf(alice, bob, call(uri + ";transport=udp", 1000)))
                    .isEqualTo(Transport.UDP);
        }
    }

    private static Transport transportOf(Party alice, Party bob, OutgoingCall order) {
        var calling = alice.call(order);
        var called = bob.incoming();
        called.leg().reject(SipReply.of(486, "Busy Here"));
        calling.next(Rejected.class);
        return called.leg().source().transport();
    }

    @Test
    void aLongRequestFallsBackToUdpWhereNobodySpeaksTcp() throws IOException {
        try (var alice = Party.start();
                var phone = new RawPeer(alice.stack.address())) {
            alice.call(call("sip:bob@127.0.0.1:" + phone.address().getPort(), 1000));
            assertThat(phone.receive(8_000).orElseThrow()).startsWith("INVITE").contains("SIP/2.0/UDP");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP", "TLS"})
    void callsGoOverIpv6(Transport transport) throws IOException {
        var here = new InetSocketAddress(InetAddress.ofLiteral("::1"), 0);
        var tls = Certificates.listening("alice");
        try (var alice = Party.start(s -> on(s, here).withTls(tls));
                var bob = Party.start(s -> on(s, here).withTls(tls))) {
            int port = transport == Transport.TLS
                    ? bob.stack.tlsAddress().orElseThrow().getPort()
                    : bob.stack.address().getPort();
            var calling = alice.call(call("sip:bob@[::1]:" + port + ";transport=" + transport.parameter(), 0));
            var called = bob.incoming();
            var via = called.leg().invite().header("Via").orElseThrow();
            assertThat(via).contains(" [0:0:0:0:0:0:0:1]:");
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            var answer = calling.next(Answered.class).response();
            assertThat(answer.header("Contact").orElseThrow()).contains("[0:0:0:0:0:0:0:1]:" + port);
            assertThat(answer.header("Via").orElseThrow()).contains(";received=0:0:0:0:0:0:0:1;rport=");
            called.next(Confirmed.class);
            called.leg().end(EndReason.normal());
            calling.next(Ended.class);
            called.next(Ended.class);
        }
    }

    private static SipSettings on(SipSettings settings, InetSocketAddress bind) {
        return SipSettings.on(bind).withT1(settings.t1()).withClosingTime(settings.closingTime());
    }

    /// Passes one TCP connection on until it is cut.
    private static final class Wire implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<Socket> ends = new CopyOnWriteArrayList<>();

        Wire(InetSocketAddress to) throws IOException {
            Thread.ofVirtual().start(() -> {
                try {
                    Socket in = door.accept();
                    ends.add(in);
                    var out = new Socket(to.getAddress(), to.getPort());
                    ends.add(out);
                    Thread.ofVirtual().start(() -> pass(in, out));
                    pass(out, in);
                } catch (IOException e) {
                    cut();
                }
            });
        }

        private void pass(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // Cut.
            } finally {
                cut();
            }
        }

        @Override
        public void close() {
            cut();
        }

        void cut() {
            try {
                door.close();
                for (Socket end : ends) {
                    end.close();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aCallOutlivesItsConnection() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start();
                var wire = new Wire(bob.stack.address())) {
            var order = call("sip:bob@127.0.0.1:" + bob.stack.address().getPort() + ";transport=tcp", 0);
            var hop = new SipHop(Transport.TCP, (InetSocketAddress) wire.door.getLocalSocketAddress());
            var calling = alice.call(new OutgoingCall(
                    order.target(),
                    Optional.of(hop),
                    order.from(),
                    order.to(),
                    List.of(),
                    order.sdp(),
                    order.account(),
                    70));
            var called = bob.incoming();
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            calling.next(Answered.class);
            called.next(Confirmed.class);
            wire.cut();
            awaitConnections(alice, 0);
            awaitConnections(bob, 0);
            // The connection that the INVITE came on is gone: the request finds alice by her Contact.
            called.leg().info("application/dtmf-relay", "Signal=1");
            assertThat(calling.next(LegEvent.Informed.class).body()).isEqualTo("Signal=1");
            calling.leg().end(EndReason.normal());
            called.next(Ended.class);
            calling.next(Ended.class);
        }
    }

    @Test
    void anAnswerFindsItsCallerWhenTheConnectionIsGone() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start();
                var wire = new Wire(bob.stack.address())) {
            var order = call("sip:bob@127.0.0.1:" + bob.stack.address().getPort() + ";transport=tcp", 0);
            var hop = new SipHop(Transport.TCP, (InetSocketAddress) wire.door.getLocalSocketAddress());
            var calling = alice.call(new OutgoingCall(
                    order.target(),
                    Optional.of(hop),
                    order.from(),
                    order.to(),
                    List.of(),
                    order.sdp(),
                    order.account(),
                    70));
            var called = bob.incoming();
            called.leg().progress(SipReply.of(180, "Ringing"));
            calling.next(LegEvent.Progress.class);
            wire.cut();
            awaitConnections(bob, 0);
            called.leg().reject(SipReply.of(486, "Busy Here"));
            assertThat(calling.next(Rejected.class).response().status()).isEqualTo(486);
        }
    }

    private static void awaitConnections(Party party, int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(8))
                .until(() -> party.stack.statistics().connections() == count);
    }
}
