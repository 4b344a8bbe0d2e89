package org.hotline400.server.numbers.catalogue;

import java.util.Arrays;

/// What is done with a row: one bit for each number of a block, by its last four digits. A row is 1.2 kB,
/// so that all a search does to a block happens in the processor's nearest cache.
final class Row {
    static final int WORDS = (Space.SIZE + Long.SIZE - 1) / Long.SIZE;
    /// What one takes in memory.
    static final int BYTES = WORDS * Long.BYTES + 16;
    /// Every number; never changed.
    static final long[] ALL = all();

    private static final long[][][] DIGITS = digits();

    private Row() {}

    private static long[] all() {
        var row = new long[WORDS];
        Arrays.fill(row, -1L);
        row[WORDS - 1] = (1L << (Space.SIZE % Long.SIZE)) - 1;
        return row;
    }

    private static long[][][] digits() {
        var rows = new long[Space.DIGITS - Space.OUTER][10][WORDS];
        for (int within = 0; within < Space.SIZE; within++) {
            int left = within;
            for (int place = rows.length - 1; place >= 0; place--) {
                add(rows[place][left % 10], within);
                left /= 10;
            }
        }
        return rows;
    }

    /// The numbers with a digit at a place; never changed.
    ///
    /// @param place 3 to 6 of the seven, counted from 0
    static long[] digit(int place, int digit) {
        return DIGITS[place - Space.OUTER][digit];
    }

    static long[] copy(long[] row) {
        return Arrays.copyOf(row, WORDS);
    }

    static void copy(long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, WORDS);
    }

    static void clear(long[] row) {
        Arrays.fill(row, 0);
    }

    static void add(long[] row, int within) {
        row[within >>> 6] |= 1L << within;
    }

    static boolean has(long[] row, int within) {
        return (row[within >>> 6] >>> within & 1) != 0;
    }

    static void and(long[] row, long[] other) {
        for (int word = 0; word < WORDS; word++) {
            row[word] &= other[word];
        }
    }

    /// A new row of the numbers in both.
    static long[] both(long[] row, long[] other) {
        var both = copy(row);
        and(both, other);
        return both;
    }

    static void andNot(long[] row, long[] other) {
        for (int word = 0; word < WORDS; word++) {
            row[word] &= ~other[word];
        }
    }

    static void or(long[] row, long[] other) {
        for (int word = 0; word < WORDS; word++) {
            row[word] |= other[word];
        }
    }

    /// Moves into the row those of the others that are not in a third; the rest of them stay.
    static void addLeavers(long[] row, long[] others, long[] third) {
        for (int word = 0; word < WORDS; word++) {
            row[word] |= others[word] & ~third[word];
            others[word] &= third[word];
        }
    }

    static int count(long[] row) {
        int count = 0;
        for (int word = 0; word < WORDS; word++) {
            count += Long.bitCount(row[word]);
        }
        return count;
    }

    /// How many numbers are in both.
    static int countBoth(long[] row, long[] other) {
        int count = 0;
        for (int word = 0; word < WORDS; word++) {
            count += Long.bitCount(row[word] & other[word]);
        }
        return count;
    }
}
