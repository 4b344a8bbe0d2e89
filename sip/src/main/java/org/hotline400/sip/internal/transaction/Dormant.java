package org.hotline400.sip.internal.transaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.sip.internal.bytes.KeyedRing;
import org.hotline400.sip.internal.timing.Timed;
import org.hotline400.sip.internal.timing.Timers;
import org.jspecify.annotations.Nullable;

/// Transactions that have nothing left to do but to answer what is repeated, as bytes: nearly all of them are never
/// asked again, and at thousands of calls a second they are most of what is remembered. All sleep for the same time, so
/// that the oldest is always the next to go.
final class Dormant extends Timed {
    private final Timers timers;
    private final long lifetime;
    /// The end of its time, and its parts with their lengths.
    private final KeyedRing ring = new KeyedRing();

    /// What is known of a transaction.
    ///
    /// @param left milliseconds
    /// @param parts as they were handed in
    record Remains(long left, List<byte[]> parts) {}

    /// @param lifetime milliseconds
    Dormant(Timers timers, long lifetime) {
        this.timers = timers;
        this.lifetime = lifetime;
    }

    int count() {
        return ring.count();
    }

    /// A key that is there already stands for the later parts.
    void add(String key, List<byte[]> parts) {
        if (ring.isEmpty()) {
            timers.arm(lifetime, this);
        }
        int length = Long.BYTES;
        for (byte[] part : parts) {
            length += Integer.BYTES + part.length;
        }
        ByteBuffer entry = ring.add(bytes(key), length);
        entry.putLong(timers.now() + lifetime);
        for (byte[] part : parts) {
            entry.putInt(part.length).put(part);
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    boolean has(String key) {
        return find(key) != null;
    }

    /// @return null when nothing of that key sleeps
    @Nullable
    Remains find(String key) {
        if (ring.isEmpty()) {
            return null;
        }
        long place = ring.latest(bytes(key));
        if (place == KeyedRing.NOWHERE || left(place) <= 0) {
            return null;
        }
        return new Remains(left(place), parts(ring.content(place).position(Long.BYTES)));
    }

    private static List<byte[]> parts(ByteBuffer entry) {
        List<byte[]> parts = new ArrayList<>();
        while (entry.hasRemaining()) {
            byte[] part = new byte[entry.getInt()];
            entry.get(part);
            parts.add(part);
        }
        return parts;
    }

    private long left(long place) {
        return ring.content(place).getLong() - timers.now();
    }

    @Override
    protected void due() {
        while (!ring.isEmpty() && left(ring.oldest()) <= 0) {
            ring.removeOldest();
        }
        if (!ring.isEmpty()) {
            timers.arm(left(ring.oldest()), this);
        }
    }

    void clear() {
        timers.disarm(this);
        while (!ring.isEmpty()) {
            ring.removeOldest();
        }
    }
}
