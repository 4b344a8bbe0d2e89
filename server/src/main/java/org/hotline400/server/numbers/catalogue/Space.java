package org.hotline400.server.numbers.catalogue;

/// How the ten million numbers lie in memory: a thousand blocks, named by the three digits behind 400, and
/// in each the ten thousand numbers that the last four make. So what a search says of digits is decided
/// half by the block's name, and half by one row of bits that is the same in every block.
final class Space {
    static final int BLOCKS = 1_000;
    /// Numbers in a block.
    static final int SIZE = 10_000;
    static final int NUMBERS = BLOCKS * SIZE;
    /// Digits behind 400.
    static final int DIGITS = 7;
    /// Those of them that name the block.
    static final int OUTER = 3;

    private static final char[] NAMES = names();

    private Space() {}

    /// The three digits of a block, four bits each: 0x408 for the numbers 400-408-????.
    static int name(int block) {
        return NAMES[block];
    }

    private static char[] names() {
        var names = new char[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            names[block] = (char) (((block / 100) << 8) | ((block / 10 % 10) << 4) | (block % 10));
        }
        return names;
    }

    static String digits(int suffix) {
        return Integer.toString(NUMBERS + suffix).substring(1);
    }
}
