package org.hotline400.app.measure.charging;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.tariffs.rating.Meter;

/// How many calls one core rates a second, and the naive peer beside it.
final class RatingFigures {
    private static final int CALLS = 8_192;

    /// Kept from the optimiser.
    // Written so that the compiler cannot leave the work out.
    @SuppressWarnings("UnusedVariable")
    private static volatile long sink;

    private RatingFigures() {}

    /// @param seconds that each figure is measured, after as long a warm-up
    static Map<String, Double> measure(int seconds) {
        var calls = MixedCalls.take(CALLS);
        requireSame(calls);
        var figures = new LinkedHashMap<String, Double>();
        aSecond(calls, seconds, RatingFigures::metered);
        figures.put("ratedPerSecond", aSecond(calls, seconds, RatingFigures::metered));
        figures.put("bytesPerCall", bytes(calls));
        aSecond(calls, seconds, call -> NaiveRating.cost(call).microYuan());
        figures.put(
                "naivePerSecond",
                aSecond(calls, seconds, call -> NaiveRating.cost(call).microYuan()));
        figures.put(
                "secondsPerCall",
                java.util.Arrays.stream(calls)
                        .mapToInt(MixedCalls.Call::seconds)
                        .average()
                        .orElse(0));
        return figures;
    }

    /// A peer that says something else would be none.
    private static void requireSame(MixedCalls.Call[] calls) {
        for (var call : calls) {
            if (metered(call) != NaiveRating.cost(call).microYuan()) {
                throw new CommandFailedException("the meter and its peer charge differently for " + call);
            }
        }
    }

    private static long metered(MixedCalls.Call call) {
        return Meter.begin(call.ruler(), call.answered(), call.allowances())
                .upTo(call.seconds())
                .cost()
                .microYuan();
    }

    private static double aSecond(MixedCalls.Call[] calls, int seconds, ToLongFunction<MixedCalls.Call> rating) {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        long rated = 0;
        long sum = 0;
        long now = begin;
        while (now < end) {
            for (var call : calls) {
                sum += rating.applyAsLong(call);
            }
            rated += calls.length;
            now = System.nanoTime();
        }
        sink = sum;
        return rated * 1e9 / (now - begin);
    }

    private static double bytes(MixedCalls.Call[] calls) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long sum = 0;
        for (var call : calls) {
            sum += metered(call);
        }
        sink = sum;
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / calls.length;
    }
}
