package org.hotline400.sip.internal.trace;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.Transport;

/// One message as it stands in a shelf.
///
/// @param at microseconds since 1970
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
record Line(long at, boolean sent, Transport transport, InetSocketAddress peer, byte[] message) {
    private static final Transport[] TRANSPORTS = Transport.values();
    private static final int MOST_ADDRESS = 16;
    /// Length, time, the place before, flags, port, length of the address, the address.
    static final int HEAD = 4 + 8 + 8 + 1 + 1 + 4 + 1 + MOST_ADDRESS;

    static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
    }

    Instant instant() {
        return Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000), Math.floorMod(at, 1_000_000) * 1_000L);
    }

    int length() {
        return HEAD + message.length;
    }

    /// @param before where the message before it of the same ladder stands
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    void write(ByteBuffer to, int offset, long before) {
        byte[] address = peer.getAddress().getAddress();
        to.putInt(offset, message.length)
                .putLong(offset + 4, at)
                .putLong(offset + 12, before)
                .put(offset + 20, (byte) (sent ? 1 : 0))
                .put(offset + 21, (byte) transport.ordinal())
                .putInt(offset + 22, peer.getPort())
                .put(offset + 26, (byte) address.length)
                .put(offset + 27, address)
                .put(offset + HEAD, message);
    }

    static Line read(ByteBuffer from, int offset) {
        byte[] message = new byte[from.getInt(offset)];
        from.get(offset + HEAD, message);
        byte[] address = new byte[from.get(offset + 26)];
        from.get(offset + 27, address);
        return new Line(
                from.getLong(offset + 4),
                from.get(offset + 20) == 1,
                TRANSPORTS[from.get(offset + 21)],
                new InetSocketAddress(address(address), from.getInt(offset + 22)),
                message);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    static int length(ByteBuffer from, int offset) {
        return HEAD + from.getInt(offset);
    }

    static long before(ByteBuffer from, int offset) {
        return from.getLong(offset + 12);
    }
}
