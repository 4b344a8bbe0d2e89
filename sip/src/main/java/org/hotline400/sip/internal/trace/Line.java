package org.hotline400.sip.internal.trace;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.bytes.Addresses;

/// One message as it stands in a shelf.
///
/// @param at microseconds since 1970
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
record Line(long at, boolean sent, Transport transport, InetSocketAddress peer, byte[] message) {
    private static final Transport[] TRANSPORTS = Transport.values();
    /// Time, way, transport; the peer and the message follow.
    private static final int HEAD = 8 + 1 + 1;

    static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
    }

    Instant instant() {
        return Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000), Math.floorMod(at, 1_000_000) * 1_000L);
    }

    int length() {
        return HEAD + Addresses.length(peer) + message.length;
    }

    @SuppressWarnings("EnumOrdinal") // never leaves the process
    void write(ByteBuffer to) {
        to.putLong(at).put((byte) (sent ? 1 : 0)).put((byte) transport.ordinal());
        Addresses.write(to, peer);
        to.put(message);
    }

    static Line read(ByteBuffer from) {
        long at = from.getLong();
        boolean sent = from.get() == 1;
        Transport transport = TRANSPORTS[from.get()];
        InetSocketAddress peer = Addresses.read(from);
        byte[] message = new byte[from.remaining()];
        from.get(message);
        return new Line(at, sent, transport, peer, message);
    }
}
