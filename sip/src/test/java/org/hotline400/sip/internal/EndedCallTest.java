package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
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
    private final int empty = total(HeldObjects.of(lab.remembered(), SHARED));

    private static int total(Map<String, Integer> objects) {
        return objects.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void ofACallThatCameInTwoDozenObjectsStay() {
        var leg = lab.invited();
        leg.answer(SipReply.of(200, "OK").withSdp(DialogLab.SDP));
        lab.caller("ACK", 1, false);
        lab.caller("BYE", 2, false);

        assertThat(lab.left()).isEqualTo("0 legs, 2 transactions, 2 timers");
        assertStays(24);
    }

    @Test
    void ofACallThatWePlacedTwoDozenObjectsStay() {
        var leg = lab.call("sip:peer@127.0.0.1:5070", Optional.of(TRUNK), Optional.empty());
        lab.answer("INVITE", 180, "a", false);
        lab.answer("INVITE", 200, "a", true);
        leg.end(EndReason.normal());
        lab.answer("BYE", 200, "", false);

        assertThat(lab.left()).isEqualTo("0 legs, 2 transactions, 2 timers");
        assertStays(24);
    }

    private void assertStays(int most) {
        var held = HeldObjects.of(lab.remembered(), SHARED);
        assertThat(total(held) - empty).as(held.toString()).isLessThanOrEqualTo(most);
    }
}
