package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hotline400.media.RawControl.report;
import static org.hotline400.media.RawControl.sender;
import static org.hotline400.media.RawControl.whole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.hotline400.media.RawControl.Compound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reports (RTCP) on the wire, against a peer that writes its own.
class ControlTest {
    private final Ear here = new Ear();
    private MediaEngine engine;
    private MediaPort port;
    private RawPeer peer;
    private RawControl control;

    @BeforeEach
    void connect() throws IOException {
        engine = Ranges.engine(8, 1);
        port = engine.open(here);
        peer = RawPeer.open().sendsTo(port);
        control = RawControl.open();
        port.connect(StreamTerms.to(peer.address(), Codec.PCMA).withControl(control.address()));
        Ear.settle(port);
    }

    @AfterEach
    void everythingIsGivenBack() {
        peer.close();
        control.close();
        engine.close();
        assertThat(engine.statistics()).isEqualTo(new MediaStatistics(0, 0, 0));
    }

    @Test
    void aSenderReportSaysWhatWasSentAndWhatCame() {
        port.play(Tones.sine(440));
        for (int sequence : new int[] {65533, 65534, 65534, 1, 0}) {
            peer.audio(sequence, sequence * 160);
        }
        Compound first = control.await(1);
        RawPeer.Heard audio = peer.heard(8).getFirst();

        assertThat(first.type()).isEqualTo(200);
        assertThat(first.ssrc()).isEqualTo(audio.ssrc());
        assertThat(first.from().getPort()).isEqualTo(port.local().getPort() + 1);
        assertThat(first.nameType()).isEqualTo(202);
        assertThat(first.cname()).hasSize(16);
        assertThat(first.saysGoodbye()).isFalse();
        ByteBuffer info = first.senderInfo();
        long seconds = (info.getInt(0) & 0xFFFFFFFFL) - 2_208_988_800L;
        assertThat(seconds).isCloseTo(System.currentTimeMillis() / 1000, within(60L));
        int packets = info.getInt(12);
        assertThat(info.getInt(16)).isEqualTo(160 * packets);
        // The report's RTP timestamp belongs to the moment of its NTP time.
        long elapsed = (first.nanos() - audio.nanos()) / 125_000;
        assertThat((long) (info.getInt(8) - audio.timestamp())).isCloseTo(elapsed, within(2400L));

        assertThat(first.blocks()).isEqualTo(1);
        ByteBuffer block = first.block();
        assertThat(block.getInt(0)).isEqualTo(4711);
        // Of 65533, 65534, 65535, 0, 1 five were expected; 65535 is missing, but a duplicate makes up for it
        // (A.3).
        assertThat(block.getInt(4)).isZero();
        assertThat(block.getInt(8)).isEqualTo(0x10001);
        assertThat(block.getInt(16)).isZero();
    }

    @Test
    void theNextReportTellsTheLossSinceAndWhenTheLastReportOfThePeerCame() {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        Compound first = control.await(1);
        assertThat(first.type()).as("who sends no audio is no sender").isEqualTo(201);
        control.send(port, sender(4711, 0x0123456789ABCDEFL));
        await().until(() -> port.quality().control().received() == 1);
        long at = System.nanoTime();
        peer.audio(5, 800);

        Compound second = control.await(2);
        ByteBuffer block = second.block();
        assertThat(block.get(4) & 0xFF).as("three of four lost").isEqualTo(192);
        assertThat(block.getInt(4) & 0xFFFFFF).isEqualTo(3);
        assertThat(block.getInt(8)).isEqualTo(5);
        assertThat(block.getInt(16)).isEqualTo(0x456789AB);
        double held = (block.getInt(20) & 0xFFFFFFFFL) / 65536.0;
        assertThat(held).isCloseTo((second.nanos() - at) / 1e9, within(0.5));
        double apart = (second.nanos() - first.nanos()) / 1e9;
        assertThat(apart).isBetween(2.5 / 1.21828 - 0.2, 7.5 / 1.21828 + 1);
        assertThat(second.cname()).isEqualTo(first.cname());
    }

