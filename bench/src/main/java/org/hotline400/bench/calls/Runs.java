package org.hotline400.bench.calls;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.hotline400.bench.platform.FlightRecording;
import org.hotline400.bench.platform.ProcessUsage;
import org.hotline400.bench.platform.UdpLosses;
import org.jspecify.annotations.Nullable;

/// Places loads on a road, one after the other, and tells how each went.
final class Runs {
    private final Road road;
    private final Path calls;
    private final List<String> numbers;
    private final PrintWriter out;

    /// @param calls the file of numbers, see [CallList]
    Runs(Road road, Path calls, List<String> numbers, PrintWriter out) {
        this.road = road;
        this.calls = calls;
        this.numbers = numbers;
        this.out = out;
    }

    Measurement run(String what, Load load) throws InterruptedException {
        road.prepare();
        return told(what, measure(load, null));
    }

    /// With set-up times.
    Measurement runSampled(String what, Load load) throws InterruptedException {
        road.prepare();
        try (var sampling = new SetUpTimes.Sampling(road.sip(), numbers)) {
            return told(what, measure(load, sampling));
        }
    }

    /// Keeps a profile of the process, if a file is given for it.
    Measurement runProfiled(String what, Load load, long pid, @Nullable Path profile) throws InterruptedException {
        if (profile == null) {
            return run(what, load);
        }
        try (var _ = FlightRecording.start(pid, profile)) {
            return run(what, load);
        }
    }

    private Measurement measure(Load load, SetUpTimes.@Nullable Sampling sampling) throws InterruptedException {
        ProcessUsage before = road.usage();
        long lost = UdpLosses.now();
        LoadResult result;
        try (var callers = Sipp.callers(road.sip(), calls, load)) {
            result = callers.await(load);
        }
        var setUp = sampling == null ? null : sampling.stop();
        var settled = road.settle(result.completed() + (setUp == null ? 0 : setUp.completed()));
        return new Measurement(result, settled, road.usage().since(before), UdpLosses.now() - lost, setUp);
    }

    private Measurement told(String what, Measurement measurement) {
        out.println("  " + road.name() + ", " + what + ": " + measurement.text());
        out.flush();
        return measurement;
    }
}
