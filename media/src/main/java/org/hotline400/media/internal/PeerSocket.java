package org.hotline400.media.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.hotline400.media.Disturbance;
import org.jspecify.annotations.Nullable;

/// A stream's RTP socket as one peer's: knows where to send to, and connects to the source once that has
/// latched (which makes the kernel drop what others send, and sending cheaper).
final class PeerSocket implements Wire {
    /// Packets closer than this are a burst: 5 ms in samples.
    private static final long BURST = 40;

    private final DatagramChannel rtp;
    private final MediaTime time;
    private final Latch latch;
    private @Nullable InetSocketAddress named;
    private @Nullable InetSocketAddress destination;
    private @Nullable BadNetwork network;
    private boolean connected;
    private boolean settled = true;
    private long lastCame;

    /// @param predecessors whom the socket served before
    PeerSocket(DatagramChannel rtp, MediaTime time, Predecessors predecessors) {
        this.rtp = rtp;
        this.time = time;
        this.latch = new Latch(predecessors);
    }

    /// New terms: the source may change once. Until it shows, what we send goes where the peer said, or on to
    /// the known source when the peer said nothing new.
    ///
    /// An unspecified address holds the old way (RFC 3264 §8.4): the source stays as it was, and where there
    /// was none nobody is heard.
    void open(InetSocketAddress remote) {
        if (remote.getAddress().isAnyLocalAddress()) {
            return;
        }
        InetSocketAddress known = latch.source();
        if (!remote.equals(named)) {
            destination = remote;
        } else if (known != null) {
            destination = known;
        }
        named = remote;
        latch.open(remote, time.now());
        disconnect();
    }

    /// Whether a packet from there is to be heard: from the latched source, or one that may latch.
    boolean mayHear(InetSocketAddress from, long now) {
        return latch.mayHear(from, now);
    }

    boolean latched() {
        return latch.source() != null;
    }

    /// Where the peer's packets come from; null until the first.
    @Nullable
    InetSocketAddress source() {
        return latch.source();
    }

    /// Where the peer said that it wants its packets; null when it never said so.
    @Nullable
    InetSocketAddress named() {
        return named;
    }

    /// Where everything comes from that the kernel lets through; null while it lets through what comes from anywhere.
    @Nullable
    InetSocketAddress connectedTo() {
        return connected ? latch.source() : null;
    }

    void latchTo(InetSocketAddress from) {
        latch.to(from);
        settled = false;
        lastCame = time.now();
        destination = from;
    }

    /// Whether it shall be connected, once no packet waits in it: connecting discards what the socket has received
    /// and not handed out yet. Asked when a packet has come; not in a burst, when the next one is near.
    boolean wantsToSettle(long now) {
        if (settled) {
            return false;
        }
        boolean paced = now - lastCame >= BURST;
        lastCame = now;
        return paced;
    }

    /// Connects to the latched source. Best right after a packet of it, when the next one is far.
    void settle() {
        InetSocketAddress source = latch.source();
        settled = true;
        if (source == null || connected) {
            return;
        }
        try {
            rtp.connect(source);
            connected = true;
        } catch (IOException e) {
            // Stays unconnected: foreign packets are then told apart by their source alone.
        }
    }

    void disturb(Disturbance disturbance) {
        network = disturbance.equals(Disturbance.NONE) ? null : new BadNetwork(disturbance);
    }

    boolean disturbed() {
        return network != null;
    }

    boolean losesReport() {
        return network != null && network.losesReport();
    }

    /// Lets delayed packets go.
    void release(long now) {
        if (network != null) {
            network.release(now, this::transmit);
        }
    }

    @Override
    public ByteBuffer blank() {
        return Workbench.mine().packet.clear();
    }

    @Override
    public void send(ByteBuffer finished) {
        if (network != null) {
            network.take(finished, time.now());
        } else {
            transmit(finished);
        }
    }

    private void transmit(ByteBuffer finished) {
        try {
            if (connected) {
                rtp.write(finished);
            } else if (destination != null) {
                rtp.send(finished, destination);
            }
        } catch (PortUnreachableException e) {
            // The peer is not listening (yet, or any more); signalling will tell.
        } catch (IOException | IllegalArgumentException e) {
            // No route, or an address of the wrong family: as lost as on the way.
        }
    }

    private void disconnect() {
        if (!connected) {
            return;
        }
        try {
            rtp.disconnect();
            connected = false;
        } catch (IOException e) {
            // Stays connected to the former peer; signalling ends the call when nothing is heard.
        }
    }
}
