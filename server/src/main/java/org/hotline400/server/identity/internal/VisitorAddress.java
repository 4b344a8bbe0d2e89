package org.hotline400.server.identity.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Where a visitor comes from, as he is told from others: his IPv4 address, or the /64 that his IPv6 address is
/// in, because one household has as many addresses as it likes in it.
///
/// @param network the bits that count
record VisitorAddress(boolean isSix, long network) {
    /// All whose address cannot be read.
    private static final VisitorAddress UNREADABLE = new VisitorAddress(false, -1);

    /// @param text an address literal, an IPv6 one perhaps with its zone
    static VisitorAddress of(String text) {
        int zone = text.indexOf('%');
        try {
            return of(InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone)));
        } catch (IllegalArgumentException _) {
            return UNREADABLE;
        }
    }

    private static VisitorAddress of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address
                ? new VisitorAddress(false, Integer.toUnsignedLong(bytes.getInt()))
                : new VisitorAddress(true, bytes.getLong());
    }
}
