package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.hotline400.sip.LegEvent.Offered;
import org.hotline400.sip.LegEvent.Rejected;
import org.hotline400.sip.SipTls.ClientCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls over TLS between two real stacks.
class TlsTest {

    private static final SipTls TRUSTING = SipTls.outgoing().trusting(Certificates.file("ca.pem"));

    private static OutgoingCall order(Party to, String name) {
        int port = to.stack.tlsAddress().orElseThrow().getPort();
        return new OutgoingCall(
                SipUri.parse("sip:bob@" + name + ":" + port + ";transport=tls"),
                Optional.of(new SipHop(Transport.TLS, Certificates.named(name, port))),
                "<sip:alice@example.com>",
                "<sip:bob@example.com>",
                List.of(),
                Party.SDP,
                Optional.empty(),
                70);
    }

    /// A transaction waits 6.4 s: longer than a handshake takes on a machine that has much else to do.
    private static Party start(SipTls tls) throws IOException {
        return Party.start(s -> s.withTls(tls).withT1(Duration.ofMillis(100)));
    }

    private static Party listening(String certificate) throws IOException {
        return start(Certificates.listening(certificate));
    }

    private static void awaitNothingLeft(Party party) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            SipStatistics left = party.stack.statistics();
            assertThat(left.legs() + left.transactions()).isZero();
            assertThat(left.timers()).isEqualTo(left.connections());
        });
    }

    @Test
    void aCallAndItsRequestsBothWaysShareOneConnection() throws IOException {
        try (var alice = start(TRUSTING);
                var bob = listening("alice")) {
            var calling = alice.call(order(bob, "alice.test"));
            var called = bob.incoming();
            assertThat(called.leg().source().transport()).isEqualTo(Transport.TLS);
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            calling.next(Answered.class);
            called.next(Confirmed.class);
            called.leg().offer(Party.SDP);
            calling.next(Offered.class);
            calling.leg().answerOffer(Party.SDP);
            called.next(LegEvent.class);
            assertThat(alice.stack.statistics().connections()).isEqualTo(1);
            assertThat(bob.stack.statistics().connections()).isEqualTo(1);
            called.leg().end(EndReason.normal());
            calling.next(Ended.class);
            called.next(Ended.class);
            awaitNothingLeft(alice);
            awaitNothingLeft(bob);
        }
    }

    @Test
    void nothingIsLeftOfConnectionsWhenAStackCloses() throws IOException {
        try (var bob = listening("alice")) {
            try (var alice = start(TRUSTING)) {
                var calling = alice.call(order(bob, "alice.test"));
                bob.incoming().leg().reject(SipReply.of(486, "Busy Here"));
                calling.next(Rejected.class);
            }
            Awaitility.await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
                assertThat(bob.stack.statistics().connections()).isZero();
                assertThat(bob.stack.statistics().timers()).isZero();
            });
        }
    }

    /// RFC 5922 §7: a SIP URI goes before DNS names, a wildcard stands for nobody, a common name only when alone.
    @ParameterizedTest
    @CsvSource({
        "alice, alice.test, true",
        "alice, ALICE.test, true",
        "alice, 127.0.0.1, true",
        "alice, bob.test, false",
        "bob, bob.test, true",
        "bob, other.test, false",
        "wildcard, some.test, false",
        "plain, plain.test, true",
        "stranger, alice.test, false"
    })
    void aServerMustProveToBeWhomWeWanted(String certificate, String name, boolean believed) throws IOException {
        try (var alice = start(TRUSTING);
                var bob = listening(certificate)) {
            var calling = alice.call(order(bob, name));
            if (believed) {
                bob.incoming().leg().reject(SipReply.of(486, "Busy Here"));
            }
            assertThat(calling.next(Rejected.class).response().status()).isEqualTo(believed ? 486 : 503);
            assertThat(bob.nobodyCalled()).isTrue();
        }
    }

    @Test
    void withoutAddedTrustNobodyBelievesOurOwnAuthority() throws IOException {
        try (var alice = start(SipTls.outgoing());
                var bob = listening("alice")) {
            var calling = alice.call(order(bob, "alice.test"));
            assertThat(calling.next(Rejected.class).response().status()).isEqualTo(503);
        }
    }

    /// A client keeps back a certificate that the listener did not ask for: one of no CA that it trusts.
    @ParameterizedTest
    @CsvSource({
        "REQUIRED, alice, 486",
        "REQUIRED, stranger, 503",
        "REQUIRED, , 503",
        "WANTED, , 486",
        "WANTED, stranger, 486"
    })
    void aClientProvesItselfWhereItMust(ClientCertificates wanted, String shown, int status) throws IOException {
        var own = Optional.ofNullable(shown).<SipTls.Identity>map(Certificates::of);
        var client = new SipTls(TRUSTING.port(), own, TRUSTING.trusted(), ClientCertificates.NOT_ASKED);
        try (var alice = start(client);
                var bob = start(Certificates.listening("alice").asking(wanted))) {
            bob.answers = (request, source) -> SipReply.of(486, "Busy Here");
            var uri = SipUri.parse("sip:bob@alice.test");
            var hop = new SipHop(
                    Transport.TLS,
                    Certificates.named(
                            "alice.test", bob.stack.tlsAddress().orElseThrow().getPort()));
            var asked = new OutgoingRequest(
                    "OPTIONS",
                    uri,
                    Optional.of(hop),
                    "<sip:a@b>",
                    "<sip:b@b>",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofSeconds(8));
            assertThat(alice.stack.request(asked).join().status()).isEqualTo(status);
        }
    }

    @Test
    void aRenewedCertificateIsShownWithoutRestart(@TempDir Path folder) throws IOException {
        Path certificate = Files.copy(Certificates.file("alice.pem"), folder.resolve("own.pem"));
        Path key = Files.copy(Certificates.file("alice.key"), folder.resolve("own.key"));
        var files = new SipTls.Identity.PemFiles(certificate, key);
        try (var alice = start(TRUSTING);
                var bob = start(SipTls.on(0, files))) {
            assertThat(rejected(alice, bob, "plain.test")).isEqualTo(503);
            Files.write(certificate, Files.readAllBytes(Certificates.file("plain.pem")));
            Files.write(key, Files.readAllBytes(Certificates.file("plain.key")));
            assertThat(rejected(alice, bob, "plain.test")).isEqualTo(486);
            Files.writeString(certificate, "broken");
            assertThat(rejected(alice, bob, "alice.test")).isEqualTo(503);
            assertThat(rejected(alice, bob, "plain.test")).isEqualTo(486);
        }
    }

    private static int rejected(Party from, Party to, String name) {
        var calling = from.call(order(to, name));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(8))
                .until(() -> !calling.events().isEmpty() || !to.nobodyCalled());
        if (!to.nobodyCalled()) {
            to.incoming().leg().reject(SipReply.of(486, "Busy Here"));
        }
        return calling.next(Rejected.class).response().status();
    }

    @Test
    void aSecuredUriGoesOverTlsAndGetsASecuredContact() throws IOException {
        try (var alice = start(TRUSTING);
                var bob = listening("alice")) {
            int port = bob.stack.tlsAddress().orElseThrow().getPort();
            var plain = order(bob, "alice.test");
            var calling = alice.call(new OutgoingCall(
                    SipUri.parse("sips:bob@127.0.0.1:" + port),
                    Optional.empty(),
                    plain.from(),
                    plain.to(),
                    List.of(),
                    plain.sdp(),
                    Optional.empty(),
                    70));
            var called = bob.incoming();
            assertThat(called.leg().source().transport()).isEqualTo(Transport.TLS);
            assertThat(called.leg().invite().header("Contact").orElseThrow()).startsWith("<sips:");
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            assertThat(calling.next(Answered.class).response().header("Contact"))
                    .contains("<sips:127.0.0.1:" + port + ">");
            calling.leg().end(EndReason.normal());
            called.next(Confirmed.class);
            called.next(Ended.class);
        }
    }

    @Test
    void filesThatDoNotFitAreNamed(@TempDir Path folder) throws IOException {
        Path own = Certificates.file("alice.pem");
        assertThatThrownBy(() -> startWith(own, Certificates.file("bob.key")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bob.key")
                .hasMessageContaining("another key");
        assertThatThrownBy(() -> startWith(own, folder.resolve("none.key")))
                .hasMessageContaining("none.key does not exist");
        assertThatThrownBy(() -> startWith(own, own)).hasMessageContaining("openssl pkcs8");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> startWith(empty, own)).hasMessageContaining("empty.pem holds no certificate");
    }

    private static void startWith(Path certificate, Path key) throws IOException {
        var tls = SipTls.on(0, new SipTls.Identity.PemFiles(certificate, key));
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SipStacks.start(SipSettings.on(anywhere).withTls(tls), new SipApplication() {
                    @Override
                    public LegListener onInvite(IncomingLeg leg) {
                        return event -> {};
                    }

                    @Override
                    public SipReply onRequest(SipRequest request, SipSource source) {
                        return SipReply.of(200, "OK");
                    }
                })
                .close();
    }

    @Test
    void ourOwnCertificateCanBeLookedAt() throws IOException {
        var shown = SipCertificate.read(Certificates.of("alice"));
        assertThat(shown.names()).containsExactly("alice.test", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(shown.until()).isAfter(shown.from());
    }
}
