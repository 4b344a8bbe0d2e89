package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server on an open network: strangers flood it from 127.0.0.66 while a carrier on 127.0.0.1 calls.
class FloodTest {

    private static final InetAddress STRANGER = InetAddress.ofLiteral("127.0.0.66");
    private static final int FLOOD = 20_000;

    private Party carrier;
    private Party server;
    private RawPeer stranger;

    @BeforeEach
    void start() throws IOException {
        carrier = Party.start();
        server = Party.start(settings -> settings.withT1(Duration.ofMillis(20))
                .withLimits(SipLimits.USUAL
                        .withMaxTransactions(500, 200)
                        .withBans(30, Duration.ofMinutes(10), Duration.ofHours(1))));
        server.standing = source -> source.address().getAddress().isLoopbackAddress()
                        && !source.address().getAddress().equals(STRANGER)
                ? Standing.TRUSTED
                : Standing.STRANGER;
        stranger = new RawPeer(new InetSocketAddress(STRANGER, 0), server.stack.address());
    }

    @AfterEach
    void close() {
        stranger.close();
        server.close();
        carrier.close();
    }

    @Test
    void aFloodOfInvitesIsDroppedAndTheCarrierStillGetsThrough() throws IOException {
        var talk = talk();
        for (int i = 0; i < FLOOD; i++) {
            stranger.send(request("INVITE", "flood-" + i, ""));
            if (i % 500 == 0) {
                turnEverybodyAway();
                awaitTaken(i / 2);
                assertThat(server.stack.statistics().transactions()).isLessThan(250);
            }
        }
        turnEverybodyAway();
        assertThat(server.stack.bans()).extracting(Ban::source).containsExactly("127.0.0.66");
        hangUp(talk);
        hangUp(talk());
        allIsAsBefore();
    }

    @Test
    void theLadderOfACallSurvivesAFlood() throws IOException {
        var talk = talk();
        server.standing = source -> Standing.TRUSTED;
        String padding = "X-Padding: " + "x".repeat(6_000) + "\n";
        for (int i = 0; i < 6_000; i++) {
            stranger.send(request("OPTIONS", "padded-" + i, padding));
            if (i % 200 == 0) {
                awaitTaken(i * 3L / 4);
            }
        }
        assertThat(server.stack.trace(talk.called().leg().callId()))
                .extracting(message -> message.text().lines().findFirst().orElseThrow())
                .anyMatch(line -> line.startsWith("INVITE "))
                .anyMatch(line -> line.startsWith("SIP/2.0 200"));
        hangUp(talk);
        allIsAsBefore();
    }

