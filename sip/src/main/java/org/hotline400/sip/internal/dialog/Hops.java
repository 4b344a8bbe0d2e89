package org.hotline400.sip.internal.dialog;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.naming.Names;
import org.hotline400.sip.internal.naming.Service;
import org.hotline400.sip.internal.text.Literals;

/// Finds the ways to a URI (RFC 3263 §4), without NAPTR: the SRV records of the transports that we speak are asked for
/// instead, as §4.1 allows.
public final class Hops {

    private static final int MOST_WAYS = 10;

    private final Names names;
    private final RandomGenerator chance;

    /// @param chance draws among servers of one priority
    public Hops(Names names, RandomGenerator chance) {
        this.names = names;
        this.chance = chance;
    }

    /// What is looked for.
    ///
    /// @param asked the transport that the URI demands
    private record Aim(String host, int port, Optional<Transport> asked, boolean secured) {

        Transport transport() {
            return asked.orElse(secured ? Transport.TLS : Transport.UDP);
        }

        /// RFC 3263 §4.1: all that we speak, when the URI does not say.
        List<Transport> candidates() {
            return asked.map(List::of)
                    .orElse(secured ? List.of(Transport.TLS) : List.of(Transport.UDP, Transport.TCP, Transport.TLS));
        }

        List<Way> ways(Transport transport, int port, List<InetAddress> addresses) {
            return addresses.stream()
                    .map(address -> new Way(
                            new SipHop(transport, new InetSocketAddress(named(address), port)), asked.isEmpty()))
                    .toList();
        }

        /// The name stays with the address: it is whom a certificate must be for, even behind an SRV record
        /// (RFC 5922 §7.3).
        private InetAddress named(InetAddress address) {
            try {
                return InetAddress.getByAddress(host, address.getAddress());
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address has the length of an address", e);
            }
        }
    }

    /// @param found hears the ways in the order to try them, at once for an address literal; none when the URI cannot
    ///         be reached from here
    void find(String uriText, Consumer<List<Way>> found) {
        Optional<Aim> read = aim(uriText);
        if (read.isEmpty()) {
            found.accept(List.of());
            return;
        }
        Aim aim = read.get();
        Optional<InetAddress> literal = Literals.address(aim.host());
        if (literal.isPresent()) {
            Transport transport = aim.transport();
            var address = new InetSocketAddress(literal.get(), port(aim, transport));
            found.accept(
                    List.of(new Way(new SipHop(transport, address), aim.asked().isEmpty())));
        } else if (aim.port() >= 0 || aim.transport().isWebSocket()) {
            byAddress(aim, found);
        } else {
            byService(aim, found);
        }
    }

    private static int port(Aim aim, Transport transport) {
        return aim.port() < 0 ? transport.defaultPort() : aim.port();
    }

    private static Optional<Aim> aim(String uriText) {
        try {
            SipUri uri = SipUri.parse(uriText);
            String host = uri.parameters().getOrDefault("maddr", uri.host());
            String named = uri.parameters().getOrDefault("transport", "");
            boolean secured = uri.scheme().equals("sips");
            if (host.isEmpty()) {
                return Optional.empty();
            }
            if (named.isEmpty()) {
                return Optional.of(new Aim(host, uri.port(), Optional.empty(), secured));
            }
            Optional<Transport> asked = Transport.ofParameter(named);
            return (secured ? asked.flatMap(Hops::secured) : asked)
                    .map(one -> new Aim(host, uri.port(), Optional.of(one), secured));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// RFC 3261 §26.2.2: a `sips` URI means TLS under whatever it names.
    private static Optional<Transport> secured(Transport named) {
        return switch (named) {
            case TCP, TLS -> Optional.of(Transport.TLS);
            case WS, WSS -> Optional.of(Transport.WSS);
            case UDP -> Optional.empty();
        };
    }

    private void byAddress(Aim aim, Consumer<List<Way>> found) {
        Transport transport = aim.transport();
        names.addresses(
                aim.host(),
                addresses -> found.accept(aim.ways(transport, port(aim, transport), addresses).stream()
                        .limit(MOST_WAYS)
                        .toList()));
    }

    private record Server(Transport transport, Service service) {}

    private void byService(Aim aim, Consumer<List<Way>> found) {
        List<Transport> candidates = aim.candidates();
        gather(
                candidates,
                (transport, servers) -> names.services(
                        service(transport) + aim.host(),
                        answers -> servers.accept(Service.ordered(answers, chance).stream()
                                .map(one -> new Server(transport, one))
                                .toList())),
                (List<Server> servers) -> {
                    if (servers.isEmpty()) {
                        byAddress(aim, found);
                    } else {
                        byServers(aim, servers, found);
                    }
                });
    }

    private static String service(Transport transport) {
        return switch (transport) {
            case UDP -> "_sip._udp.";
            case TCP -> "_sip._tcp.";
            case TLS -> "_sips._tcp.";
            case WS, WSS -> throw new IllegalArgumentException("nobody connects to browsers");
        };
    }

    private void byServers(Aim aim, List<Server> servers, Consumer<List<Way>> found) {
        List<Server> real = servers.stream()
                .filter(one -> !one.service().target().isEmpty())
                .limit(MOST_WAYS)
                .toList();
        gather(
                real,
                (server, ways) -> names.addresses(
                        server.service().target(),
                        addresses -> ways.accept(
                                aim.ways(server.transport(), server.service().port(), addresses))),
                (List<Way> ways) -> found.accept(ways.stream().limit(MOST_WAYS).toList()));
    }

    /// Asks about all things at once and hands on all answers together, in the order of the things.
    private static <T, R> void gather(
            List<T> things, BiConsumer<T, Consumer<List<R>>> question, Consumer<List<R>> answered) {
        if (things.isEmpty()) {
            answered.accept(List.of());
            return;
        }
        var answers = new ArrayList<List<R>>(Collections.nCopies(things.size(), List.of()));
        var open = new int[] {things.size()};
        for (int i = 0; i < things.size(); i++) {
            int place = i;
            question.accept(things.get(i), answer -> {
                answers.set(place, answer);
                if (--open[0] == 0) {
                    answered.accept(answers.stream().flatMap(List::stream).toList());
                }
            });
        }
    }
}
