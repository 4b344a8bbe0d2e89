package org.hotline400.sip.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hotline400.sip.Ban;
import org.hotline400.sip.SipLimits;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Standing;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.WireRequest;
import org.junit.jupiter.api.Test;

/// The guard under a virtual clock. Sources are documentation addresses (RFC 5737, RFC 3849); nothing is sent.
class GuardTest {

    private static final SipLimits LIMITS =
            SipLimits.USUAL.withRate(10, 20).withBans(5, Duration.ofMinutes(10), Duration.ofMinutes(30));

    private final VirtualClock clock = new VirtualClock();
    private Standing standing = Standing.STRANGER;
    private final Guard guard =
            new Guard(LIMITS, source -> standing, clock, () -> clock.instant().toEpochMilli());

    @Test
    void aStrangerMaySendABurstAndThenHisShare() {
        SipSource stranger = from("192.0.2.1");
        assertThat(admitted(stranger, 30)).isEqualTo(20);
        clock.passes(Duration.ofSeconds(1));
        assertThat(admitted(stranger, 30)).isEqualTo(10);
        assertThat(admitted(from("192.0.2.2"), 1))
                .as("another source has its own share")
                .isEqualTo(1);
        assertThat(guard.dropped()).isEqualTo(30);
    }

    @Test
    void aTrustedSourceSendsWhatItLikesAndOffendsNobody() {
        standing = Standing.TRUSTED;
        SipSource trunk = from("192.0.2.3");
        assertThat(admitted(trunk, 10_000)).isEqualTo(10_000);
        offend(trunk, Offence.WRONG_CREDENTIALS, 1000);
        assertThat(guard.admits(trunk)).isTrue();
    }

    @Test
    void aKnownSourceIsLimitedButNeverBanned() {
        standing = Standing.KNOWN;
        SipSource phone = from("192.0.2.4");
        assertThat(admitted(phone, 100)).isEqualTo(20);
        offend(phone, Offence.WRONG_CREDENTIALS, 1000);
        assertThat(guard.admits(phone)).isTrue();
    }

    @Test
    void whoOffendsOnceTooOftenIsBannedForAWhile() {
        SipSource stranger = from("192.0.2.5");
        offend(stranger, Offence.TURNED_AWAY, 2);
        assertThat(guard.admits(stranger)).isTrue();
        offend(stranger, Offence.TURNED_AWAY, 1);
        assertThat(guard.admits(stranger)).isFalse();
        assertThat(guard.bans().inForce()).extracting(Ban::source).containsExactly("192.0.2.5");
        clock.passes(Duration.ofMinutes(10));
        assertThat(guard.admits(stranger)).isTrue();
        assertThat(guard.bans().inForce()).isEmpty();
    }

    @Test
    void offencesFade() {
        SipSource clumsy = from("192.0.2.6");
        for (int i = 0; i < 100; i++) {
            offend(clumsy, Offence.UNREADABLE, 1);
            clock.passes(Duration.ofSeconds(2));
        }
        assertThat(guard.admits(clumsy)).isTrue();
    }

    @Test
    void eachFurtherBanLastsTwiceAsLongUpToTheLongest() {
        SipSource stubborn = from("192.0.2.7");
        assertThat(banOf(stubborn)).isEqualTo(Duration.ofMinutes(10));
        assertThat(banOf(stubborn)).isEqualTo(Duration.ofMinutes(20));
        assertThat(banOf(stubborn)).isEqualTo(Duration.ofMinutes(30));
        assertThat(banOf(stubborn)).isEqualTo(Duration.ofMinutes(30));
        clock.passes(Duration.ofDays(2));
        assertThat(banOf(stubborn)).as("after two quiet days").isEqualTo(Duration.ofMinutes(10));
    }

    private Duration banOf(SipSource source) {
        offend(source, Offence.WRONG_CREDENTIALS, 1);
        Ban ban = guard.bans().inForce().getFirst();
        Duration length = Duration.between(ban.since(), ban.until());
        clock.passes(length);
        return length;
    }

    @Test
    void aScannerIsBannedByItsFirstRequest() {
        SipSource scanner = from("192.0.2.8");
        assertThat(guard.admits(request("User-Agent: friendly-scanner"), scanner))
                .isFalse();
        assertThat(guard.admits(scanner)).isFalse();
    }

    @Test
    void guessingPasswordsWeighsMoreThanAskingWithoutOne() {
        SipSource asking = from("192.0.2.9");
        SipSource guessing = from("192.0.2.10");
        for (int i = 0; i < 10; i++) {
            guard.answered(asking, 401, false, false);
            guard.answered(guessing, 401, true, false);
        }
        assertThat(guard.admits(asking)).isTrue();
        assertThat(guard.admits(guessing)).isFalse();
    }