    @Test
    void aboveTheMostTransactionsEverybodyIsAskedToComeBackLater() throws IOException {
        server.standing = source -> Standing.TRUSTED;
        for (int i = 0; i < 2_000; i++) {
            stranger.send(request("OPTIONS", "many-" + i, ""));
        }
        String busy = stranger.receive(5_000).orElseThrow();
        while (!busy.startsWith("SIP/2.0 503")) {
            busy = stranger.receive(5_000).orElseThrow();
        }
        assertThat(Integer.parseInt(RawPeer.header(busy, "Retry-After"))).isBetween(2, 8);
        assertThat(server.stack.statistics().transactions()).isLessThanOrEqualTo(500);
        // The statistics are those of the turn before, until this one is over.
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> server.stack.statistics().shed() > 0);
        allIsAsBefore();
    }

    @Test
    void whenTheLoopCannotKeepUpNewCallsAreShedAndOldOnesServed() throws IOException {
        server.standing = source -> Standing.TRUSTED;
        var talk = talk();
        server.burden = Duration.ofMillis(5);
        for (int i = 0; i < 2_000; i++) {
            stranger.send(request("INVITE", "wave-" + i, ""));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> server.stack.statistics().shed() > 100);
        talk.calling().leg().info("text/plain", "still there?");
        assertThat(talk.called().next(LegEvent.Informed.class).body()).isEqualTo("still there?");
        server.burden = Duration.ZERO;
        hangUp(talk);
        allIsAsBefore();
        hangUp(talk());
        assertThat(server.stack.statistics().received()).isGreaterThan(2_000);
    }

    @Test
    void theTagOfARefusalWithoutTransactionStaysTheSame() throws IOException {
        String unreadable = request("OPTIONS", "unreadable", "").replace("CSeq: 1 ", "CSeq: one ");
        stranger.send(unreadable);
        String tagged = RawPeer.header(stranger.expect("SIP/2.0 400"), "To");
        stranger.send(unreadable);
        assertThat(RawPeer.header(stranger.expect("SIP/2.0 400"), "To"))
                .contains(";tag=")
                .isEqualTo(tagged);
    }

    @Test
    void aScannerIsNotAnsweredAndBannedUntilItIsPardoned() throws IOException {
        stranger.send(request("OPTIONS", "scan", "User-Agent: friendly-scanner\n"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> server.stack.statistics().dropped() == 1);
        assertThat(server.stack.bans().getFirst().why()).contains("scanner");
        stranger.send(request("OPTIONS", "innocent", ""));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> server.stack.statistics().dropped() == 2);
        assertThat(stranger.receive(50)).isEmpty();
        assertThat(server.stack.pardon(STRANGER)).isTrue();
        stranger.send(request("OPTIONS", "pardoned", ""));
        stranger.expect("SIP/2.0 200");
    }

    @Test
    void aBannedSourceLosesItsConnectionAndGetsNoNewOne() throws IOException {
        try (var before = new Socket(
                server.stack.address().getAddress(), server.stack.address().getPort(), STRANGER, 0)) {
            before.setSoTimeout(5_000);
            before.getOutputStream()
                    .write(request("OPTIONS", "scan", "User-Agent: friendly-scanner\n")
                            .replace("PORT", "5060")
                            .replace("THEIRS", "5060")
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> server.stack.bans().size() == 1);
            before.getOutputStream().write('x');
            assertThat(isClosed(before)).isTrue();
            try (var after = new Socket(
                    server.stack.address().getAddress(), server.stack.address().getPort(), STRANGER, 0)) {
                after.setSoTimeout(5_000);
                assertThat(isClosed(after)).isTrue();
            }
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whoIsTurnedAwayAgainAndAgainIsBanned() throws IOException {
        var calls = new AtomicInteger();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(25))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    stranger.send(request("INVITE", "turned-away-" + calls.incrementAndGet(), ""));
                    turnEverybodyAway();
                    return !server.stack.bans().isEmpty();
                });
        assertThat(server.stack.bans().getFirst().why()).contains("may not");
    }

    @Test
    void whoProvedHimselfMayBeRefusedAsOftenAsHeLikes() throws IOException {
        for (int i = 0; i < 40; i++) {
            stranger.send(request("INVITE", "proved-" + i, "Authorization: Digest username=\"desk\"\n"));
            var leg = server.incoming().leg();
            leg.proved();
            leg.reject(SipReply.of(403, "Only 400 Numbers May Be Called"));
            stranger.expect("SIP/2.0 403");
        }
        assertThat(server.stack.bans()).isEmpty();
    }

    private void turnEverybodyAway() {
        while (!server.nobodyCalled()) {
            server.incoming().leg().reject(SipReply.of(403, "Forbidden"));
        }
    }

    private void awaitTaken(long messages) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> server.stack.statistics().received() >= messages);
    }

    private record Talk(Party.Call<OutgoingLeg> calling, Party.Call<IncomingLeg> called) {}

    private Talk talk() {
        turnEverybodyAway();
        var calling = carrier.call(server, Transport.UDP);
        var called = server.incoming();
        while (!called.leg().source().address().getAddress().equals(InetAddress.ofLiteral("127.0.0.1"))) {
            called.leg().reject(SipReply.of(403, "Forbidden"));
            called = server.incoming();
        }
        called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        calling.next(Answered.class);
        called.next(Confirmed.class);
        return new Talk(calling, called);
    }

    private static void hangUp(Talk talk) {
        talk.calling().leg().end(EndReason.normal());
        talk.called().next(Ended.class);
        talk.calling().next(Ended.class);
    }

    private void allIsAsBefore() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            turnEverybodyAway();
            var now = server.stack.statistics();
            return now.legs() == 0 && now.transactions() == 0 && now.timers() == 0;
        });
    }

    private String request(String method, String id, String more) {
        return """
                METHOD sip:bob@127.0.0.1:THEIRS SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.66:PORT;branch=z9hG4bKID;rport
                Max-Forwards: 70
                From: <sip:stranger@127.0.0.66>;tag=s
                To: <sip:bob@127.0.0.1>TAG
                Call-ID: ID
                CSeq: 1 METHOD
                Contact: <sip:stranger@127.0.0.66:PORT>
                MORE\
                Content-Length: 0

                """.replace("METHOD", method)
                .replace("ID\n", id + "\n")
                .replace("bKID", "bK" + id)
                .replace("TAG", method.equals("BYE") ? ";tag=unknown" : "")
                .replace("MORE", more);
    }
}
