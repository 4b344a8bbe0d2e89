package org.hotline400.bench.media;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.IntPredicate;

/// Up to [#SIZE] datagrams with their addresses, laid out as `sendmmsg(2)` and `recvmmsg(2)` want them
/// (`struct mmsghdr` of 64-bit Linux). What was received can be sent back from where it lies.
final class DatagramBatch {
    static final int SIZE = 64;
    private static final int DATAGRAM = 512;
    private static final int HEADER = 64;
    private static final int VECTOR = 16;
    private static final int NAME = 16;
    private static final short AF_INET = 2;
    private static final int LOOPBACK = 0x7F000001;

    private static final ValueLayout.OfShort NETWORK_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt NETWORK_INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong NETWORK_LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment headers;
    private final MemorySegment vectors;
    private final MemorySegment names;
    private final MemorySegment datagrams;
    private final MemorySegment state;
    private int count;

    DatagramBatch(Arena arena) {
        headers = arena.allocate((long) SIZE * HEADER, 8);
        vectors = arena.allocate((long) SIZE * VECTOR, 8);
        names = arena.allocate((long) SIZE * NAME, 8);
        datagrams = arena.allocate((long) SIZE * DATAGRAM, 8);
        state = NativeUdp.state(arena);
        for (var slot = 0; slot < SIZE; slot++) {
            layOut(slot);
        }
    }

    private void layOut(int slot) {
        var header = (long) slot * HEADER;
        headers.set(ValueLayout.ADDRESS, header, names.asSlice((long) slot * NAME, NAME));
        headers.set(ValueLayout.JAVA_INT, header + 8, NAME);
        headers.set(ValueLayout.ADDRESS, header + 16, vectors.asSlice((long) slot * VECTOR, VECTOR));
        headers.set(ValueLayout.JAVA_LONG, header + 24, 1);
        vectors.set(ValueLayout.ADDRESS, (long) slot * VECTOR, datagrams.asSlice((long) slot * DATAGRAM, DATAGRAM));
        vectors.set(ValueLayout.JAVA_LONG, (long) slot * VECTOR + 8, DATAGRAM);
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == SIZE;
    }

    /// Takes what waits at the socket, at most [#SIZE].
    int receive(int socket) throws IOException {
        for (var slot = 0; slot < count; slot++) {
            headers.set(ValueLayout.JAVA_INT, (long) slot * HEADER + 8, NAME);
            vectors.set(ValueLayout.JAVA_LONG, (long) slot * VECTOR + 8, DATAGRAM);
        }
        count = NativeUdp.receive(socket, headers, SIZE, state);
        return count;
    }

    /// Sends all and forgets them.
    ///
    /// @param counts which slots count
    /// @return how many of these the kernel did not take
    int send(int socket, IntPredicate counts) {
        var all = count;
        count = 0;
        return sendFirst(socket, all, counts);
    }

    /// Sends back what was just received, each to where it came from; the slots stay as they were received.
    ///
    /// @param most slots to send, from the first on
    /// @param counts which slots count
    /// @return how many of these the kernel did not take
    int sendBack(int socket, int most, IntPredicate counts) {
        return sendFirst(socket, most, counts);
    }

    /// The kernel stops at the first that it does not take: the others go in another turn.
    private int sendFirst(int socket, int most, IntPredicate counts) {
        var refused = 0;
        for (var slot = 0; slot < most; ) {
            var rest = slot == 0 ? headers : headers.asSlice((long) slot * HEADER);
            slot += NativeUdp.send(socket, rest, most - slot, state);
            if (slot < most) {
                refused += counts.test(slot) ? 1 : 0;
                slot++;
            }
        }
        return refused;
    }

    /// Begins a datagram to a port of this machine.
    ///
    /// @return its slot
    int add(byte[] content, int port) {
        var slot = count++;
        var name = (long) slot * NAME;
        names.set(ValueLayout.JAVA_SHORT, name, AF_INET);
        names.set(NETWORK_SHORT, name + 2, (short) port);
        names.set(NETWORK_INT, name + 4, LOOPBACK);
        MemorySegment.copy(content, 0, datagrams, JAVA_BYTE, (long) slot * DATAGRAM, content.length);
        length(slot, content.length);
        return slot;
    }

    /// Moves a received datagram into an earlier slot, over one that is not to be sent back.
    void move(int from, int to) {
        if (from != to) {
            MemorySegment.copy(names, (long) from * NAME, names, (long) to * NAME, NAME);
            var size = length(from);
            MemorySegment.copy(datagrams, (long) from * DATAGRAM, datagrams, (long) to * DATAGRAM, size);
            headers.set(ValueLayout.JAVA_INT, (long) to * HEADER + 56, size);
        }
        length(to, length(to));
    }

    private void length(int slot, int bytes) {
        vectors.set(ValueLayout.JAVA_LONG, (long) slot * VECTOR + 8, bytes);
    }

    /// Of a received datagram.
    int length(int slot) {
        return headers.get(ValueLayout.JAVA_INT, (long) slot * HEADER + 56);
    }

    /// Where a received datagram came from.
    int port(int slot) {
        return names.get(NETWORK_SHORT, (long) slot * NAME + 2) & 0xFFFF;
    }

    byte byteAt(int slot, int offset) {
        return datagrams.get(JAVA_BYTE, (long) slot * DATAGRAM + offset);
    }

    int intAt(int slot, int offset) {
        return datagrams.get(NETWORK_INT, (long) slot * DATAGRAM + offset);
    }

    long longAt(int slot, int offset) {
        return datagrams.get(NETWORK_LONG, (long) slot * DATAGRAM + offset);
    }

    void putByte(int slot, int offset, byte value) {
        datagrams.set(JAVA_BYTE, (long) slot * DATAGRAM + offset, value);
    }

    void putShort(int slot, int offset, short value) {
        datagrams.set(NETWORK_SHORT, (long) slot * DATAGRAM + offset, value);
    }

    void putInt(int slot, int offset, int value) {
        datagrams.set(NETWORK_INT, (long) slot * DATAGRAM + offset, value);
    }

    void putLong(int slot, int offset, long value) {
        datagrams.set(NETWORK_LONG, (long) slot * DATAGRAM + offset, value);
    }
}
