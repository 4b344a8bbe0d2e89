package org.hotline400.server.billing.advisor;

/// How many of real calls are replayed, as a fraction: 4/5 leaves out every fifth, 6/5 takes every fifth
/// twice. Calls are left out or doubled, never their cost: minutes that run out and increments stay what they
/// are.
record Volume(long numerator, long denominator) {
    static final Volume AS_IT_WAS = new Volume(1, 1);
    static final Volume LESS = new Volume(4, 5);
    static final Volume MORE = new Volume(6, 5);

    Volume {
        if (numerator < 1 || denominator < 1) {
            throw new IllegalArgumentException("a volume is a fraction above 0");
        }
    }

    Volume times(long more, long of) {
        return new Volume(Math.multiplyExact(numerator, more), Math.multiplyExact(denominator, of));
    }

    /// How often some calls are replayed, by their place alone.
    ///
    /// @param before how many came before them
    /// @param copies how many they are
    long of(long before, long copies) {
        return upTo(before + copies) - upTo(before);
    }

    private long upTo(long calls) {
        return Math.multiplyExact(calls, numerator) / denominator;
    }
}
