package org.hotline400.server.outbound.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.AddressRange;

/// Which addresses customers may have asked: those of the public Internet, and what the operator allows beside.
///
/// After the IANA special-purpose address registries (RFC 6890). IPv4-mapped IPv6 addresses are IPv4 addresses
/// in Java.
final class AddressPolicy {
    private static final Map<AddressRange, String> SPECIAL = new LinkedHashMap<>();
    /// All that is handed out for the IPv6 Internet (RFC 4291 §2.4); NAT64, ULA, link-local, multicast lie
    /// outside.
    private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");

    static {
        special("of this network", "0.0.0.0/8");
        special("private (RFC 1918)", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
        special("of a carrier's NAT (RFC 6598)", "100.64.0.0/10");
        special("loopback", "127.0.0.0/8");
        special("link-local", "169.254.0.0/16");
        special("of cloud metadata", "168.63.129.16/32");
        special("reserved for protocols", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4");
        special("for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
        special("for benchmarks", "198.18.0.0/15");
        special("multicast", "224.0.0.0/4");
        special("reserved for protocols", "2001::/23");
        special("a tunnel to IPv4 (6to4)", "2002::/16");
        special("for documentation", "2001:db8::/32", "3fff::/20");
    }

    private final List<AddressRange> allowed;

    /// @param allowed by the operator, whatever they are
    AddressPolicy(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    private static void special(String what, String... ranges) {
        for (var range : ranges) {
            SPECIAL.put(AddressRange.of(range), what);
        }
    }

    /// What forbids this address; empty when it may be asked.
    Optional<String> objection(InetAddress address) {
        if (allowed.stream().anyMatch(range -> range.contains(address))) {
            return Optional.empty();
        }
        if (address instanceof Inet6Address && !GLOBAL_IPV6.contains(address)) {
            return Optional.of("not of the public Internet");
        }
        return SPECIAL.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
