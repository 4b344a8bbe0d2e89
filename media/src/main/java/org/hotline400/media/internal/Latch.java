package org.hotline400.media.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Decides whose packets are heard. The first valid packet of the agreed kind binds a port to its source until the
/// next offer/answer. It must come from the IP address that the peer named (any port: NAT) — or from anywhere when
/// that address cannot be reached from outside (private, carrier NAT, link-local, unspecified), since then the
/// packets come through a NAT of unknown address.
final class Latch {
    /// For so long after a change of the remote address, late packets of the old source do not latch.
    private static final long BARRED = 8000;

    private @Nullable InetSocketAddress named;
    private @Nullable InetSocketAddress source;
    private @Nullable InetSocketAddress former;
    private long formerUntil;

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
        return named.getAddress() == null
                || unreachable(named.getAddress())
                || named.getAddress().equals(from.getAddress());
    }

    void to(InetSocketAddress from) {
        source = from;
    }

    private static boolean unreachable(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean carrierNat = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return carrierNat
                || uniqueLocal
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress();
    }
}
