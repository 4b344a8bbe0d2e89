package org.hotline400.sip.internal.bytes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/// Socket addresses as bytes: the length of the address, the address, the port.
public final class Addresses {
    private Addresses() {}

    /// Whether nothing is lost but the name it came from: the link that an address of IPv6 may be bound to is not
    /// written.
    public static boolean isWhole(InetSocketAddress address) {
        return !address.isUnresolved() && !(address.getAddress() instanceof Inet6Address six && six.getScopeId() != 0);
    }

    /// Of what [#write] writes.
    public static int length(InetSocketAddress address) {
        return 1 + address.getAddress().getAddress().length + Short.BYTES;
    }

    public static void write(ByteBuffer to, InetSocketAddress address) {
        byte[] bytes = address.getAddress().getAddress();
        to.put((byte) bytes.length).put(bytes).putShort((short) address.getPort());
    }

    public static InetSocketAddress read(ByteBuffer from) {
        byte[] bytes = new byte[from.get()];
        from.get(bytes);
        return new InetSocketAddress(address(bytes), Short.toUnsignedInt(from.getShort()));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
