package org.hotline400.sip.internal.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Counts who opened the connections that are open, so that no stranger holds them all.
final class Openers {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final TcpLimits limits;
    private final Map<ByteBuffer, Integer> open = new HashMap<>();
    private int accepted;

    Openers(TcpLimits limits) {
        this.limits = limits;
    }

    /// Whether one more from this address may be accepted.
    boolean mayOpen(InetSocketAddress peer) {
        return accepted < limits.accepted() && open.getOrDefault(network(peer), 0) < limits.fromOneAddress();
    }

    void opened(InetSocketAddress peer) {
        accepted++;
        open.merge(network(peer), 1, Integer::sum);
    }

    void closed(InetSocketAddress peer) {
        accepted--;
        open.computeIfPresent(network(peer), (network, count) -> count == 1 ? null : count - 1);
    }

    private static ByteBuffer network(InetSocketAddress peer) {
        InetAddress address = peer.getAddress();
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
    }
}
