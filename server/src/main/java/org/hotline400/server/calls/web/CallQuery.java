package org.hotline400.server.calls.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.calls.CallFilter;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.IsoText;

/// The filters of a list, as they come.
///
/// @param from started at or after; ISO 8601 with an offset
/// @param to started before
/// @param number the 400 number
/// @param caller the calling number
/// @param minTalkSeconds talked at least so long
/// @param recorded only those of which a recording was begun or a message left
record CallQuery(
        Optional<String> from,
        Optional<String> to,
        Optional<String> number,
        Optional<String> caller,
        Optional<String> endReason,
        Optional<Integer> minTalkSeconds,
        boolean recorded) {
    CallFilter filter(Checks checks) {
        return new CallFilter(
                instant(checks, "from", from),
                instant(checks, "to", to),
                checks.readIfPresent("number", "numbers.malformed", number.orElse(null), HotlineNumber::parse)
                        .map(HotlineNumber::digits)
                        .orElse(null),
                caller.map(raw -> CallerNumber.of(raw, "").normalised()).orElse(null),
                checks.readIfPresent("endReason", "unknown", endReason.orElse(null), EndReason::of)
                        .orElse(null),
                checks.readIfPresent("minTalkSeconds", "out-of-range", minTalkSeconds.orElse(null), CallQuery::seconds)
                        .orElse(null),
                recorded);
    }

    private static Duration seconds(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("is not negative");
        }
        return Duration.ofSeconds(seconds);
    }

    // The filter takes null for what is not asked.
    @SuppressWarnings("NullAway")
    private static Instant instant(Checks checks, String field, Optional<String> text) {
        return checks.readIfPresent(field, "malformed", text.orElse(null), CallQuery::instant)
                .orElse(null);
    }

    private static Instant instant(String text) {
        try {
            return IsoText.instant(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is an instant such as 2026-03-01T09:00:00Z", e);
        }
    }
}
