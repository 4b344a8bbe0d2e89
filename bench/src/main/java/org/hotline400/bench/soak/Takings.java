package org.hotline400.bench.soak;

import java.util.List;

/// What was taken of the machine's cores while a load lasted, by its host and by processes that are not of the bench.
///
/// @param moments in order of time
record Takings(List<Moment> moments) {
    /// Of a core on the whole, in per cent, as with `bench media`.
    private static final double QUIET = 10;
    /// Of the length of a long pause.
    private static final double QUIET_IN_A_PAUSE = 0.25;

    /// All since some time before.
    ///
    /// @param at of [System#nanoTime]
    /// @param stolen nanoseconds of cores that the host gave to others
    /// @param others nanoseconds of cores that other processes had
    record Moment(long at, double stolen, double others) {}

    /// A pause, and what was taken of the cores within it, in milliseconds of a core.
    record Taken(CollectorLog.Pause pause, double stolen, double others) {
        boolean disturbed() {
            return stolen + others > QUIET_IN_A_PAUSE * pause.milliseconds();
        }

        String text() {
            return "%.1f ms, of which the host took %.1f and other processes %.1f ms of a core"
                    .formatted(pause.milliseconds(), stolen, others);
        }
    }

    Takings {
        moments = List.copyOf(moments);
    }

    Taken during(CollectorLog.Pause pause) {
        var begin = at(pause.begin());
        var end = at(pause.end());
        return new Taken(
                pause,
                Math.max(0, end.stolen() - begin.stolen()) / 1e6,
                Math.max(0, end.others() - begin.others()) / 1e6);
    }

    /// Between two looks it is taken evenly.
    private Moment at(long nanos) {
        Moment before = null;
        for (var moment : moments) {
            if (moment.at() - nanos >= 0) {
                return before == null ? moment : between(before, moment, nanos);
            }
            before = moment;
        }
        return before == null ? new Moment(nanos, 0, 0) : before;
    }

    private static Moment between(Moment before, Moment after, long nanos) {
        var share = (double) (nanos - before.at()) / Math.max(1, after.at() - before.at());
        return new Moment(
                nanos,
                before.stolen() + share * (after.stolen() - before.stolen()),
                before.others() + share * (after.others() - before.others()));
    }

    /// In per cent of a core, over the whole time.
    double percent() {
        if (moments.size() < 2) {
            return 0;
        }
        var first = moments.getFirst();
        var last = moments.getLast();
        var taken = last.stolen() + last.others() - first.stolen() - first.others();
        return Math.max(0, 100 * taken / Math.max(1, last.at() - first.at()));
    }

    /// Whether so much was taken that the platform may be better than this.
    boolean disturbed() {
        return percent() > QUIET;
    }
}
