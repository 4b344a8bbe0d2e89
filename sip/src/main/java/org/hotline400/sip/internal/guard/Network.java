package org.hotline400.sip.internal.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// The part of an address that stands for one owner: all of IPv4, the /64 of IPv6, as whoever has one address there
/// has them all.
final class Network {

    private static final int IPV6_NETWORK_BYTES = 8;

    private Network() {}

    static InetAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address;
        }
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    static String text(InetAddress network) {
        String literal = network.getHostAddress();
        return network.getAddress().length == 4 ? literal : literal + "/64";
    }
}