    @Test
    void anOldNonceIsNoGuess() {
        SipSource phone = from("192.0.2.11");
        for (int i = 0; i < 10; i++) {
            guard.answered(phone, 401, true, true);
        }
        assertThat(guard.admits(phone)).isTrue();
    }

    @Test
    void whoHasProvedWhoHeIsIsNeitherLimitedNorBannedForAWhile() {
        SipSource carrier = from("192.0.2.12");
        guard.proved(carrier);
        assertThat(admitted(carrier, 1000)).isEqualTo(1000);
        offend(carrier, Offence.CHALLENGED, 1000);
        assertThat(guard.admits(carrier)).isTrue();
        clock.passes(Duration.ofMinutes(6));
        assertThat(admitted(carrier, 1000)).isEqualTo(20);
        offend(carrier, Offence.WRONG_CREDENTIALS, 1000);
        assertThat(guard.admits(carrier))
                .as("not banned between two registrations")
                .isTrue();
        clock.passes(Duration.ofHours(2));
        offend(carrier, Offence.WRONG_CREDENTIALS, 1);
        assertThat(guard.admits(carrier)).isFalse();
    }

    @Test
    void anIpv6NeighbourhoodIsOneSource() {
        offend(from("2001:db8::1"), Offence.WRONG_CREDENTIALS, 1);
        assertThat(guard.admits(from("2001:db8::2:3"))).isFalse();
        assertThat(guard.admits(from("2001:db8:0:1::1"))).isTrue();
        assertThat(guard.bans().inForce()).extracting(Ban::source).containsExactly("2001:db8:0:0:0:0:0:0/64");
    }

    @Test
    void aBanEarnedByDatagramsLeavesConnectionsAlone() {
        SipSource datagrams = from("192.0.2.15");
        var connection = new SipSource(Transport.TCP, datagrams.address());
        offend(datagrams, Offence.WRONG_CREDENTIALS, 1);
        assertThat(guard.admits(datagrams)).as("anybody may have forged them").isFalse();
        assertThat(guard.admits(connection)).isTrue();
        offend(connection, Offence.WRONG_CREDENTIALS, 1);
        assertThat(guard.admits(connection)).isFalse();
    }

    @Test
    void onlyScannersAreTakenForScanners() {
        assertThat(Scanners.isScanner("friendly-scanner")).isTrue();
        assertThat(Scanners.isScanner("sipcli/v1.8")).isTrue();
        assertThat(Scanners.isScanner("SIPClient/2.0")).isFalse();
        assertThat(Scanners.isScanner("Yealink SIP-T46S 66.86.0.15")).isFalse();
    }

    @Test
    void aTrunkThatWasBannedBeforeItWasATrunkIsHeard() {
        SipSource later = from("192.0.2.13");
        offend(later, Offence.WRONG_CREDENTIALS, 1);
        standing = Standing.TRUSTED;
        assertThat(guard.admits(later)).isTrue();
    }

    @Test
    void aPardonedSourceIsHeardAndStartsAfresh() throws Exception {
        SipSource source = from("192.0.2.14");
        offend(source, Offence.WRONG_CREDENTIALS, 1);
        assertThat(guard.bans().lift(InetAddress.ofLiteral("192.0.2.14"))).isTrue();
        assertThat(guard.bans().lift(InetAddress.ofLiteral("192.0.2.14"))).isFalse();
        assertThat(guard.admits(source)).isTrue();
        assertThat(banOf(source)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aMillionForgedSourcesAreForgottenAgain() {
        for (int i = 0; i < 1_000_000; i++) {
            byte[] address = {(byte) 198, (byte) (18 + (i >> 16 & 1)), (byte) (i >> 8), (byte) i};
            offend(from(address), Offence.UNREADABLE, 1);
        }
        assertThat(guard.remembered()).isEqualTo(65_536);
    }

    private int admitted(SipSource source, int requests) {
        WireRequest request = request("User-Agent: Test");
        int count = 0;
        for (int i = 0; i < requests; i++) {
            count += guard.admits(request, source) ? 1 : 0;
        }
        return count;
    }

    private void offend(SipSource source, Offence offence, int times) {
        for (int i = 0; i < times; i++) {
            guard.offended(source, offence);
        }
    }

    private static SipSource from(String literal) {
        return from(InetAddress.ofLiteral(literal).getAddress());
    }

    private static SipSource from(byte[] address) {
        try {
            return new SipSource(Transport.UDP, new InetSocketAddress(InetAddress.getByAddress(address), 5060));
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static WireRequest request(String header) {
        String text = "OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP c;branch=z9hG4bK1\r\n" + header + "\r\n\r\n";
        if (MessageParser.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Request parsed) {
            return parsed.request();
        }
        throw new AssertionError(text);
    }

    private static final class VirtualClock extends Clock {
        private Instant now = Instant.parse("2026-11-26T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("the guard has no zone");
        }
    }
}
