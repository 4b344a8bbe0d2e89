package org.hotline400.sip.internal.transaction;

import java.nio.ByteBuffer;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.bytes.Addresses;

/// Hops over UDP as bytes: the others are connections, and the names that their certificates must bear.
public final class HopBytes {
    private HopBytes() {}

    /// Whether [#of] loses nothing of it but the name of its host.
    public static boolean canBe(SipHop hop) {
        return hop.transport() == Transport.UDP && Addresses.isWhole(hop.address());
    }

    public static byte[] of(SipHop hop) {
        ByteBuffer bytes = ByteBuffer.allocate(Addresses.length(hop.address()));
        Addresses.write(bytes, hop.address());
        return bytes.array();
    }

    public static SipHop read(byte[] bytes) {
        return new SipHop(Transport.UDP, Addresses.read(ByteBuffer.wrap(bytes)));
    }
}
