package org.hotline400.simulator;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The piece of network in front of the carrier's SIP endpoint, where messages can get lost. Others see only its
/// outer socket; for each of them there is an inner one, by which the endpoint tells them apart.
///
/// What the endpoint sends inside an established dialog goes straight to the peer's Contact and does not pass here.
final class Wire implements AutoCloseable {
    private static final int LARGEST = 65_535;
    private static final int BUFFER = 4 << 20;
    private static final int MOST_PEERS = 256;
    private static final int MOST_SILENCED = 10_000;
    private static final Pattern CALL_ID = Pattern.compile("(?im)^(?:Call-ID|i)[ \\t]*:[ \\t]*(\\S+)[ \\t]*\\r?$");

    private final DatagramSocket outer;
    private final InetAddress inside;
    private final Map<SocketAddress, DatagramSocket> peers = new ConcurrentHashMap<>();
    private final Set<String> silenced = ConcurrentHashMap.newKeySet();
    private volatile Predicate<WireMessage> loses = message -> false;
    private volatile @Nullable InetSocketAddress endpoint;

    /// @throws IOException when the port is taken
    Wire(InetSocketAddress bind) throws IOException {
        outer = new DatagramSocket(bind);
        outer.setReceiveBufferSize(BUFFER);
        inside = bind.getAddress();
    }

    /// What others send to.
    InetSocketAddress address() {
        return new InetSocketAddress(outer.getLocalAddress(), outer.getLocalPort());
    }

    /// From now on messages pass between the others and this endpoint.
    void lead(InetSocketAddress to) {
        endpoint = to;
        Thread.ofVirtual().name("wire-outer").start(this::carryIn);
    }

    /// Where the endpoint sends what is meant for `peer`.
    InetSocketAddress towards(InetSocketAddress peer) throws IOException {
        var inner = inner(peer);
        return new InetSocketAddress(inner.getLocalAddress(), inner.getLocalPort());
    }

    /// Loses each message for which this is true, from now on.
    void lose(Predicate<WireMessage> these) {
        loses = these;
    }

    /// Loses everything of this call, both ways, from now on.
    void silence(String callId) {
        if (silenced.size() < MOST_SILENCED) {
            silenced.add(callId);
        }
    }

    private void carryIn() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (receive(outer, packet)) {
            var to = endpoint;
            if (to != null && passes(packet, true)) {
                try {
                    inner(packet.getSocketAddress()).send(copy(packet, to));
                } catch (IOException _) {
                    // As on any network: what cannot be delivered is lost, and sent again by its sender.
                }
            }
        }
    }

    private void carryOut(DatagramSocket inner, SocketAddress peer) {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (receive(inner, packet)) {
            if (passes(packet, false)) {
                try {
                    outer.send(copy(packet, peer));
                } catch (IOException _) {
                    // As above.
                }
            }
        }
    }

    private static boolean receive(DatagramSocket socket, DatagramPacket into) {
        while (!socket.isClosed()) {
            try {
                into.setLength(LARGEST);
                socket.receive(into);
                return true;
            } catch (IOException _) {
                // Closed (seen above), or an ICMP error of an earlier packet: go on.
            }
        }
        return false;
    }

    private static DatagramPacket copy(DatagramPacket packet, SocketAddress to) {
        return new DatagramPacket(packet.getData(), packet.getOffset(), packet.getLength(), to);
    }

    private synchronized DatagramSocket inner(SocketAddress peer) throws IOException {
        var known = peers.get(peer);
        if (known != null) {
            return known;
        }
        if (peers.size() >= MOST_PEERS) {
            throw new IOException("the simulator speaks with at most " + MOST_PEERS + " addresses");
        }
        var inner = new DatagramSocket(new InetSocketAddress(inside, 0));
        inner.setReceiveBufferSize(BUFFER);
        peers.put(peer, inner);
        Thread.ofVirtual().name("wire-inner").start(() -> carryOut(inner, peer));
        return inner;
    }

    private boolean passes(DatagramPacket packet, boolean incoming) {
        var text = new String(packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.UTF_8);
        var callId = CALL_ID.matcher(text);
        if (!callId.find()) {
            return true;
        }
        return !silenced.contains(callId.group(1)) && !loses.test(new WireMessage(incoming, callId.group(1), text));
    }

    @Override
    public synchronized void close() {
        outer.close();
        peers.values().forEach(DatagramSocket::close);
    }
}
