package org.hotline400.sip.internal.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline400.sip.internal.text.Literals;
import org.jspecify.annotations.Nullable;

/// The open connections of one transport, found by where they lead. Over TLS a name is served only by a connection that
/// we opened for that very name: at the same address one for another name was shown another certificate, and one that
/// somebody opened to us none at all (RFC 5923 §9).
final class Connections {

    private static final int MOST_GONE = 4096;
    /// As long as a transaction may still want to answer (RFC 3261 §17.1.2.2, Timer F). Then a peer that connects from
    /// the port it listens on can be connected to.
    private static final long GONE_FOR = Duration.ofSeconds(32).toMillis();

    private record Named(InetSocketAddress address, String name) {}

    private final boolean byName;
    private final Set<TcpConnection> all = new LinkedHashSet<>();
    private final Map<InetSocketAddress, TcpConnection> accepted = new HashMap<>();
    private final Map<InetSocketAddress, TcpConnection> opened = new HashMap<>();
    private final Map<Named, TcpConnection> named = new HashMap<>();

    /// Addresses from which others were connected until a moment ago, and until when there is nobody to connect to.
    private final Map<InetSocketAddress, Long> gone = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Long> eldest) {
            return size() > MOST_GONE;
        }
    };

    /// @param byName whether a connection was agreed on for a name
    Connections(boolean byName) {
        this.byName = byName;
    }

    int size() {
        return all.size();
    }

    void add(TcpConnection connection) {
        InetSocketAddress peer = connection.peer();
        all.add(connection);
        (connection.isOurs() ? opened : accepted).put(peer, connection);
        gone.remove(peer);
        if (byName && connection.isOurs()) {
            named.put(new Named(peer, nameOf(peer)), connection);
        }
    }

    /// @param now the loop's milliseconds
    void remove(TcpConnection connection, long now) {
        InetSocketAddress peer = connection.peer();
        all.remove(connection);
        named.remove(new Named(peer, nameOf(peer)), connection);
        if (!connection.isOurs()) {
            accepted.remove(peer, connection);
            gone.put(peer, now + GONE_FOR);
        } else if (opened.remove(peer, connection) && byName) {
            another(peer);
        }
    }

    /// Two names may lead to one address.
    private void another(InetSocketAddress peer) {
        named.forEach((where, connection) -> {
            if (where.address().equals(peer)) {
                opened.put(peer, connection);
            }
        });
    }

    /// The connection to send to this address on; null when one must be opened.
    @Nullable
    TcpConnection find(InetSocketAddress peer) {
        if (byName && !isLiteral(peer)) {
            return named.get(new Named(peer, nameOf(peer)));
        }
        TcpConnection there = accepted.get(peer);
        return there == null ? opened.get(peer) : there;
    }

    /// Whether this is the far end of a connection that somebody opened to us and that is just over. Who asks for a
    /// name means a server, not an end of a connection.
    ///
    /// @param now the loop's milliseconds
    boolean isGone(InetSocketAddress peer, long now) {
        Long until = gone.get(peer);
        return until != null && now < until && isLiteral(peer);
    }

    private static String nameOf(InetSocketAddress peer) {
        return peer.getHostString().toLowerCase(java.util.Locale.ROOT);
    }

    /// Who asks for an address names nobody: a connection there that was agreed on for a name serves too.
    private static boolean isLiteral(InetSocketAddress peer) {
        return Literals.address(peer.getHostString()).isPresent();
    }

    Collection<TcpConnection> all() {
        return List.copyOf(all);
    }
}
