package org.hotline400.sip.internal.dialog;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;

/// Finds the way to a URI (RFC 3263 in its smallest form: address literals and A/AAAA records).
public final class Hops {

    /// Looks up a host name; the answer comes on the loop's thread, empty when there is none.
    @FunctionalInterface
    public interface Names {
        void find(String host, Consumer<Optional<InetAddress>> found);
    }

    private final Names names;

    public Hops(Names names) {
        this.names = names;
    }

    /// @param found hears the hop, at once for an address literal; empty when the URI cannot be reached from here
    void find(String uriText, Consumer<Optional<SipHop>> found) {
        SipUri uri;
        try {
            uri = SipUri.parse(uriText);
        } catch (IllegalArgumentException e) {
            found.accept(Optional.empty());
            return;
        }
        Optional<Transport> transport =
                Transport.ofParameter(uri.parameters().getOrDefault("transport", Transport.UDP.parameter()));
        if (!uri.scheme().equals("sip") || transport.isEmpty()) {
            found.accept(Optional.empty());
            return;
        }
        Transport chosen = transport.get();
        int port = uri.port() < 0 ? chosen.defaultPort() : uri.port();
        address(
                uri.host(),
                address -> found.accept(address.map(ip -> new SipHop(chosen, new InetSocketAddress(ip, port)))));
    }

    private void address(String host, Consumer<Optional<InetAddress>> found) {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            found.accept(literal);
        } else {
            names.find(host, found);
        }
    }

    /// The address that a literal names; empty for a host name.
    public static Optional<InetAddress> literal(String host) {
        try {
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            return Optional.of(InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
