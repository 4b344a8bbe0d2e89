package org.hotline400.bench.media;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.nio.ByteOrder;

/// An RTP socket on loopback that many legs share, and the RTCP socket on the port above it (RFC 3550 §11). A
/// leg of the platform is known by its own port, so that its peers may all have the same one.
///
/// RTCP is received and thrown away: an unbound port would answer each report with an ICMP error, which no
/// carrier does.
///
/// @param rtp,rtcp descriptors
/// @param port of RTP
record RtpSocket(int rtp, int rtcp, int port) {
    private static final int TRIES = 100;
    private static final int BUFFER = 16 << 20;
    private static final int NAME = 16;
    private static final short AF_INET = 2;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    static RtpSocket open() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = NativeUdp.state(arena);
            for (var tries = 0; tries < TRIES; tries++) {
                var rtp = bound(0, arena, state);
                var port = port(rtp, arena, state);
                try {
                    return new RtpSocket(rtp, bound(port + 1, arena, state), port);
                } catch (IOException e) {
                    // The port above belongs to somebody.
                    NativeUdp.close(rtp, state);
                }
            }
        }
        throw new BindException("no two neighbouring UDP ports are free on 127.0.0.1");
    }

    private static int bound(int port, Arena arena, MemorySegment state) throws IOException {
        var address = arena.allocate(NAME);
        address.set(ValueLayout.JAVA_SHORT, 0, AF_INET);
        address.set(PORT, 2, (short) port);
        MemorySegment.copy(LOOPBACK, 0, address, JAVA_BYTE, 4, LOOPBACK.length);
        var socket = NativeUdp.open(state);
        try {
            NativeUdp.bind(socket, address, state);
            NativeUdp.receiveBuffer(socket, arena.allocateFrom(ValueLayout.JAVA_INT, BUFFER), state);
            return socket;
        } catch (IOException e) {
            NativeUdp.close(socket, state);
            throw e;
        }
    }

    private static int port(int socket, Arena arena, MemorySegment state) throws IOException {
        var address = arena.allocate(NAME);
        NativeUdp.name(socket, address, arena.allocateFrom(ValueLayout.JAVA_INT, NAME), state);
        return address.get(PORT, 2) & 0xFFFF;
    }

    void close() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = NativeUdp.state(arena);
            NativeUdp.close(rtp, state);
            NativeUdp.close(rtcp, state);
        }
    }
}
