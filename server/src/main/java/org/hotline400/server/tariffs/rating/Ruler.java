package org.hotline400.server.tariffs.rating;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hotline400.server.kernel.BusinessTime;

/// A [Price] made ready for counting: its steps in arrays, and all its rates over one denominator, so that seconds
/// of different rates can be added exactly.
public final class Ruler {
    static final int DAY = 86_400;
    static final long NEVER = Long.MAX_VALUE;

    /// Shanghai has had this offset without change since 1991, so that a time of day needs no calendar.
    private static final int OFFSET = ZoneOffset.ofHours(8).getTotalSeconds();

    /// A common denominator above this would leave too little of 64 bits for amounts.
    private static final long LARGEST = 10_000_000;

    private final Price price;
    private final long denominator;
    private final int[] windowFrom;
    private final int[][] stepFrom;
    private final int[][] increment;
    private final long[][] perSecond;

    private Ruler(Price price, long denominator) {
        this.price = price;
        this.denominator = denominator;
        var windows = price.windows();
        windowFrom =
                windows.stream().mapToInt(one -> one.from().toSecondOfDay()).toArray();
        stepFrom = new int[windows.size()][];
        increment = new int[windows.size()][];
        perSecond = new long[windows.size()][];
        for (int i = 0; i < windows.size(); i++) {
            var steps = windows.get(i).steps();
            stepFrom[i] = steps.stream().mapToInt(Step::fromSecond).toArray();
            increment[i] = steps.stream().mapToInt(Step::increment).toArray();
            perSecond[i] = steps.stream().mapToLong(this::perSecond).toArray();
        }
    }

    private long perSecond(Step step) {
        return Math.multiplyExact(
                step.rate().amount().microYuan(), denominator / step.rate().perSeconds());
    }

    /// @throws IllegalArgumentException when its rates are for times that have no small common multiple
    public static Ruler of(Price price) {
        long multiple = price.windows().stream()
                .flatMap(window -> window.steps().stream())
                .mapToLong(step -> step.rate().perSeconds())
                .reduce(1, (one, other) -> one / common(one, other) * other);
        if (multiple > LARGEST) {
            throw new IllegalArgumentException(
                    "rates of one price are for seconds with a small common multiple, such as 6 and 60; was "
                            + multiple);
        }
        return new Ruler(price, multiple);
    }

    private static long common(long one, long other) {
        return other == 0 ? one : common(other, one % other);
    }

    Price price() {
        return price;
    }

    long denominator() {
        return denominator;
    }

    /// Seconds since 1970 on the clocks of Shanghai; a second that has begun counts as begun.
    static long localSecond(Instant instant) {
        assert BusinessTime.ZONE.getRules().getOffset(instant).getTotalSeconds() == OFFSET;
        return instant.getEpochSecond() + OFFSET;
    }

    /// Which window holds at a time of day.
    ///
    /// @param secondOfDay 0 to 86,399
    int window(int secondOfDay) {
        int window = windowFrom.length - 1;
        while (window > 0 && windowFrom[window] > secondOfDay) {
            window--;
        }
        // Before the first one begins, the last one of the day before goes on.
        return windowFrom[window] > secondOfDay ? windowFrom.length - 1 : window;
    }

    /// Seconds until the next window begins; never where there is only one.
    long untilNextWindow(int secondOfDay) {
        if (windowFrom.length == 1) {
            return NEVER;
        }
        for (long from : windowFrom) {
            if (from > secondOfDay) {
                return from - secondOfDay;
            }
        }
        return (long) windowFrom[0] + DAY - secondOfDay;
    }

    /// Which step of a window holds at a second of the call.
    int step(int window, long second) {
        var from = stepFrom[window];
        int step = from.length - 1;
        while (from[step] > second) {
            step--;
        }
        return step;
    }

    /// The second of the call at which the next step begins.
    long stepUntil(int window, int step) {
        return step + 1 < stepFrom[window].length ? stepFrom[window][step + 1] : NEVER;
    }

    int increment(int window, int step) {
        return increment[window][step];
    }

    /// What a second costs, in micro-yuan over the [#denominator()].
    long perSecond(int window, int step) {
        return perSecond[window][step];
    }

    Rate rate(int window, int step) {
        return steps(window).get(step).rate();
    }

    private List<Step> steps(int window) {
        return price.windows().get(window).steps();
    }
}
