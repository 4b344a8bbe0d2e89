package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hotline400.media.RawPeer.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What exactly is on the wire, against peers that send whatever they like.
class WireTest {
    private final Ear here = new Ear();
    private MediaEngine engine;
    private MediaPort port;
    private RawPeer peer;

    @BeforeEach
    void connect() throws IOException {
        engine = Ranges.engine(8, 1);
        port = engine.open(here);
        peer = RawPeer.open().sendsTo(port);
        port.connect(terms(peer, Codec.PCMA, 101, 20));
        Ear.settle(port);
    }

    @AfterEach
    void everythingIsGivenBack() {
        peer.close();
        engine.close();
        assertThat(engine.statistics()).isEqualTo(new MediaStatistics(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 30, 40, 60})
    void promptsLeaveInPacketsOfTheAgreedTime(int millis) {
        port.connect(terms(peer, Codec.PCMA, 101, millis));
        port.play(Tones.sine(440, Duration.ofMillis(600)).source());
        List<Heard> packets = peer.await(8, 600 / millis);
        assertContinuous(packets, millis * 8);
        assertThat(packets.getFirst().marker()).isTrue();
    }

    @Test
    void timestampsGoOnOverAPauseAndMarkTheNewStart() {
        port.play(Tones.sine(440, Duration.ofMillis(100)).source());
        peer.await(8, 5);
        await().until(() -> here.all(MediaEvent.Played.class).size() == 1);
        port.play(Tones.sine(440, Duration.ofMillis(100)).source());
        List<Heard> packets = peer.await(8, 10);
        Heard last = packets.get(4);
        Heard next = packets.get(5);
        assertThat(next.sequence()).isEqualTo((last.sequence() + 1) & 0xFFFF);
        assertThat(next.ssrc()).isEqualTo(last.ssrc());
        assertThat(next.marker()).isTrue();
        long pause = (next.nanos() - last.nanos()) / 125_000;
        assertThat((long) next.timestamp() - last.timestamp()).isBetween(pause - 320, pause + 320);
    }

    @Test
    void aKeyIsOneEventWithItsEndSentThrice() {
        port.press("5");
        List<Heard> packets = peer.await(101, 10);
        assertThat(packets)
                .extracting(Heard::timestamp)
                .containsOnly(packets.getFirst().timestamp());
        assertThat(packets)
                .extracting(Heard::duration)
                .containsExactly(160, 320, 480, 640, 800, 960, 1120, 1280, 1280, 1280);
        assertThat(packets)
                .extracting(Heard::ends)
                .containsExactly(false, false, false, false, false, false, false, true, true, true);
        assertThat(packets).extracting(Heard::marker).startsWith(true).containsOnlyOnce(true);
        assertThat(packets)
                .allSatisfy(packet -> assertThat(packet.data().getFirst()).isEqualTo((byte) 5));
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).sequence()).isEqualTo((packets.get(i - 1).sequence() + 1) & 0xFFFF);
        }
    }

    @Test
    void aKeyInAPromptKeepsTheTimestampsInOrder() {
        port.connect(terms(peer, Codec.PCMA, 101, 60));
        port.play(Tones.sine(440));
        peer.await(8, 3);
        port.press("1");
        peer.await(101, 10);
        int before = peer.heard(8).size();
        List<Heard> audio = peer.await(8, before + 3);
        Heard event = peer.heard(101).getFirst();
        List<Heard> all = new ArrayList<>(audio);
        all.add(event);
        all.sort((x, y) ->
                Integer.compare((short) (x.sequence() - event.sequence()), (short) (y.sequence() - event.sequence())));
        for (int i = 1; i < all.size(); i++) {
            int length = all.get(i - 1).type() == 8 ? 480 : 1280;
            assertThat(all.get(i).timestamp() - all.get(i - 1).timestamp()).isGreaterThanOrEqualTo(length);
        }
    }

    @Test
    void lostStartsAndEndsAndDuplicatesStillGiveEachKeyOnce() {
        peer.event(101, 1, false, 160, true, 100, 8000);
        peer.event(101, 1, false, 160, true, 100, 8000);
        peer.event(101, 1, false, 320, false, 101, 8000);
        // The end of 1 and the start of 2 are lost.
        peer.event(101, 2, false, 640, false, 120, 16000);
        peer.event(101, 2, true, 1280, false, 121, 16000);
        peer.event(101, 2, true, 1280, false, 122, 16000);
        // The same key again, of which only the end comes.
        peer.event(101, 2, true, 1280, false, 140, 24000);
        // A straggler of the one before.
        peer.event(101, 2, true, 1280, false, 123, 16000);
        // A flash hook is no key.
        peer.event(101, 16, true, 1280, true, 150, 32000);
        peer.event(101, 11, true, 1280, true, 160, 40000);
        here.awaitKeys("122#");
    }

    @Test
    void aSenderThatMovesTheTimestampOnStillPressesOnce() {
        for (int i = 0; i < 8; i++) {
            peer.event(101, 7, i == 7, 160 * (i + 1), i == 0, 100 + i, 8000 + 160 * i);
        }
        peer.event(101, 7, true, 1280, true, 120, 16000);
        here.awaitKeys("77");
    }

    @Test
    void duplicatesAndGapsAreCounted() {
        for (int sequence : new int[] {65530, 65531, 65531, 65534, 65533, 2, 2, 1}) {
            peer.audio(sequence, sequence * 160);
        }
        await().until(() -> port.statistics().received() == 6);
        // 65532, 65535 and 0 never came.
        assertThat(port.statistics()).isEqualTo(new StreamStatistics(0, 6, 3, 0));
    }

    @Test
    void strangersAndRubbishAreNotHeard() throws IOException {
        try (RawPeer stranger = new RawPeer("127.0.0.2", false).sendsTo(port)) {
            stranger.audio(1, 160);
            stranger.event(101, 9, true, 1280, true, 2, 320);
            await().until(() -> port.statistics().foreign() == 2);
            peer.raw(new byte[3]);
            peer.raw("OPTIONS sip:400@127.0.0.1 SIP/2.0".getBytes(StandardCharsets.US_ASCII));
            peer.send(96, false, 1, 160, RawPeer.TONE);
            await().until(() -> port.statistics().foreign() == 5);
            assertThat(here.events()).isEmpty();
            peer.audio(1, 160);
            await().until(() -> here.all(MediaEvent.Latched.class).size() == 1);
            assertThat(port.statistics().received()).isEqualTo(1);
        }
    }

    @Test
    void comfortNoiseAndUnknownKindsAreNeitherSoundNorLoss() throws IOException {
        MediaPort far = engine.open(new Ear());
        try (RawPeer farPeer = RawPeer.open().sendsTo(far)) {
            far.connect(terms(farPeer, Codec.PCMU, 97, 20));
            port.bridge(far);
            Ear.settle(far);
            Ear.settle(port);
            peer.audio(1, 160);
            peer.send(13, false, 2, 320, new byte[] {60});
            peer.send(96, false, 3, 480, new byte[40]);
            peer.send(8, true, 4, 3200, RawPeer.TONE);
            peer.audio(5, 3360);
            List<Heard> audio = farPeer.await(0, 3);
            assertThat(farPeer.heard(13)).isEmpty();
            assertThat(farPeer.heard(96)).isEmpty();
            int first = audio.getFirst().sequence();
            assertThat(audio).extracting(p -> (p.sequence() - first) & 0xFFFF).containsExactly(0, 1, 2);
            assertThat(audio).extracting(Heard::marker).containsExactly(true, true, false);
            assertThat(port.statistics()).isEqualTo(new StreamStatistics(0, 5, 0, 1));
        }
    }

    @Test
    void extensionSourcesAndPaddingAreTakenOff() {
        port.listenTo(here);
        byte[] tone = new byte[160];
        for (int sequence = 1; sequence <= 40; sequence++) {
            for (int i = 0; i < tone.length; i++) {
                double angle = 2 * Math.PI * 440 * (sequence * 160 + i) / 8000;
                tone[i] = G711.encode(Codec.PCMA, (short) Math.round(8000 * Math.sin(angle)));
            }
            // Two contributing sources, an extension of one word, three octets of padding.
            peer.raw(ByteBuffer.allocate(12 + 8 + 8 + 160 + 3)
                    .putInt(0xB2080000 | sequence)
                    .putInt(sequence * 160)
                    .putInt(4711)
                    .putInt(-1)
                    .putInt(-1)
                    .putInt(0xBEDE0001)
                    .putInt(-1)
                    .put(tone)
                    .put(new byte[] {-1, -1, 3})
                    .array());
        }
        await().until(() -> port.statistics().received() == 40);
        here.awaitTone(440);
        assertThat(port.statistics().foreign()).isZero();
    }

    @Test
    void headersThatLieAreForeign() {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        byte[] packet = new byte[20];
        packet[1] = 8;
        long foreign = 0;
        // More sources than there is room, an extension beyond the end, more padding than packet, padding of
        // none.
        for (int flags : new int[] {0x8F, 0x90, 0xA0, 0xA0}) {
            packet[0] = (byte) flags;
            packet[14] = (byte) 0x7F;
            packet[19] = (byte) (foreign == 2 ? 0xFF : 0);
            peer.raw(packet);
            long now = ++foreign;
            await().until(() -> port.statistics().foreign() == now);
        }
        assertThat(port.statistics().received()).isEqualTo(1);
    }

    @Test
    void anotherSourceInMidStreamIsFollowedWithoutLoss() throws IOException {
        MediaPort far = engine.open(new Ear());
        try (RawPeer farPeer = RawPeer.open().sendsTo(far)) {
            far.connect(terms(farPeer, Codec.PCMA, 101, 20));
            port.bridge(far);
            Ear.settle(far);
            Ear.settle(port);
            peer.audio(1, 160);
            peer.audio(2, 320);
            farPeer.await(8, 2);
            ByteBuffer other = ByteBuffer.allocate(172);
            for (int i = 0; i < 3; i++) {
                peer.raw(other.clear()
                        .putInt(0x80080000 | (40_000 + i))
                        .putInt(900_000 + 160 * i)
                        .putInt(815)
                        .array()
                        .clone());
                // The first packet after a pause connects the socket, and Java drops what arrives in that instant.
                farPeer.await(8, 3 + i);
            }
            List<Heard> audio = farPeer.await(8, 5);
            int first = audio.getFirst().sequence();
            assertThat(audio).extracting(p -> (p.sequence() - first) & 0xFFFF).containsExactly(0, 1, 2, 3, 4);
            assertThat(audio)
                    .extracting(Heard::ssrc)
                    .containsOnly(audio.getFirst().ssrc());
            assertThat(port.statistics()).isEqualTo(new StreamStatistics(0, 5, 0, 0));
        }
    }

    @Test
    void theSourceStaysLockedWhileTheOldWayHolds() throws IOException {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        InetSocketAddress nowhere =
                new InetSocketAddress("0.0.0.0", peer.address().getPort());
        port.connect(new StreamTerms(
                nowhere, Codec.PCMA, OptionalInt.of(101), OptionalInt.of(101), false, true, Duration.ofMillis(20)));
        Ear.settle(port);
        try (RawPeer other = RawPeer.open().sendsTo(port)) {
            other.event(101, 9, true, 1280, true, 2, 320);
            peer.event(101, 1, true, 1280, true, 3, 480);
            here.awaitKeys("1");
        }
    }

    @Test
    void theSameTermsAgainOpenNothing() throws IOException {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        port.connect(terms(peer, Codec.PCMA, 101, 20));
        Ear.settle(port);
        peer.audio(2, 320);
        await().until(() -> port.statistics().received() == 2);
        try (RawPeer other = RawPeer.open().sendsTo(port)) {
            other.event(101, 9, true, 1280, true, 3, 480);
            peer.event(101, 1, true, 1280, true, 4, 640);
            here.awaitKeys("1");
        }
        assertThat(here.all(MediaEvent.Latched.class)).hasSize(1);
    }

    /// A NAT that was restarted gives the peer another port; it offers again from there, and its own address in
    /// the offer is the same.
    @Test
    void theSameTermsAgainFindAPeerThatMoved() throws IOException {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        port.connect(terms(peer, Codec.PCMA, 101, 20));
        try (RawPeer moved = RawPeer.open().sendsTo(port)) {
            await().until(() -> {
                moved.audio(2, 320);
                return here.events().contains(new MediaEvent.Latched(moved.address()));
            });
            port.play(Tones.sine(440));
            moved.await(8, 5);
        }
    }

    @Test
    void reportsAndKeepAlivesOnTheWrongPortDoNotTouchTheNumbers() {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        peer.raw(RawControl.sender(4711, 0x0123456789ABCDEFL));
        // The first packet after a pause connects the socket, and Java drops what arrives in that instant.
        await().until(() -> port.statistics().foreign() == 1);
        byte[] keepAlive = new byte[12];
        keepAlive[0] = (byte) 0x80;
        keepAlive[1] = 20;
        peer.raw(keepAlive);
        peer.audio(3, 480);
        await().until(() ->
                port.statistics().received() >= 2 && port.statistics().foreign() == 2);
        assertThat(port.statistics()).isEqualTo(new StreamStatistics(0, 2, 1, 2));
    }

    @Test
    void anotherPortOfTheSamePeerIsHeardOnlyAfterANewAgreement() throws IOException {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        try (RawPeer other = RawPeer.open().sendsTo(port)) {
            other.event(101, 9, true, 1280, true, 2, 320);
            peer.event(101, 1, true, 1280, true, 3, 480);
            here.awaitKeys("1");
            port.connect(terms(other, Codec.PCMA, 101, 20));
            await().until(() -> {
                other.audio(10, 1600);
                return here.events().contains(new MediaEvent.Latched(other.address()));
            });
            other.event(101, 8, true, 1280, true, 11, 160000);
            here.awaitKeys("18");
            port.play(Tones.sine(440));
            other.await(8, 5);
        }
    }

    @Test
    void whatIsPlayedGoesToWhereTheAudioReallyComesFrom() throws IOException {
        try (RawPeer behindNat = RawPeer.open().sendsTo(port)) {
            behindNat.audio(1, 160);
            await().until(() -> port.statistics().received() == 1);
            port.play(Tones.sine(440));
            behindNat.await(8, 5);
            assertThat(peer.heard(8)).isEmpty();
        }
    }

    @Test
    void aBridgeKeepsGapsOrderAndEvents() throws IOException {
        MediaPort far = engine.open(new Ear());
        try (RawPeer farPeer = RawPeer.open().sendsTo(far)) {
            far.connect(terms(farPeer, Codec.PCMU, 97, 20));
            port.bridge(far);
            Ear.settle(far);
            Ear.settle(port);
            peer.send(8, true, 10, 1000, RawPeer.TONE);
            peer.audio(11, 1160);
            peer.audio(13, 1480);
            peer.audio(12, 1320);
            peer.audio(12, 1320);
            peer.event(101, 4, false, 160, true, 16, 1960);
            peer.event(101, 4, false, 320, false, 17, 1960);
            peer.event(101, 4, true, 320, false, 18, 1960);
            List<Heard> audio = farPeer.await(0, 4);
            List<Heard> events = farPeer.await(97, 3);
            int sequence = audio.getFirst().sequence();
            int timestamp = audio.getFirst().timestamp();
            assertThat(audio)
                    .extracting(p -> (p.sequence() - sequence) & 0xFFFF)
                    .containsExactly(0, 1, 3, 2);
            assertThat(audio).extracting(p -> p.timestamp() - timestamp).containsExactly(0, 160, 480, 320);
            assertThat(audio.getFirst().data()).containsOnly(transcoded());
            assertThat(events)
                    .extracting(p -> (p.sequence() - sequence) & 0xFFFF)
                    .containsExactly(6, 7, 8);
            assertThat(events).extracting(p -> p.timestamp() - timestamp).containsOnly(960);
            assertThat(events).extracting(Heard::marker).containsExactly(true, false, false);
            here.awaitKeys("4");
        }
    }

    @Test
    void aBridgeToAPeerWithoutEventsPressesTheKeyAsATone() {
        Ear ear = new Ear();
        Ear phoneEar = new Ear();
        MediaPort far = engine.open(ear);
        MediaPort phone = engine.open(phoneEar);
        phone.connect(StreamTerms.to(far.local(), Codec.PCMA));
        phone.hearKeysInBand(true);
        far.connect(new StreamTerms(
                phone.local(),
                Codec.PCMA,
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                true,
                Duration.ofMillis(20)));
        port.bridge(far);
        Ear.settle(phone);
        Ear.settle(far);
        Ear.settle(port);
        peer.event(101, 6, false, 160, true, 16, 1960);
        peer.event(101, 6, true, 320, false, 17, 1960);
        phoneEar.awaitKeys("6");
    }

    @Test
    void aBridgeEndsForBothWhenItIsClosed() throws IOException {
        MediaPort far = engine.open(new Ear());
        try (RawPeer farPeer = RawPeer.open().sendsTo(far)) {
            far.connect(terms(farPeer, Codec.PCMA, 101, 20));
            Bridge bridge = port.bridge(far);
            Ear.settle(far);
            Ear.settle(port);
            peer.audio(1, 160);
            farPeer.await(8, 1);
            bridge.close();
            peer.audio(2, 320);
            await().until(() -> port.statistics().received() == 2);
            farPeer.audio(1, 160);
            await().until(() -> far.statistics().received() == 1);
            assertThat(far.statistics().sent()).isEqualTo(1);
            assertThat(port.statistics().sent()).isZero();
        }
    }

    @Test
    void aClockThatFellBehindSkipsAndDoesNotBurst() {
        AudioSource tone = Tones.sine(440);
        int[] frames = new int[1];
        port.play(frame -> {
            if (frames[0]++ == 10) {
                busy(Duration.ofMillis(300));
            }
            return tone.read(frame);
        });
        List<Heard> packets = peer.await(8, 30);
        int jumps = 0;
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).sequence()).isEqualTo((packets.get(i - 1).sequence() + 1) & 0xFFFF);
            if (packets.get(i).timestamp() - packets.get(i - 1).timestamp() >= 13 * 160) {
                jumps++;
                assertThat(packets.get(i).marker()).isTrue();
            }
        }
        assertThat(jumps).isPositive();
        long elapsed = (packets.getLast().nanos() - packets.getFirst().nanos()) / 1_000_000;
        assertThat(packets.size() * 20L).isLessThan(elapsed - 200);
    }

    private static void busy(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static byte transcoded() {
        byte[] code = {0};
        G711.transcode(Codec.PCMA, Codec.PCMU, code, 1);
        return code[0];
    }

    /// One run of packets of this length; a machine that is too busy may make the clock skip, which is marked.
    private static void assertContinuous(List<Heard> packets, int samples) {
        for (int i = 1; i < packets.size(); i++) {
            Heard before = packets.get(i - 1);
            Heard packet = packets.get(i);
            assertThat(packet.data()).hasSize(samples);
            assertThat(packet.sequence()).isEqualTo((before.sequence() + 1) & 0xFFFF);
            assertThat(packet.timestamp() - before.timestamp()).isGreaterThanOrEqualTo(samples);
            assertThat(packet.marker()).isEqualTo(packet.timestamp() - before.timestamp() > samples);
        }
    }

    private static StreamTerms terms(RawPeer peer, Codec codec, int events, int millis) {
        return new StreamTerms(
                peer.address(),
                codec,
                OptionalInt.of(events),
                OptionalInt.of(events),
                true,
                true,
                Duration.ofMillis(millis));
    }
}
