package org.hotline400.server.numbers.catalogue;

/// Some bits of a rank: the whole number by which numbers are ordered, the smallest first.
interface RankBits {
    int bits();

    /// No number of the block has less.
    int least(int block);

    /// Puts this part's rows of a block, the most significant bit first; they are only read.
    ///
    /// @param from where the first goes
    void load(int block, long[][] into, int from);
}
