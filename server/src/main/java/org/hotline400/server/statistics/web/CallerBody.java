package org.hotline400.server.statistics.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.hotline400.server.statistics.CallerFigures;

/// Somebody who called.
///
/// @param lastAt the beginning of the last call
record CallerBody(
        String caller,
        String province,
        String city,
        long calls,
        long answered,
        BigDecimal talkSeconds,
        Instant lastAt) {
    static CallerBody of(CallerFigures figures, boolean clear) {
        return new CallerBody(
                ShownCaller.of(figures.caller(), clear),
                figures.province(),
                figures.city(),
                figures.calls(),
                figures.answered(),
                BigDecimal.valueOf(figures.talkMillis(), 3),
                figures.lastAt());
    }
}
