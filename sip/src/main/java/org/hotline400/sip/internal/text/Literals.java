package org.hotline400.sip.internal.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Addresses as they stand in messages.
public final class Literals {

    private Literals() {}

    /// The address that a literal names, an IPv6 one with or without brackets; empty for a host name.
    public static Optional<InetAddress> address(String host) {
        if (!mayBeLiteral(host)) {
            return Optional.empty();
        }
        try {
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            return Optional.of(InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Names are many and an exception is dear.
    private static boolean mayBeLiteral(String host) {
        if (host.isEmpty()) {
            return false;
        }
        char last = host.charAt(host.length() - 1);
        return last == ']' || (last >= '0' && last <= '9') || host.indexOf(':') >= 0;
    }

    /// Whether this host is this very address, however it is written.
    public static boolean isSame(String host, InetAddress address) {
        return address(host).filter(address::equals).isPresent();
    }

    /// An address without brackets and without the zone that means nothing to others.
    public static String written(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        try {
            return InetAddress.getByAddress(address.getAddress()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of an address", e);
        }
    }

    /// A host for a URI or a Via: an IPv6 literal gets its brackets.
    public static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
