package org.hotline400.server.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// A host and a port as people write them: `127.0.0.1:5060`, `sip.example.com:5060`, `[2001:db8::1]:5060`.
///
/// @param host a name or an address, without brackets
/// @param port 0 asks the system for a free one, where one listens
public record HostPort(String host, int port) {
    private static final int MOST = 65_535;

    public HostPort {
        if (host.isBlank() || port < 0 || port > MOST) {
            throw new IllegalArgumentException("an address is HOST:PORT with a port of 0 to 65535, such as"
                    + " 127.0.0.1:5060; was \"" + host + ":" + port + "\"");
        }
    }

    public static HostPort of(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "an address is HOST:PORT, such as 127.0.0.1:5060 or [::1]:5060; was \"" + text + "\"");
        }
        return new HostPort(withoutBrackets(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    public static HostPort of(InetSocketAddress address) {
        return new HostPort(address.getHostString(), address.getPort());
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /// Looks the host up.
    ///
    /// @throws IllegalArgumentException when nobody knows it
    public InetSocketAddress resolve() {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the host \"" + host + "\" is unknown", e);
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
