package org.hotline400.server.numbers.catalogue;

/// A small whole number for each of the ten million, bit by bit: a row of each block for each bit, the most
/// significant first. One compares a whole block with a bound in a few steps.
final class Slices implements RankBits {
    private final long[][][] rows;
    private final char[] least = new char[Space.BLOCKS];

    Slices(int bits) {
        rows = new long[bits][Space.BLOCKS][];
    }

    /// Bits that the whole numbers below a bound need.
    static int bitsBelow(int bound) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(bound - 1);
    }

    /// Copies a block in, once.
    ///
    /// @param ofBlock a row for each bit, the most significant first
    void put(int block, long[][] ofBlock) {
        for (int bit = 0; bit < rows.length; bit++) {
            rows[bit][block] = Row.copy(ofBlock[bit]);
        }
        least[block] = least(ofBlock);
    }

    private static char least(long[][] ofBlock) {
        var left = Row.copy(Row.ALL);
        int least = 0;
        for (var ones : ofBlock) {
            var zeros = Row.copy(left);
            Row.andNot(zeros, ones);
            boolean isOne = Row.count(zeros) == 0;
            least = least << 1 | (isOne ? 1 : 0);
            left = isOne ? left : zeros;
        }
        return (char) least;
    }

    long bytes() {
        return (long) rows.length * Space.BLOCKS * Row.BYTES;
    }

    @Override
    public int bits() {
        return rows.length;
    }

    @Override
    public int least(int block) {
        return least[block];
    }

    @Override
    public void load(int block, long[][] into, int from) {
        for (int bit = 0; bit < rows.length; bit++) {
            into[from + bit] = rows[bit][block];
        }
    }
}
