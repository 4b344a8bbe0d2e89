package org.hotline400.media.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decides whose packets are heard. The first valid packet of the agreed kind binds a port to its source until
/// the next offer/answer. Ports never matter, as a NAT changes them. Which addresses may latch depends on the
/// named one:
///
/// - Always the named address itself.
/// - It is public or loopback: no other. Such an address is the peer's own, so another source is a stranger.
/// - It is private (RFC 1918, carrier NAT RFC 6598, link-local, IPv6 unique local): any public source, since
///   the packets come through a NAT whose outer address nobody told us; a loopback source, which is a phone on
///   this very machine; and a private source on the same site, that is the same /16 (IPv6: /48), since a peer
///   with several interfaces or a local NAT stays there. Another private source is some other host or customer
///   network that is routed to us directly, with no NAT between that would explain a change of address.
final class Latch {
    /// For so long after a change of the remote address, late packets of the old source do not latch.
    private static final long BARRED = 8000;

    private final Predecessors predecessors;
    private @Nullable InetSocketAddress named;
    private @Nullable InetSocketAddress source;
    private @Nullable InetSocketAddress former;
    private long formerUntil;

    Latch() {
        this(Predecessors.NONE);
    }

    /// @param predecessors whom the port served before
    Latch(Predecessors predecessors) {
        this.predecessors = predecessors;
    }

    /// New terms: the next packet may come from elsewhere.
    void open(InetSocketAddress remote, long now) {
        former = remote.equals(named) ? null : source;
        formerUntil = now + BARRED;
        named = remote;
        source = null;
    }

    /// The source heard; null until the first packet.
    @Nullable
    InetSocketAddress source() {
        return source;
    }

    boolean mayHear(InetSocketAddress from, long now) {
        if (source != null) {
            return source.equals(from);
        }
        if (named == null || (from.equals(former) && !from.equals(named) && now < formerUntil)) {
            return false;
        }
        if (predecessors.sent(from, named, now)) {
            return false;
        }
        return explains(named.getAddress(), from.getAddress());
    }

    /// Whether a peer that named this address may well send from that source.
    private static boolean explains(InetAddress named, InetAddress source) {
        if (named.equals(source)) {
            return true;
        }
        return isPrivate(named) && (!isPrivate(source) || sameSite(named.getAddress(), source.getAddress()));
    }

    private static boolean sameSite(byte[] one, byte[] other) {
        int bytes = one.length == 4 ? 2 : 6;
        return one.length == other.length && Arrays.equals(one, 0, bytes, other, 0, bytes);
    }

    void to(InetSocketAddress from) {
        source = from;
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean carrierNat = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return carrierNat || uniqueLocal || address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }
}
