package org.hotline400.bench.media;

/// What came of one stream's numbered packets: each once, and those twice or in another order. Looks back over
/// 64 packets; what comes later than that is taken for a duplicate.
final class Arrived {
    private static final int WINDOW = 64;

    private int highest = -1;
    private long seen;
    private long duplicates;
    private long reordered;

    /// @return whether the packet came for the first time
    boolean first(int number) {
        var ahead = number - highest;
        if (ahead > 0) {
            seen = ahead < WINDOW ? seen << ahead : 0;
            seen |= 1;
            highest = number;
            return true;
        }
        var bit = ahead > -WINDOW ? 1L << -ahead : 0;
        if (bit == 0 || (seen & bit) != 0) {
            duplicates++;
            return false;
        }
        seen |= bit;
        reordered++;
        return true;
    }

    long duplicates() {
        return duplicates;
    }

    long reordered() {
        return reordered;
    }
}
