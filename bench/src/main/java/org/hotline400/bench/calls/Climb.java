package org.hotline400.bench.calls;

/// Finds the highest rate that is carried, in a bounded number of probes: climbs by half until one is not, then halves
/// the distance between the last that was and the first that was not.
final class Climb {
    private static final double STEP = 1.5;
    private static final double CLOSE_ENOUGH = 1.05;
    private static final int MOST_PROBES = 16;
    private static final int LEAST = 20;

    /// Whether a rate is carried.
    @FunctionalInterface
    interface Probe {
        boolean isCarried(int rate) throws InterruptedException;
    }

    private Climb() {}

    /// @param start where to begin
    /// @param most where to end
    /// @return 0 when not even the lowest rate was carried
    static int highest(int start, int most, Probe probe) throws InterruptedException {
        int carried = 0;
        int refused = 0;
        int rate = Math.min(start, most);
        for (int probes = 0; probes < MOST_PROBES && rate >= LEAST; probes++) {
            if (probe.isCarried(rate)) {
                carried = rate;
            } else {
                refused = rate;
            }
            if (carried == most || (refused > 0 && carried > 0 && refused <= carried * CLOSE_ENOUGH)) {
                return carried;
            }
            rate = next(carried, refused, most);
        }
        return carried;
    }

    private static int next(int carried, int refused, int most) {
        if (refused == 0) {
            return Math.min(most, (int) Math.round(carried * STEP));
        }
        return carried == 0 ? refused / 2 : (carried + refused) / 2;
    }
}
