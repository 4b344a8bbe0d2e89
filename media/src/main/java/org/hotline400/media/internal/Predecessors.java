package org.hotline400.media.internal;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// The peers that a pair of ports served of late, the last one first: under load a pair serves several calls while
/// the end of the first is still on its way.
record Predecessors(List<Predecessor> peers) {
    static final Predecessors NONE = new Predecessors(List.of());
    /// A bound for memory; of calls without audio none but the first is remembered.
    static final int MOST = 8;

    Predecessors {
        peers = List.copyOf(peers);
    }

    boolean isEmpty() {
        return peers.isEmpty();
    }

    /// These and one more, without those that have gone silent for sure.
    Predecessors and(Predecessor last, long now) {
        List<Predecessor> all = new ArrayList<>(Math.min(peers.size() + 1, MOST));
        all.add(last);
        for (Predecessor each : peers) {
            if (all.size() < MOST && now < each.until()) {
                all.add(each);
            }
        }
        return new Predecessors(all);
    }

    /// Whether what comes from there is of a call before. The last one that sent from there decides.
    ///
    /// @param peer where the peer of now wants its RTP
    boolean sent(InetSocketAddress from, InetSocketAddress peer, long now) {
        for (Predecessor each : peers) {
            if (each.sentFrom(from)) {
                return each.maySend(from, peer, now);
            }
        }
        return false;
    }
}
