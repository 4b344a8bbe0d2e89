package org.hotline400.server.numbers.catalogue;

import java.util.Set;

/// Digits at their places, and digits that must not occur.
final class DigitRule implements Rule {
    private final boolean[] admitted = new boolean[Space.BLOCKS];
    private final long[] inner;

    /// @param places seven digits or `?`
    /// @param without digits that must not occur
    DigitRule(String places, Set<Integer> without) {
        var pattern = new DigitPattern(places);
        inner = Row.copy(pattern.inner());
        for (int digit : without) {
            for (int place = Space.OUTER; place < Space.DIGITS; place++) {
                Row.andNot(inner, Row.digit(place, digit));
            }
        }
        int forbidden = without.stream().mapToInt(digit -> 1 << digit).sum();
        for (int block = 0; block < Space.BLOCKS; block++) {
            admitted[block] = pattern.admits(block) && (digits(block) & forbidden) == 0;
        }
    }

    /// A bit for each digit in the block's name.
    private static int digits(int block) {
        int name = Space.name(block);
        return 1 << (name >>> 8) | 1 << (name >>> 4 & 0xf) | 1 << (name & 0xf);
    }

    @Override
    public boolean admits(int block) {
        return admitted[block];
    }

    @Override
    public void narrow(int block, long[] row) {
        Row.and(row, inner);
    }
}
