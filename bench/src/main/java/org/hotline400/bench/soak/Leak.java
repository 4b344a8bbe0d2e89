package org.hotline400.bench.soak;

/// When memory that grows is taken for a leak: both bounds are exceeded. Below the first it is caches and compiled code
/// of a young process, below the second the noise of a large one.
///
/// @param megabytesAnHour that it may grow
/// @param shareAnHour of its mean that it may grow
record Leak(double megabytesAnHour, double shareAnHour) {
    /// Of the heap that lives: at 500 calls a second 10 MB an hour are 6 bytes a call.
    static final Leak OF_HEAP = new Leak(10, 0.05);
    /// Of resident memory, the fixed heap within.
    static final Leak OF_RESIDENT_MEMORY = new Leak(10, 0.02);

    double mostAnHour(double mean) {
        return Math.max(megabytesAnHour, shareAnHour * mean);
    }

    boolean isOne(Trend trend) {
        return trend.anHour() > mostAnHour(trend.mean());
    }
}
