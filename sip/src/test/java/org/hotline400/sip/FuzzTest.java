package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.hotline400.sip.internal.wire.MessageMaker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Spoilt messages into a running stack: nothing is thrown, it still carries calls, and nothing of them stays
/// behind.
///
/// A failure names its seed; `-Dfuzz.seed=…` shoots the same again.
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_126);

    /// Few enough Call-IDs that the ladders kept for them are soon full.
    private static final int CALL_IDS = 300;

    private static final int MEGABYTE = 1 << 20;

    @Test
    void spoiltDatagramsHarmNobody() throws IOException {
        shoot(range -> range.shootUdp(mangler(SEED), 30_000));
    }

    @Test
    void spoiltStreamsHarmNobody() throws IOException {
        shoot(range -> range.shootTcp(mangler(SEED + 1), 5_000));
    }

    @Test
    void spoiltRequestsInsideDialogsHarmNobody() throws IOException {
        shoot(range -> {
            for (int dialog = 0; dialog < 30; dialog++) {
                insideADialog(range, dialog, 100);
            }
        });
    }

    @Test
    @Tag("long")
    void aMillionSpoiltMessagesLeaveMemoryAsItWas() throws IOException {
        shoot(range -> {
            range.shootUdp(mangler(SEED + 2), 100_000);
            long before = FuzzRange.heap();
            range.shootUdp(mangler(SEED + 3), 900_000);
            range.shootTcp(mangler(SEED + 4), 100_000);
            for (int dialog = 0; dialog < 500; dialog++) {
                insideADialog(range, dialog, 100);
            }
            range.isUnharmed();
            assertThat(range.stack.statistics().received()).isGreaterThan(1_000_000);
            // The ladders of mangled Call-IDs, bounded and soon forgotten, take some 54 MB of it: 25 bytes that
            // stayed behind with each message would show.
            assertThat(FuzzRange.heap() - before).as("growth of the heap").isLessThan(80 * MEGABYTE);
        });
    }

    @FunctionalInterface
    private interface Shooting {
        void at(FuzzRange range) throws IOException;
    }

    private static void shoot(Shooting shooting) throws IOException {
        try (var range = new FuzzRange()) {
            shooting.at(range);
            range.isUnharmed();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("fuzz.seed=" + SEED + ": " + e.getMessage(), e);
        }
    }

    private static Mangler mangler(long seed) {
        return new Mangler(new Random(seed), new MessageMaker(seed, CALL_IDS)::message);
    }

    /// Sets up a call, spoils requests inside it, and hangs up.
    private static void insideADialog(FuzzRange range, int number, int messages) throws IOException {
        try (var peer = FuzzRange.gun(range.stack)) {
            String callId = "talk-" + number;
            peer.send(request("INVITE", callId, "<sip:desk@127.0.0.1>", 1)
                    .replace("Content-Length", "X-Talk: yes\nContact: <sip:fuzz@127.45.0.1:PORT>\nContent-Length"));
            String to = RawPeer.header(peer.expect("SIP/2.0 200"), "To");
            peer.send(request("ACK", callId, to, 1));
            var chance = new Random(SEED + number);
            var methods = List.of("INFO", "UPDATE", "INVITE", "ACK", "OPTIONS", "PRACK", "CANCEL", "MESSAGE", "NOTIFY");
            LongFunction<byte[]> make = sequence -> {
                String method = methods.get(chance.nextInt(methods.size()));
                return request(method, callId, to, 2 + sequence)
                        .replace("PORT", Integer.toString(peer.address().getPort()))
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8);
            };
            var sequence = new java.util.concurrent.atomic.AtomicLong();
            var mangler = new Mangler(chance, () -> make.apply(sequence.getAndIncrement()));
            for (int i = 0; i < messages; i++) {
                peer.send(mangler.next(), range.stack.address());
            }
            peer.send(request("BYE", callId, to, 1_000_000_000));
            peer.expect("SIP/2.0 ");
        }
    }

    private static String request(String method, String callId, String to, long sequence) {
        return """
                %s sip:desk@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP 127.45.0.1:PORT;branch=z9hG4bK-%s-%d-%s
                Max-Forwards: 70
                From: <sip:fuzz@127.45.0.1>;tag=fuzz
                To: %s
                Call-ID: %s
                CSeq: %d %s
                Content-Type: application/dtmf-relay
                Content-Length: 0

                """.formatted(
                method, callId, sequence, method.equals("ACK") ? "INVITE" : method, to, callId, sequence, method);
    }
}
