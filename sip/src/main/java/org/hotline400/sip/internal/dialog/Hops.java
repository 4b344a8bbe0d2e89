package org.hotline400.sip.internal.dialog;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.text.Literals;

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
        Optional<Transport> transport = transport(uri);
        if (transport.isEmpty()) {
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
        Optional<InetAddress> literal = Literals.address(host);
        if (literal.isPresent()) {
            found.accept(literal);
        } else {
            names.find(host, found);
        }
    }

    /// RFC 3261 §26.2.2: a `sips` URI means TLS under whatever it names.
    private static Optional<Transport> transport(SipUri uri) {
        String named = uri.parameters().getOrDefault("transport", "");
        return switch (uri.scheme()) {
            case "sip" -> named.isEmpty() ? Optional.of(Transport.UDP) : Transport.ofParameter(named);
            case "sips" ->
                switch (Transport.ofParameter(named.isEmpty() ? "tls" : named).orElse(Transport.UDP)) {
                    case TCP, TLS -> Optional.of(Transport.TLS);
                    case WS, WSS -> Optional.of(Transport.WSS);
                    case UDP -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
