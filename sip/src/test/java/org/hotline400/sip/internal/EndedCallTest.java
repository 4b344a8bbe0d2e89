package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.dialog.Endpoint;
import org.hotline400.sip.internal.transaction.Surroundings;
import org.junit.jupiter.api.Test;

/// What a call that is over leaves behind for 32 s: the fewer objects, the shorter the collector's pauses.
class EndedCallTest {
    /// Hops are the trunk's, or one per peer.
    private static final Set<Class<?>> SHARED = Set.of(Surroundings.class, Endpoint.class, SipHop.class);

    private static final SipHop TRUNK =
            new SipHop(Transport.UDP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5070));

    private final DialogLab lab = new DialogLab();

    private void callComesIn(int number) {
        var leg = lab.invitedAnew("call-" + number);
        leg.answer(SipReply.of(200, "OK").withSdp(DialogLab.SDP));
        lab.caller("ACK", 1, false);
        lab.caller("BYE", 2, false);
    }

    private void callIsPlaced() {
        var leg = lab.call("sip:peer@127.0.0.1:5070", Optional.of(TRUNK), Optional.empty());
        lab.answer("INVITE", 180, "a", false);
        lab.answer("INVITE", 200, "a", true);
        leg.end(EndReason.normal());
        lab.answer("BYE", 200, "", false);
    }

    private String held() {
        return HeldObjects.of(lab.remembered(), SHARED).toString();
    }

    @Test
    void ofCallsThatCameInBytesStayAndNoObjects() {
        callComesIn(1);
        String ofOne = held();
        for (int number = 2; number <= 100; number++) {
            callComesIn(number);
        }
        assertThat(lab.left()).isEqualTo("0 legs, 200 transactions, 2 timers");
        assertThat(held()).isEqualTo(ofOne);
        lab.pass(32_010);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }

    @Test
    void ofCallsThatWePlacedBytesStayAndNoObjects() {
        callIsPlaced();
        String ofOne = held();
        for (int number = 2; number <= 100; number++) {
            callIsPlaced();
        }
        assertThat(lab.left()).isEqualTo("0 legs, 200 transactions, 2 timers");
        assertThat(held()).isEqualTo(ofOne);
        lab.pass(5_010);
        assertThat(lab.left()).isEqualTo("0 legs, 100 transactions, 1 timers");
        lab.pass(27_000);
        assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
    }
}
