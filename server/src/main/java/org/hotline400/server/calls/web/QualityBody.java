package org.hotline400.server.calls.web;

import java.math.BigDecimal;
import java.time.Duration;
import org.hotline400.server.calls.LegQuality;
import org.jspecify.annotations.Nullable;

/// How well the audio of one leg went, as clients see it. Milliseconds have one decimal.
///
/// @param leg `caller` or `target`
/// @param target as in the plan; empty for the caller
/// @param sipCallId of the leg
/// @param codec `PCMA` or `PCMU`; empty when none was agreed
/// @param received the party's audio as it came to the platform
/// @param sent the platform's audio as it came to the party
/// @param roundTripMs mean; absent when the party sends no RTCP
record QualityBody(
        String leg,
        String target,
        String sipCallId,
        String codec,
        Received received,
        Sent sent,
        @Nullable BigDecimal roundTripMs) {

    /// @param late came more than 80 ms after their time
    /// @param lossRatio 0 to 1
    /// @param jitterMs mean interarrival jitter (RFC 3550)
    /// @param mos estimated by the E-model (ITU-T G.107), 1 to 4.5; absent when nothing came
    record Received(
            long packets,
            long lost,
            long late,
            double lossRatio,
            BigDecimal jitterMs,
            BigDecimal jitterMaxMs,
            @Nullable Double mos) {}

    /// What the party reports by RTCP; all but `packets` is absent when it does not.
    record Sent(
            long packets,
            @Nullable Long lost,
            @Nullable Double lossRatio,
            @Nullable BigDecimal jitterMs,
            @Nullable BigDecimal jitterMaxMs,
            @Nullable Double mos) {}

    static QualityBody of(LegQuality leg) {
        var in = leg.received();
        return new QualityBody(
                leg.leg().code(),
                leg.target(),
                leg.sipCallId(),
                leg.codec(),
                new Received(
                        in.packets(),
                        in.lost(),
                        in.late(),
                        in.lossRatio(),
                        millis(in.jitter()),
                        millis(in.jitterMost()),
                        in.mos()),
                sent(leg.sent()),
                leg.roundTrip() == null ? null : millis(leg.roundTrip()));
    }

    private static Sent sent(LegQuality.Sent sent) {
        var as = sent.reported();
        return as == null
                ? new Sent(sent.packets(), null, null, null, null, null)
                : new Sent(
                        sent.packets(),
                        as.lost(),
                        as.lossRatio(),
                        millis(as.jitter()),
                        millis(as.jitterMost()),
                        sent.mos());
    }

    private static BigDecimal millis(Duration time) {
        return BigDecimal.valueOf(Math.round(time.toNanos() / 1e5), 1);
    }
}
