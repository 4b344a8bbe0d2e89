package org.hotline400.sip.internal.transport;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline400.sip.internal.text.Literals;
import org.jspecify.annotations.Nullable;

/// The open connections of one transport, found by where they lead. One that we opened over TLS was agreed on for one
/// name, and does not serve another name at the same address (RFC 5923 §9).
final class Connections {

    private static final int MOST_GONE = 4096;

    private record Named(InetSocketAddress address, String name) {}

    private final boolean byName;
    private final Set<TcpConnection> all = new LinkedHashSet<>();
    private final Map<InetSocketAddress, TcpConnection> byAddress = new HashMap<>();
    private final Map<Named, TcpConnection> named = new HashMap<>();

    /// Addresses from which others were connected: there is nobody to connect to.
    private final Map<InetSocketAddress, Boolean> gone = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Boolean> eldest) {
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
        byAddress.put(peer, connection);
        gone.remove(peer);
        if (byName && connection.isOurs()) {
            named.put(new Named(peer, nameOf(peer)), connection);
        }
    }

    void remove(TcpConnection connection) {
        InetSocketAddress peer = connection.peer();
        all.remove(connection);
        byAddress.remove(peer, connection);
        named.remove(new Named(peer, nameOf(peer)), connection);
        if (!connection.isOurs()) {
            gone.put(peer, true);
        }
    }

    /// The connection to send to this address on; null when one must be opened.
    @Nullable
    TcpConnection find(InetSocketAddress peer) {
        TcpConnection there = byAddress.get(peer);
        if (there == null || !byName || !there.isOurs() || isLiteral(peer)) {
            return there;
        }
        return named.get(new Named(peer, nameOf(peer)));
    }

    /// Whether this is the far end of a connection that somebody opened to us and that is over.
    boolean isGone(InetSocketAddress peer) {
        return gone.containsKey(peer);
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
