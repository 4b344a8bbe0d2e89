package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatchTest {
    private final Latch latch = new Latch();

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 198.51.100.1, false",
        "192.168.1.5, 198.51.100.1, true",
        "10.1.2.3, 198.51.100.1, true",
        "100.64.0.9, 198.51.100.1, true",
        "100.128.0.9, 198.51.100.1, false",
        "0.0.0.0, 198.51.100.1, false",
        "127.0.0.1, 127.0.0.2, false",
        "fd00::1, 2001:db8::1, true",
        "2001:db8::2, 2001:db8::1, false",
        "203.0.113.7, 192.168.1.5, false",
        "192.168.1.5, 192.168.1.5, true",
        "192.168.1.5, 192.168.200.9, true",
        "192.168.1.5, 10.0.0.9, false",
        "10.1.2.3, 10.1.200.1, true",
        "10.1.2.3, 10.2.2.3, false",
        "172.16.0.5, 172.17.0.1, false",
        "100.64.0.9, 100.64.7.7, true",
        "100.64.0.9, 100.65.0.9, false",
        "100.64.0.9, 192.168.1.5, false",
        "169.254.1.1, 192.168.1.5, false",
        "192.168.1.5, 127.0.0.1, true",
        "127.0.0.1, 192.168.1.5, false",
        "192.168.1.5, fd00::1, false",
        "0.0.0.0, 10.1.2.3, false",
        "fd00:1:2::1, fd00:1:2:3::1, true",
        "fd00:1:2::1, fd00:1:3::1, false"
    })
    void theSourceHasTheNamedAddressOrOneThatANatOrItsSiteExplains(String named, String source, boolean heard) {
        latch.open(at(named, 4000), 0);
        assertThat(latch.mayHear(at(source, 5555), 1)).isEqualTo(heard);
    }

    @Test
    void onceLatchedOnlyTheSourceIsHeard() {
        latch.open(at("10.1.2.3", 4000), 0);
        latch.to(at("198.51.100.1", 7000));
        assertThat(latch.mayHear(at("198.51.100.1", 7001), 1)).isFalse();
        assertThat(latch.mayHear(at("198.51.100.1", 7000), 1)).isTrue();
    }

    @Test
    void packetsOfTheFormerSourceDoNotLatchForASecond() {
        latch.open(at("203.0.113.7", 4000), 0);
        latch.to(at("203.0.113.7", 4000));
        latch.open(at("203.0.113.7", 6000), 100);
        assertThat(latch.mayHear(at("203.0.113.7", 4000), 200)).isFalse();
        assertThat(latch.mayHear(at("203.0.113.7", 6000), 200)).isTrue();
        assertThat(latch.mayHear(at("203.0.113.7", 4000), 8200)).isTrue();
    }

    @Test
    void whatTheCallBeforeSentDoesNotLatchWhileItsEndMayBeUnderWay() {
        Latch next = new Latch(before(at("203.0.113.7", 4000)));
        next.open(at("203.0.113.7", 6000), 0);
        assertThat(next.mayHear(at("203.0.113.7", 4001), 1)).isFalse();
        assertThat(next.mayHear(at("203.0.113.7", 6000), 1)).isTrue();
        assertThat(next.mayHear(at("203.0.113.7", 4001), Predecessor.MEMORY)).isTrue();
    }

    @Test
    void aPeerThatCallsAgainIsHeardFromWhereItWas() {
        Latch next = new Latch(before(at("203.0.113.7", 4000)));
        next.open(at("203.0.113.7", 4000), 0);
        assertThat(next.mayHear(at("203.0.113.7", 4001), 1)).isTrue();
    }

    @Test
    void whatTheCallBeforeTheLastSentDoesNotLatchEither() {
        Predecessors two = before(at("203.0.113.7", 4000)).and(peer(7000, Predecessor.MEMORY), 0);
        Latch next = new Latch(two);
        next.open(at("203.0.113.7", 6000), 0);
        assertThat(next.mayHear(at("203.0.113.7", 4001), 1)).isFalse();
        assertThat(next.mayHear(at("203.0.113.7", 7000), 1)).isFalse();
        assertThat(next.mayHear(at("203.0.113.7", 6001), 1)).isTrue();
    }

    @Test
    void aPredecessorThatSentFromWhereItWantedItsAudioIsRememberedByOneAddress() {
        InetSocketAddress named = at("203.0.113.7", 4000);
        Predecessor straight = new Predecessor(named, at("203.0.113.7", 4000), at("203.0.113.7", 4001), 1);
        assertThat(straight.audio()).isSameAs(named);
        assertThat(new Predecessor(named, at("203.0.113.7", 4002), named, 1).audio())
                .isEqualTo(at("203.0.113.7", 4002));
    }

    @Test
    void theLastCallFromAPlaceDecides() {
        InetSocketAddress gateway = at("203.0.113.7", 4001);
        Predecessor first = new Predecessor(at("203.0.113.7", 5000), gateway, gateway, Predecessor.MEMORY);
        Predecessor second = new Predecessor(at("203.0.113.7", 6000), gateway, gateway, Predecessor.MEMORY);
        Latch next = new Latch(Predecessors.NONE.and(first, 0).and(second, 0));
        next.open(at("203.0.113.7", 6000), 0);
        assertThat(next.mayHear(gateway, 1)).isTrue();
    }

    @Test
    void noMoreCallsAreRememberedThanMayStillBeHeard() {
        Predecessors all = Predecessors.NONE;
        for (int call = 0; call < 20; call++) {
            all = all.and(peer(7000 + call, 100 + call), call);
        }
        assertThat(all.peers()).hasSize(Predecessors.MOST);
        assertThat(all.peers().getFirst().until()).isEqualTo(119);
        assertThat(all.and(peer(9000, 500), 117).peers())
                .extracting(Predecessor::until)
                .containsExactly(500L, 119L, 118L);
    }

    private static Predecessor peer(int port, long until) {
        InetSocketAddress place = at("203.0.113.7", port);
        return new Predecessor(place, place, place, until);
    }

    private static Predecessors before(InetSocketAddress named) {
        return Predecessors.NONE.and(
                new Predecessor(named, at("203.0.113.7", 4001), at("203.0.113.7", 4003), Predecessor.MEMORY), 0);
    }

    private static InetSocketAddress at(String host, int port) {
        return new InetSocketAddress(host, port);
    }
}
