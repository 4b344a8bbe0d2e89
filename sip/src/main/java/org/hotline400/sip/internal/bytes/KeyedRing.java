package org.hotline400.sip.internal.bytes;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/// Entries of bytes that are found by their keys, the latest first, and go in the order they came.
///
/// Entries whose keys share a hash's lowest bits are a list: each names the place of the one before. An entry that is
/// gone ends its list, so that nothing is to be done when one goes.
public final class KeyedRing {
    public static final long NOWHERE = -1;

    /// Where the hash stands, behind the place before.
    private static final int HASH = Long.BYTES;
    /// Where the key stands with its length; the content follows.
    private static final int HEAD = HASH + Long.BYTES;

    private static final int LEAST_LISTS = 1 << 10;

    /// Peers choose keys: without secrets they could choose those of one list.
    private static final long SECRET = new SecureRandom().nextLong() | 1;

    private static final long START = new SecureRandom().nextLong();

    private final ByteRing ring = new ByteRing();
    /// The place of the latest entry of each list, plus one.
    private long[] lists = new long[LEAST_LISTS];

    private int count;

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// The bytes from the oldest entry to the end of a further one.
    public long spanWith(byte[] key, int length) {
        return ring.spanWith(HEAD + Integer.BYTES + key.length + length);
    }

    /// Adds an entry.
    ///
    /// @param length of its content
    /// @return the content, to be filled
    public ByteBuffer add(byte[] key, int length) {
        if (count >= lists.length) {
            widen();
        }
        long hash = hash(key);
        long place = ring.add(HEAD + Integer.BYTES + key.length + length);
        ByteBuffer entry = ring.entry(place);
        link(place, entry, hash);
        entry.putLong(HASH, hash).position(HEAD);
        entry.putInt(key.length).put(key);
        count++;
        return entry.slice();
    }

    private void link(long place, ByteBuffer entry, long hash) {
        int list = (int) (hash & (lists.length - 1));
        entry.putLong(0, lists[list] - 1);
        lists[list] = place + 1;
    }

    /// Makes twice as many lists.
    private void widen() {
        lists = new long[2 * lists.length];
        long place = ring.oldest();
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = ring.entry(place);
            link(place, entry, entry.getLong(HASH));
            place = ring.after(place);
        }
    }

    /// The place of the latest entry with this key, [#NOWHERE] when there is none.
    public long latest(byte[] key) {
        long hash = hash(key);
        return firstFrom(lists[(int) (hash & (lists.length - 1))] - 1, hash, key);
    }

    /// The place of the entry before that one with the same key, [#NOWHERE] when there is none.
    public long before(long place, byte[] key) {
        ByteBuffer entry = ring.entry(place);
        return firstFrom(entry.getLong(0), entry.getLong(HASH), key);
    }

    private long firstFrom(long from, long hash, byte[] key) {
        for (long place = from; stands(place); ) {
            ByteBuffer entry = ring.entry(place);
            if (entry.getLong(HASH) == hash && Arrays.equals(key(entry), key)) {
                return place;
            }
            place = entry.getLong(0);
        }
        return NOWHERE;
    }

    private boolean stands(long place) {
        return place >= ring.oldest();
    }

    private static byte[] key(ByteBuffer entry) {
        byte[] key = new byte[entry.getInt(HEAD)];
        entry.get(HEAD + Integer.BYTES, key);
        return key;
    }

    public byte[] key(long place) {
        return key(ring.entry(place));
    }

    public ByteBuffer content(long place) {
        ByteBuffer entry = ring.entry(place);
        return entry.position(HEAD + Integer.BYTES + entry.getInt(HEAD)).slice();
    }

    /// The place of the oldest entry; there must be one.
    public long oldest() {
        return ring.oldest();
    }

    /// @return how many bytes it had
    public int removeOldest() {
        count--;
        return ring.removeOldest();
    }

    /// Eight bytes at a time, folded by multiplication.
    private static long hash(byte[] key) {
        long hash = START ^ key.length;
        long word = 0;
        for (int i = 0; i < key.length; i++) {
            word = word << Byte.SIZE | (key[i] & 0xFF);
            if (i % Long.BYTES == Long.BYTES - 1) {
                hash = folded(hash ^ word);
                word = 0;
            }
        }
        return folded(folded(hash ^ word));
    }

    private static long folded(long value) {
        return Math.unsignedMultiplyHigh(value, SECRET) ^ (value * SECRET);
    }
}
