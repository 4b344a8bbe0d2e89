package org.hotline400.server.numbers.stock;

import java.util.Arrays;

/// Finds the lines of a file that name the same numbers. Twelve bytes a line, and twelve more while it looks.
final class LineOverlaps {
    private static final int FEW = 1_024;
    private static final int NONE = -1;

    private int[] firsts = new int[FEW];
    /// The last number, and in the lowest bit whether it is on sale.
    private int[] ends = new int[FEW];
    private int[] lines = new int[FEW];
    private int size;

    /// A line that names numbers which an earlier one names.
    ///
    /// @param line counted from 1
    record Pair(int line, int earlier) {}

    /// Lines in pairs, by the later one; each later one once.
    static final class Pairs {
        private long[] pairs = new long[FEW];
        private int count;

        private void add(int one, int other) {
            if (count == pairs.length) {
                pairs = Arrays.copyOf(pairs, count * 2);
            }
            pairs[count] = ((long) Math.max(one, other) << Integer.SIZE) | Math.min(one, other);
            count++;
        }

        private void sort() {
            Arrays.sort(pairs, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (kept == 0 || get(kept - 1).line() != (int) (pairs[i] >>> Integer.SIZE)) {
                    pairs[kept] = pairs[i];
                    kept++;
                }
            }
            count = kept;
        }

        int count() {
            return count;
        }

        Pair get(int index) {
            return new Pair((int) (pairs[index] >>> Integer.SIZE), (int) pairs[index]);
        }
    }

    /// @param same lines that say the same of the numbers
    /// @param contrary lines that contradict each other
    record Found(Pairs same, Pairs contrary) {}

    void add(int line, StockLine read) {
        if (size == lines.length) {
            firsts = Arrays.copyOf(firsts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        firsts[size] = read.numbers().first();
        ends[size] = (read.numbers().last() << 1) | (read.onSale() ? 1 : 0);
        lines[size] = line;
        size++;
    }

    /// Goes through the ranges by their first number and looks, of either state, only at the one that reached
    /// furthest so far: whatever overlaps any that came before overlaps that one.
    Found find() {
        var found = new Found(new Pairs(), new Pairs());
        var furthest = new int[] {NONE, NONE};
        for (long key : byFirst()) {
            int one = (int) key;
            for (int state = 0; state < furthest.length; state++) {
                int before = furthest[state];
                if (before != NONE && (ends[before] >> 1) >= firsts[one]) {
                    (state == (ends[one] & 1) ? found.same() : found.contrary()).add(lines[one], lines[before]);
                }
            }
            int own = ends[one] & 1;
            if (furthest[own] == NONE || ends[one] > ends[furthest[own]]) {
                furthest[own] = one;
            }
        }
        found.same().sort();
        found.contrary().sort();
        return found;
    }

    private long[] byFirst() {
        var keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) firsts[i] << Integer.SIZE) | i;
        }
        Arrays.sort(keys);
        return keys;
    }
}
