package org.hotline400.server.lists.internal;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A map from `long` to `int` without an object per entry: open addressing, linear probing, at most two thirds
/// full. Where every value is 0, the values take no memory.
///
/// Not safe for writers at once; any number of readers may share one that nobody changes.
public final class LongTable {
    /// What [#get] answers for a key that is not there. Values are not negative.
    public static final int ABSENT = -1;

    private static final long FREE = 0;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int SMALLEST = 8;

    private long[] keys;
    private int @Nullable [] values;
    private int size;
    private int shift;

    private LongTable(long[] keys, int @Nullable [] values, int size) {
        this.keys = keys;
        this.values = values;
        this.size = size;
        this.shift = Long.numberOfLeadingZeros(keys.length) + 1;
    }

    /// An empty one with room for so many.
    public static LongTable of(int expected) {
        int wanted = Math.max(SMALLEST, expected + expected / 2 + 1);
        return new LongTable(new long[Integer.highestOneBit(wanted - 1) << 1], null, 0);
    }

    public LongTable copy() {
        return new LongTable(keys.clone(), values == null ? null : values.clone(), size);
    }

    public int size() {
        return size;
    }

    /// @param key not 0
    public int get(long key) {
        int slot = slot(key);
        return keys[slot] == FREE ? ABSENT : value(slot);
    }

    /// Puts or replaces.
    ///
    /// @param key not 0
    /// @param value not negative
    /// @return the value it had, or [#ABSENT]
    public int put(long key, int value) {
        int slot = slot(key);
        if (keys[slot] != FREE) {
            int before = value(slot);
            set(slot, value);
            return before;
        }
        if (3L * (size + 1) > 2L * keys.length) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        set(slot, value);
        size++;
        return ABSENT;
    }

    /// @return the value it had, or [#ABSENT]
    public int remove(long key) {
        int hole = slot(key);
        if (keys[hole] == FREE) {
            return ABSENT;
        }
        int before = value(hole);
        int mask = keys.length - 1;
        // Whoever stood behind the hole because of it moves up, so that no probe ends too early.
        for (int next = (hole + 1) & mask; keys[next] != FREE; next = (next + 1) & mask) {
            int home = home(keys[next]);
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                keys[hole] = keys[next];
                set(hole, value(next));
                hole = next;
            }
        }
        keys[hole] = FREE;
        set(hole, 0);
        size--;
        return before;
    }

    /// In no particular order.
    public void forEachKey(LongConsumer consumer) {
        Arrays.stream(keys).filter(key -> key != FREE).forEach(consumer);
    }

    private int home(long key) {
        return (int) ((key * GOLDEN) >>> shift);
    }

    /// Where the key is, or the free slot where it would go.
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key);
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int value(int slot) {
        return values == null ? 0 : values[slot];
    }

    private void set(int slot, int value) {
        if (values == null) {
            if (value == 0) {
                return;
            }
            values = new int[keys.length];
        }
        values[slot] = value;
    }

    private void grow() {
        var old = new LongTable(keys, values, size);
        keys = new long[keys.length * 2];
        values = old.values == null ? null : new int[keys.length];
        size = 0;
        shift--;
        for (int i = 0; i < old.keys.length; i++) {
            if (old.keys[i] != FREE) {
                put(old.keys[i], old.value(i));
            }
        }
    }
}