    @Test
    void thePeersReportsGiveLossJitterAndTheRoundTrip() {
        port.play(Tones.sine(440));
        peer.audio(1, 160);
        Compound ours = control.await(1);
        RawPeer.Heard audio = peer.heard(8).getFirst();
        int sent = ours.senderInfo().getInt(12);
        // As if we had sent it 300 ms before, and the peer had kept it for 100.
        control.send(port, report(ours.ssrc(), 2, 8, audio.sequence() + sent - 1, 80, ours.sentAt() - 19661, 6554));
        await().until(() -> port.quality().reported().isPresent());

        StreamQuality quality = port.quality();
        StreamQuality.Reported reported = quality.reported().orElseThrow();
        assertThat(reported.lost()).isEqualTo(2);
        assertThat(reported.lossRatio()).isCloseTo(2.0 / sent, within(1e-9));
        assertThat(reported.jitter()).isEqualTo(Duration.ofMillis(10));
        assertThat(quality.roundTrip().orElseThrow().mean()).isBetween(Duration.ofMillis(199), Duration.ofMillis(1500));
        assertThat(quality.sentMos().orElseThrow()).isBetween(1.0, 4.5);
        assertThat(quality.receivedMos().orElseThrow()).isGreaterThan(4);
    }

    @Test
    void anImpossibleReportIsNotBelieved() {
        port.play(Tones.sine(440));
        peer.audio(1, 160);
        Compound ours = control.await(1);
        RawPeer.Heard audio = peer.heard(8).getFirst();
        // A number that was never sent.
        control.send(port, report(ours.ssrc(), 1, 255, audio.sequence() - 1, 0, 0, 0));
        await().until(() -> port.quality().control().received() == 1);
        assertThat(port.quality().reported()).isEmpty();
        // More lost than sent, an endless jitter, an answer to a report of tomorrow.
        control.send(
                port, report(ours.ssrc(), 0x7FFFFF, 255, audio.sequence() + 3, -1, ours.sentAt() + (3_600 << 16), 0));
        await().until(() -> port.quality().reported().isPresent());
        StreamQuality quality = port.quality();
        assertThat(quality.reported().orElseThrow().lossRatio()).isEqualTo(1);
        assertThat(quality.reported().orElseThrow().lost()).isLessThan(1000);
        assertThat(quality.reported().orElseThrow().jitterMost()).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(quality.roundTrip()).isEmpty();
        // A report on a stream that is not ours says nothing.
        control.send(port, report(ours.ssrc() + 1, 0, 0, 1, 0, 0, 0));
        await().until(() -> port.quality().control().received() == 3);
        assertThat(port.quality().reported().orElseThrow().reports()).isEqualTo(1);
    }

    @Test
    void whoeverClosesSaysGoodbye() {
        port.play(Tones.sine(440));
        peer.await(8, 2);
        port.close();
        Compound last = control.await(1);
        assertThat(last.saysGoodbye()).isTrue();
        assertThat(last.type()).isEqualTo(200);
    }

    @Test
    void whoNeverSaidAnythingSaysNoGoodbye() {
        port.close();
        await().until(() -> engine.statistics().ports() == 0);
        assertThat(port.quality().control().sent()).isZero();
    }

