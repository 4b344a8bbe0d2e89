package org.hotline400.server.numbers.catalogue;

import java.util.List;

/// An order of numbers: by rank, the smallest first, and of equal rank by number. Both in one `long`: the rank above, the
/// seven digits in the lowest 24 bits.
final class Ranking {
    private static final int SUFFIX_BITS = 24;
    private static final int SUFFIX_MASK = (1 << SUFFIX_BITS) - 1;

    private final List<RankBits> parts;
    private final int bits;
    private final long[][] rows;

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

    /// Offers what could be among the best.
    void offer(int block, long[] row, Best best) {
        if (best.full() && best.worstRank() == 0) {
            return;
        }
        int from = 0;
        for (var part : parts) {
            part.load(block, rows, from);
            from += part.bits();
        }
        int floor = Math.max(0, rank(best.after()) + (block < suffix(best.after()) / Space.SIZE ? 1 : 0));
        for (int word = 0; word < Row.WORDS; word++) {
            if (row[word] != 0) {
                offer(block, word, candidates(word, row[word], floor, best), best);
            }
        }
    }

    private void offer(int block, int word, long candidates, Best best) {
        for (long left = candidates; left != 0; left &= left - 1) {
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

    /// Those whose rank is not below the floor, and below the worst of the best once these are enough: as blocks and words
    /// come in order, an equal one comes too late.
    private long candidates(int word, long numbers, int floor, Best best) {
        long found = best.full() ? below(word, numbers, best.worstRank()) : numbers;
        return floor == 0 || found == 0 ? found : found & ~below(word, found, floor);
    }

    private long below(int word, long numbers, int bound) {
        if (bound >>> bits != 0) {
            return numbers;
        }
        long below = 0;
        long same = numbers;
        for (int bit = 0; bit < bits && same != 0; bit++) {
            long ones = rows[bit][word];
            if ((bound >>> (bits - 1 - bit) & 1) == 1) {
                below |= same & ~ones;
                same &= ones;
            } else {
                same &= ~ones;
            }
        }
        return below;
    }
}
