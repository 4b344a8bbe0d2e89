package org.hotline400.media;

import java.time.Duration;

/// A bad network on the sending side, for simulators and tests.
///
/// @param dropRatio share of packets and reports (RTCP) that are lost, 0 to 1
/// @param delay added to every packet, at most 5 s
/// @param jitter up to this much more, at random: packets overtake each other where it exceeds the packet time;
///     at most 5 s
/// @param seed of the random choices, so that a run can be repeated
public record Disturbance(double dropRatio, Duration delay, Duration jitter, long seed) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    public static final Disturbance NONE = new Disturbance(0, Duration.ZERO, Duration.ZERO, 0);

    public Disturbance {
        if (!(dropRatio >= 0 && dropRatio <= 1)) {
            throw new IllegalArgumentException("dropRatio must lie between 0 and 1, was " + dropRatio);
        }
        check("delay", delay);
        check("jitter", jitter);
    }

    private static void check(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException(name + " must lie between 0 and 5 s, was " + value);
        }
    }
}
