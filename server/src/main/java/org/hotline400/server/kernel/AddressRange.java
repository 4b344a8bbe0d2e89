package org.hotline400.server.kernel;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// A block of IP addresses in CIDR form: `192.0.2.0/24`, `2001:db8::/32`, or one address.
///
/// @param network the first address
/// @param prefix how many leading bits count
public record AddressRange(InetAddress network, int prefix) {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    public AddressRange {
        var bits = network.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("the prefix length must be 0.." + bits + ", was " + prefix);
        }
    }

    /// Reads `address` or `address/prefix`; names are refused, so that trust never hangs on a DNS answer.
    public static AddressRange of(String text) {
        var slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash));
        var bits = address.getAddress().length * 8;
        return new AddressRange(address, slash < 0 ? bits : prefix(text.substring(slash + 1)));
    }

    private static int prefix(String digits) {
        if (!digits.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("the prefix length after / must be a number, was \"" + digits + "\"");
        }
        return Integer.parseInt(digits);
    }

    private static InetAddress literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "an address range is an IP address or CIDR block such as 192.0.2.0/24, was \"" + text + "\"");
        }
        return InetAddress.ofLiteral(text);
    }

    public boolean contains(InetAddress address) {
        var ours = network.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit += 8) {
            var mask = 0xFF << Math.max(0, 8 - (prefix - bit));
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
