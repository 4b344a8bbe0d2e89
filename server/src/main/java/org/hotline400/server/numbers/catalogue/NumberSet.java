package org.hotline400.server.numbers.catalogue;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/// A set of numbers, in each block a row or, of few, a list. Whoever makes it puts its blocks in, and then
/// it never changes.
final class NumberSet {
    /// From so many in a block on they are a row: to go through the list would take longer.
    private static final int ENOUGH = 100;

    private static final long[] NO_ROW = {};
    private static final char[] NO_LIST = {};

    private final long[][] rows = new long[Space.BLOCKS][];
    private final char[][] lists = new char[Space.BLOCKS][];
    private final char[] sizes = new char[Space.BLOCKS];

    NumberSet() {
        Arrays.fill(rows, NO_ROW);
        Arrays.fill(lists, NO_LIST);
    }

    /// @param numbers by their seven digits
    static NumberSet of(RoaringBitmap numbers) {
        var set = new NumberSet();
        var bits = new SpaceBits(numbers);
        var row = new long[Row.WORDS];
        for (int block = 0; block < Space.BLOCKS; block++) {
            bits.read(block, row);
            set.put(block, row);
        }
        return set;
    }

    /// Copies a block in, once.
    void put(int block, long[] row) {
        int size = Row.count(row);
        sizes[block] = (char) size;
        if (size == Space.SIZE) {
            rows[block] = Row.ALL;
        } else if (size >= ENOUGH) {
            rows[block] = Row.copy(row);
        } else if (size > 0) {
            lists[block] = list(row, size);
        }
    }

    private static char[] list(long[] row, int size) {
        var list = new char[size];
        int at = 0;
        for (int word = 0; word < Row.WORDS; word++) {
            for (long left = row[word]; left != 0; left &= left - 1) {
                list[at++] = (char) ((word << 6) + Long.numberOfTrailingZeros(left));
            }
        }
        return list;
    }

    /// How many are in a block.
    int size(int block) {
        return sizes[block];
    }

    int size() {
        int size = 0;
        for (char one : sizes) {
            size += one;
        }
        return size;
    }

    long bytes() {
        long bytes = 0;
        for (int block = 0; block < Space.BLOCKS; block++) {
            boolean isOwnRow = sizes[block] >= ENOUGH && sizes[block] < Space.SIZE;
            bytes += isOwnRow ? Row.BYTES : (long) lists[block].length * Character.BYTES;
        }
        return bytes;
    }

    boolean contains(int suffix) {
        int block = suffix / Space.SIZE;
        int within = suffix % Space.SIZE;
        return sizes[block] >= ENOUGH
                ? Row.has(rows[block], within)
                : Arrays.binarySearch(lists[block], (char) within) >= 0;
    }

    boolean isSame(int block, NumberSet other) {
        return sizes[block] == other.sizes[block]
                && Arrays.equals(rows[block], other.rows[block])
                && Arrays.equals(lists[block], other.lists[block]);
    }

    /// The row of a block with many; only to be read.
    ///
    /// @return empty when the block has few
    long[] row(int block) {
        return rows[block];
    }

    /// How many of the row are in the set.
    ///
    /// @param size of the row
    int countIn(int block, long[] row, int size) {
        if (sizes[block] >= ENOUGH) {
            return sizes[block] == Space.SIZE ? size : Row.countBoth(row, rows[block]);
        }
        int count = 0;
        for (char within : lists[block]) {
            count += (int) (row[within >>> 6] >>> within) & 1;
        }
        return count;
    }

    /// Leaves of the row only what is in the set.
    void narrow(int block, long[] row) {
        int size = sizes[block];
        if (size >= ENOUGH) {
            if (size < Space.SIZE) {
                Row.and(row, rows[block]);
            }
            return;
        }
        int word = 0;
        long kept = 0;
        for (char within : lists[block]) {
            for (; word < within >>> 6; word++) {
                row[word] &= kept;
                kept = 0;
            }
            kept |= 1L << within;
        }
        row[word] &= kept;
        Arrays.fill(row, word + 1, Row.WORDS, 0);
    }

    /// Adds the set's numbers to the row.
    void addTo(int block, long[] row) {
        if (sizes[block] >= ENOUGH) {
            Row.or(row, rows[block]);
            return;
        }
        for (char within : lists[block]) {
            Row.add(row, within);
        }
    }
}
