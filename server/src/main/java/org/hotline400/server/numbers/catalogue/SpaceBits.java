package org.hotline400.server.numbers.catalogue;

import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/// Between bitmaps, in which other packages hand sets of numbers about, and the rows of blocks. A block
/// begins anywhere in a word of the whole, so rows are shifted.
final class SpaceBits {
    private static final int WORDS = Space.NUMBERS / Long.SIZE + 1;

    private final long[] words;

    /// None yet.
    SpaceBits() {
        words = new long[WORDS];
    }

    SpaceBits(RoaringBitmap numbers) {
        words = BitSetUtil.toLongArray(numbers);
    }

    /// Copies a block's bits into a row.
    void read(int block, long[] row) {
        int first = block * Space.SIZE;
        int word = first >>> 6;
        for (int i = 0; i < Row.WORDS; i++) {
            long low = word(word + i) >>> first;
            row[i] = first % Long.SIZE == 0 ? low : low | word(word + i + 1) << -first;
        }
        row[Row.WORDS - 1] &= Row.ALL[Row.WORDS - 1];
    }

    private long word(int index) {
        return index < words.length ? words[index] : 0;
    }

    void write(int block, long[] row) {
        int first = block * Space.SIZE;
        int word = first >>> 6;
        for (int i = 0; i < Row.WORDS; i++) {
            words[word + i] |= row[i] << first;
            if (first % Long.SIZE != 0) {
                words[word + i + 1] |= row[i] >>> -first;
            }
        }
    }

    RoaringBitmap bitmap() {
        var bitmap = BitSetUtil.bitmapOf(words);
        bitmap.runOptimize();
        return bitmap;
    }
}