    @Test
    void whatIsNoWholeCompoundPacketIsRefused() {
        peer.audio(1, 160);
        await().until(() -> port.statistics().received() == 1);
        long[] refused = {0};
        hostile().forEach(bytes -> {
            control.send(port, bytes);
            refused[0]++;
            await(HexFormat.of().formatHex(bytes))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> port.quality().control().refused() == refused[0]);
        });
        assertThat(port.quality().control().received()).isZero();
        control.send(port, sender(1, 2));
        await().until(() -> port.quality().control().received() == 1);
    }

    private static Stream<byte[]> hostile() {
        byte[] good = report(1, 0, 0, 0, 0, 0, 0);
        return Stream.of(
                new byte[] {(byte) 0x80},
                new byte[] {(byte) 0x80, (byte) 0xC9, 0, 0},
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 4),
                changed(good, 0, 0x41),
                changed(good, 0, 0xA1),
                changed(good, 0, 0x9F),
                changed(good, 1, 202),
                changed(good, 1, 203),
                changed(good, 1, 0x08),
                changed(good, 3, 6),
                changed(good, 2, 0xFF),
                changed(good, 32, 0x41),
                changed(good, 35, 0x7F),
                changed(sender(1, 2), 3, 5),
                whole(whole(new byte[] {(byte) 0x80, (byte) 0xCB, 0, 1, 0, 0, 0, 1})),
                "OPTIONS sip:400@127.0.0.1 SIP/2.0\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static byte[] changed(byte[] good, int at, int value) {
        byte[] bytes = good.clone();
        bytes[at] = (byte) value;
        return bytes;
    }

    @Test
    void onlyThePeersReportsAreTaken() throws IOException {
        byte[] good = sender(4711, 1L << 40);
        try (RawControl elsewhere = RawControl.at("127.0.0.2");
                RawControl otherPort = RawControl.open()) {
            elsewhere.send(port, good);
            await().until(() -> port.quality().control().refused() == 1);
            peer.audio(1, 160);
            await().until(() -> port.statistics().received() == 1);
            elsewhere.send(port, good);
            await().until(() -> port.quality().control().refused() == 2);
            control.send(port, good);
            await().until(() -> port.quality().control().received() == 1);
            // The first report locks its port.
            otherPort.send(port, good);
            await().until(() -> port.quality().control().refused() == 3);
            // The same terms again open nothing.
            port.connect(StreamTerms.to(peer.address(), Codec.PCMA).withControl(control.address()));
            otherPort.send(port, good);
            await().until(() -> port.quality().control().refused() == 4);
            port.connect(StreamTerms.to(peer.address(), Codec.PCMU).withControl(otherPort.address()));
            await().until(() -> {
                otherPort.send(port, good);
                return port.quality().control().received() > 1;
            });
        }
    }

    @Test
    void behindANatReportsGoAboveTheRealSourceUntilThePeersOwnCome() throws IOException {
        try (RawPeer real = new RawPeer("127.0.0.1", false).sendsTo(port)) {
            port.connect(StreamTerms.to(new java.net.InetSocketAddress("10.9.8.7", 4000), Codec.PCMA));
            await().until(() -> {
                real.audio(1, 160);
                return !here.all(MediaEvent.Latched.class).isEmpty();
            });
            control.send(port, sender(4711, 1L << 40));
            await().until(() -> port.quality().control().received() == 1);
            assertThat(control.await(1).ssrc()).isNotZero();
        }
    }

    @Test
    void reportsMayComeFromAnotherHostThatThePeerNamed() throws IOException {
        try (RawControl named = RawControl.at("127.0.0.3")) {
            peer.audio(1, 160);
            await().until(() -> port.statistics().received() == 1);
            named.send(port, sender(4711, 1L << 40));
            await().until(() -> port.quality().control().refused() == 1);
            port.connect(StreamTerms.to(peer.address(), Codec.PCMU).withControl(named.address()));
            Ear.settle(port);
            named.send(port, sender(4711, 1L << 40));
            await().until(() -> port.quality().control().received() == 1);
        }
    }

    @Test
    void aPeerThatOnlyReportsIsThere() {
        port.expect(Duration.ofMillis(900));
        peer.audio(1, 160);
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            control.send(port, sender(4711, 1L << 40));
            return System.nanoTime() > until;
        });
        assertThat(here.all(MediaEvent.Silent.class)).isEmpty();
        await().until(() -> !here.all(MediaEvent.Silent.class).isEmpty());
        assertThat(here.all(MediaEvent.Silent.class)).containsExactly(new MediaEvent.Silent(Duration.ofMillis(900)));
    }
}
