package org.hotline400.server.statistics.web;

import java.time.Instant;
import org.hotline400.server.statistics.MissedCaller;

/// Somebody who was missed.
///
/// @param call the last one that was missed
/// @param times how often the caller was missed on this number in the period
record MissedBody(
        String call,
        String number,
        String caller,
        String province,
        String city,
        Instant startedAt,
        String endReason,
        long times) {
    static MissedBody of(MissedCaller missed, boolean clear) {
        return new MissedBody(
                missed.call().toString(),
                missed.number(),
                ShownCaller.of(missed.caller(), clear),
                missed.province(),
                missed.city(),
                missed.startedAt(),
                missed.endReason(),
                missed.times());
    }
}
