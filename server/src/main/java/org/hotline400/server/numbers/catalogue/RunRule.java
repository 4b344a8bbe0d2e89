package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.List;

/// A run of digits that stands anywhere: wholly in the last four, which is the same in every block, or
/// beginning in the block's own three.
final class RunRule implements Rule {
    private final long[] inside = new long[Row.WORDS];
    private final List<DigitPattern> reaching = new ArrayList<>();
    private final boolean fitsInside;
    private final long[] here = new long[Row.WORDS];

    /// @param run one to seven digits or `?`
    RunRule(String run) {
        int places = Space.DIGITS - run.length();
        boolean fits = false;
        for (int start = 0; start <= places; start++) {
            var pattern = new DigitPattern("?".repeat(start) + run + "?".repeat(places - start));
            if (pattern.admitsAll()) {
                Row.or(inside, pattern.inner());
                fits = true;
            } else {
                reaching.add(pattern);
            }
        }
        fitsInside = fits;
    }

    /// The numbers that have the run within the last four digits.
    long[] inside() {
        return inside;
    }

    /// Where it begins in the three digits before them.
    List<DigitPattern> reaching() {
        return reaching;
    }

    @Override
    public boolean admits(int block) {
        if (fitsInside) {
            return true;
        }
        for (var pattern : reaching) {
            if (pattern.admits(block)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void narrow(int block, long[] row) {
        Row.copy(inside, here);
        for (var pattern : reaching) {
            if (pattern.admits(block)) {
                Row.or(here, pattern.inner());
            }
        }
        Row.and(row, here);
    }
}
