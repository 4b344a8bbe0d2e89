package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SipLegsTest {
    private static final Sdp SDP = new Sdp(true);

    private final CallerLeg leg =
            new CallerLeg(42, "sip:4001000000@127.0.0.1:5060", "127.0.0.1:5080", SDP.at(30_000), 0);

    private SipText answer(SipText request, String status, String body) {
        return request.answer(status, "platform", List.of("Contact: <sip:here@127.0.0.1:5060>"), body);
    }

    @Test
    void acknowledgesTheAnswerEachTimeItComes() {
        var ok = answer(leg.invite(), "200 OK", SDP.at(20_000));
        for (var times = 0; times < 2; times++) {
            assertThat(leg.answered(ok)).singleElement().satisfies(ack -> {
                assertThat(ack.startLine()).isEqualTo("ACK sip:here@127.0.0.1:5060 SIP/2.0");
                assertThat(ack.header("To")).endsWith(";tag=platform");
            });
        }
        assertThat(leg.state()).isEqualTo(CallerLeg.State.TALKING);
    }

    @Test
    void tellsWhyItFailed() {
        var invite = leg.invite();
        var ack = leg.answered(answer(invite, "503 Service Unavailable", ""));
        assertThat(ack)
                .singleElement()
                .satisfies(one -> assertThat(one.header("Via")).isEqualTo(invite.header("Via")));
        assertThat(leg.state()).isEqualTo(CallerLeg.State.FAILED);
        assertThat(leg.failure()).isEqualTo(503);
    }

    @Test
    void repeatsItsInviteUntilSomethingComes() {
        assertThat(leg.tick(Duration.ofMillis(499).toNanos())).isEmpty();
        assertThat(leg.tick(Duration.ofMillis(500).toNanos())).containsExactly(leg.invite());
        assertThat(leg.answered(answer(leg.invite(), "100 Trying", ""))).isEmpty();
        assertThat(leg.tick(Duration.ofSeconds(5).toNanos())).isEmpty();
    }

    @Test
    void givesUpWhenNothingComes() {
        assertThat(leg.tick(Duration.ofSeconds(11).toNanos())).isEmpty();
        assertThat(leg.failure()).isEqualTo(408);
    }

    @Test
    void hangsUpOnceAndIsOverWhenThatIsConfirmed() {
        leg.answered(answer(leg.invite(), "200 OK", SDP.at(20_000)));
        var bye = leg.hangUp(0);
        assertThat(bye).hasSize(1);
        assertThat(leg.hangUp(0)).isEmpty();
        leg.answered(answer(bye.getFirst(), "200 OK", ""));
        assertThat(leg.state()).isEqualTo(CallerLeg.State.OVER);
    }

    @Test
    void readsWhatItWrites() {
        var bytes = leg.invite().bytes();
        var read = SipText.parse(bytes, bytes.length).orElseThrow();
        assertThat(read.method()).isEqualTo("INVITE");
        assertThat(read.callId()).isEqualTo(leg.callId);
        assertThat(Sdp.port(read.body())).isEqualTo(30_000);
        var half = "INVITE sip:x SIP/2.0\r\nVia: y\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SipText.parse(half, half.length)).isEmpty();
    }

    @Test
    void knowsACallByItsCallersNumber() {
        assertThat(CallerNumber.call("<sip:" + CallerNumber.of(42) + "@127.0.0.1>;tag=a"))
                .hasValue(42);
        assertThat(CallerNumber.call("\"A\" <sip:+8613900000042@127.0.0.1:5060>"))
                .hasValue(42);
        assertThat(CallerNumber.call("<sip:4001000000@127.0.0.1>")).isEmpty();
    }
}
