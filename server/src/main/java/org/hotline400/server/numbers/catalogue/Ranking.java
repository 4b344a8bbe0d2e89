package org.hotline400.server.numbers.catalogue;

import java.util.List;

/// An order of numbers: by rank, the smallest first, and of equal rank by number. Both in one `long`: the
/// rank above, the seven digits in the lowest 24 bits.
final class Ranking {
    private static final int SUFFIX_BITS = 24;
    private static final int SUFFIX_MASK = (1 << SUFFIX_BITS) - 1;

    /// Up to so many numbers are ranked one by one.
    private static final int FEW = 32;

    private final List<RankBits> parts;
    private final int bits;
    private final long[][] rows;
    private final long[] found = new long[Row.WORDS];
    private final long[] passed = new long[Row.WORDS];
    private final long[] same = new long[Row.WORDS];

    /// @param parts the most important first; none to order by number alone
    Ranking(List<RankBits> parts) {
        this.parts = parts;
        bits = parts.stream().mapToInt(RankBits::bits).sum();
        rows = new long[bits][];
    }

    static long key(long rank, int suffix) {
        return rank << SUFFIX_BITS | suffix;
    }

    static int suffix(long key) {
        return (int) key & SUFFIX_MASK;
    }

    static int rank(long key) {
        return (int) (key >> SUFFIX_BITS);
    }

    /// Offers what could be among the best: what is not ranked below the place that the page begins behind,
    /// and above the worst of the best once these are enough. As blocks come in order, an equal one comes
    /// too late.
    ///
    /// @param count of the row
    void offer(int block, long[] row, int count, Best best) {
        if (best.full() && best.worstRank() <= least(block)) {
            return;
        }
        load(block);
        Row.copy(row, found);
        if (count > FEW) {
            keepCandidates(block, best);
        }
        for (int word = 0; word < Row.WORDS; word++) {
            offer(block, word, best);
        }
    }

    private void keepCandidates(int block, Best best) {
        if (best.full()) {
            keepBelow(best.worstRank(), found);
        }
        int floor = rank(best.after()) + (block < suffix(best.after()) / Space.SIZE ? 1 : 0);
        if (floor > 0) {
            Row.copy(found, passed);
            keepBelow(floor, passed);
            Row.andNot(found, passed);
        }
    }

    /// No number of the block has a smaller rank.
    private int least(int block) {
        int least = 0;
        for (var part : parts) {
            least = least << part.bits() | part.least(block);
        }
        return least;
    }

    private void load(int block) {
        int from = 0;
        for (var part : parts) {
            part.load(block, rows, from);
            from += part.bits();
        }
    }

    /// Leaves those whose rank is below a bound; all bits of a block at once.
    private void keepBelow(int bound, long[] numbers) {
        if (bound >>> bits != 0) {
            return;
        }
        Row.copy(numbers, same);
        Row.clear(numbers);
        for (int bit = 0; bit < bits; bit++) {
            if ((bound >>> (bits - 1 - bit) & 1) == 1) {
                Row.addLeavers(numbers, same, rows[bit]);
            } else {
                Row.andNot(same, rows[bit]);
            }
        }
    }

    private void offer(int block, int word, Best best) {
        for (long left = found[word]; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            best.offer(key(rankAt(word, bit), block * Space.SIZE + (word << 6) + bit));
        }
    }

    private int rankAt(int word, int bit) {
        int rank = 0;
        for (var row : rows) {
            rank = rank << 1 | ((int) (row[word] >>> bit) & 1);
        }
        return rank;
    }
}
