package org.hotline400.bench.calls;

import java.time.Duration;
import org.hotline400.bench.platform.ProcessUsage;
import org.jspecify.annotations.Nullable;

/// A load and what it took.
///
/// @param used between the load's start and the last record, by the road
/// @param udpLosses datagrams that any socket of the machine lost
/// @param setUp sampled; null when not asked for
record Measurement(
        LoadResult result,
        Road.Settled settled,
        ProcessUsage used,
        long udpLosses,
        @Nullable SetUpTimes setUp) {

    /// Calls that were completed, those of the samples included.
    long completed() {
        return result.completed() + (setUp == null ? 0 : setUp.completed());
    }

    /// Carried, and with as many records as successes where records are kept.
    boolean isCarried() {
        return result.isCarried() && (!settled.keepsRecords() || settled.records() == completed());
    }

    double cpuMilliseconds() {
        return milliseconds(used.total());
    }

    double ownCpuMilliseconds() {
        return milliseconds(used.own());
    }

    double descendantsCpuMilliseconds() {
        return milliseconds(used.descendants());
    }

    private double milliseconds(Duration cpu) {
        return cpu.toNanos() / 1e6 / Math.max(1, completed());
    }

    String text() {
        var words = new StringBuilder(
                "%d/s: %s in %.1f s".formatted(result.load().rate(), result.text(), result.seconds()));
        if (settled.keepsRecords()) {
            words.append(", %d records %.1f s later"
                    .formatted(settled.records(), settled.after().toMillis() / 1e3));
        }
        words.append(", CPU a call %.3f ms".formatted(cpuMilliseconds()));
        if (setUp != null) {
            words.append(", set-up p50 %.2f p95 %.2f ms".formatted(setUp.milliseconds(50), setUp.milliseconds(95)));
        }
        if (udpLosses > 0) {
            words.append(", %d datagrams lost".formatted(udpLosses));
        }
        return words.append(isCarried() ? "" : " — not carried").toString();
    }
}
