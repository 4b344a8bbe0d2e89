package org.hotline400.bench.numbers;

import java.util.Arrays;
import java.util.stream.LongStream;

/// How long each of some requests took.
final class Latencies {
    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /// @param nanoseconds of each request, in any order; one at least
    static Latencies of(LongStream nanoseconds) {
        var sorted = nanoseconds.sorted().toArray();
        if (sorted.length == 0 || sorted[0] < 0) {
            throw new IllegalArgumentException("latencies are of one request at least, and not below 0; were "
                    + Arrays.stream(sorted).limit(1).boxed().toList());
        }
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /// The shortest time within which so many of all requests were done.
    ///
    /// @param percent above 0, at most 100
    double milliseconds(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100, was " + percent);
        }
        // A hundredth of a promille is taken off: 99 % of 100 is 99, however doubles see it.
        int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-5);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
