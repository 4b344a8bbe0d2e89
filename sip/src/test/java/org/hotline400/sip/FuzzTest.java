package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Mangled messages into a running stack: it must still carry calls afterwards.
class FuzzTest {

    private static final int MESSAGES = 20_000;

    private static final String SEED_MESSAGE = """
            INVITE sip:4008888888@127.0.0.1 SIP/2.0\r
            Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKfuzz;rport\r
            Max-Forwards: 70\r
            From: "Fuzz \\"y" <sip:fuzz@127.0.0.1>;tag=f\r
            To: <sip:4008888888@127.0.0.1>\r
            Call-ID: fuzz\r
            CSeq: 1 INVITE\r
            Contact: <sip:fuzz@127.0.0.1:9>, "b" <sip:b@[::1]:5;x=%41>\r
            Record-Route: <sip:127.0.0.1:9;lr>\r
            Authorization: Digest username="a", realm="b", nonce="c", uri="sip:d", response="e"\r
            Content-Type: application/sdp\r
            Content-Length: 10\r
            \r
            v=0\r
            o=- 1\r
            """;

    @Test
    void mangledMessagesHarmNobody() throws IOException {
        try (var alice = Party.start();
                var bob = Party.start(s -> s.withT1(Duration.ofMillis(2)).withMaxLegs(200));
                var raw = new RawPeer(bob.stack.address())) {
            var chance = new Random(20_261_123);
            byte[] seed = SEED_MESSAGE.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < MESSAGES; i++) {
                raw.send(mangled(seed, chance), bob.stack.address());
                if (i % 200 == 0) {
                    awaitReceived(bob, i / 2);
                }
            }
            // The last ones may still lie in the socket: whatever rings later is refused too.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                refuseAll(bob);
                return bob.stack.statistics().legs() == 0;
            });
            aCallStillWorks(alice, bob);
        }
    }

    private static void refuseAll(Party bob) {
        while (!bob.nobodyCalled()) {
            bob.incoming().leg().reject(SipReply.of(486, "Busy Here"));
        }
    }

    private static void awaitReceived(Party bob, int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(8))
                .until(() -> bob.stack.statistics().received() >= count);
    }

    private static void aCallStillWorks(Party alice, Party bob) {
        var calling = alice.call(bob, Transport.UDP);
        // Late fuzz may still ring: everybody who calls is busy until our own call is.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            while (!bob.nobodyCalled()) {
                bob.incoming().leg().reject(SipReply.of(486, "Busy Here"));
            }
            return !calling.events().isEmpty();
        });
        assertThat(calling.next(LegEvent.Rejected.class).response().status()).isEqualTo(486);
    }

    private static byte[] mangled(byte[] seed, Random chance) {
        byte[] bytes = seed.clone();
        int changes = 1 + chance.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = chance.nextInt(bytes.length);
            switch (chance.nextInt(5)) {
                case 0 -> bytes[at] = (byte) chance.nextInt(256);
                case 1 -> bytes[at] = '\n';
                case 2 -> bytes[at] = (byte) "\";,<>=:%@ \t\r\0".charAt(chance.nextInt(13));
                case 3 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(20, at));
                default -> System.arraycopy(seed, at / 2, bytes, at / 2, Math.min(bytes.length, seed.length) - at / 2);
            }
        }
        return bytes;
    }
}
