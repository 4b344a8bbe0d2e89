package org.hotline400.server.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/// Looks a host up for the client and lets it have only addresses that may be asked. The client connects to
/// what it gets here and asks no second time, so that a name cannot lead elsewhere between check and use.
final class CheckedNames implements DnsResolver {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final NameService names;
    private final AddressPolicy policy;

    CheckedNames(NameService names, AddressPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    /// The host leads to an address that must not be asked.
    static final class NotAllowedException extends UnknownHostException {
        NotAllowedException(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var literal = literal(host);
        var found = literal.isPresent() ? List.of(literal.get()) : names.addresses(host);
        // One forbidden address among others forbids the host: which one is connected to would be chance.
        for (var address : found) {
            var objection = objection(host, address);
            if (objection.isPresent()) {
                throw new NotAllowedException(objection.get());
            }
        }
        return found.toArray(InetAddress[]::new);
    }

    /// What forbids a host that is written as an address; empty for names.
    Optional<String> objection(String host) {
        return literal(host).flatMap(address -> objection(host, address));
    }

    private Optional<String> objection(String host, InetAddress address) {
        return policy.objection(address)
                .map(what -> "the address of " + host + " is " + what + ": " + address.getHostAddress()
                        + "; the operator may allow it by hotline.outbound.allowed");
    }

    private static Optional<InetAddress> literal(String host) {
        return LITERAL.matcher(host).matches() ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
