package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.Test;

/// A phone that registered for five minutes, and what of its renewals must be written.
class WrittenBindingsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-26T08:00:00Z");

    private final WrittenBindings written = new WrittenBindings(List.of(renewed(Duration.ZERO, 5060)), BEGIN);

    private static ContactBinding renewed(Duration after, int port) {
        return new ContactBinding(
                SipUri.of("desk", "192.0.2.5", 5060),
                1000,
                "call",
                1 + after.toSeconds(),
                BEGIN.plus(after).plus(Duration.ofMinutes(5)),
                BEGIN,
                new SipSource(Transport.UDP, new InetSocketAddress(InetAddress.ofLiteral("192.0.2.5"), port)),
                true,
                List.of(),
                "",
                "");
    }

    @Test
    void anEarlyRenewalIsNotWrittenALateOneIs() {
        assertThat(written.suffices(List.of(renewed(Duration.ofSeconds(149), 5060))))
                .isTrue();
        assertThat(written.suffices(List.of(renewed(Duration.ofSeconds(150), 5060))))
                .isFalse();
    }

    @Test
    void whateverElseChangesIsWritten() {
        assertThat(written.suffices(List.of(renewed(Duration.ofSeconds(1), 5062))))
                .isFalse();
        assertThat(written.suffices(List.of())).isFalse();
        assertThat(written.suffices(List.of(renewed(Duration.ofSeconds(-1), 5060))))
                .isFalse();
    }
}
