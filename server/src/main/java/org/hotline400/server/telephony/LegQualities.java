package org.hotline400.server.telephony;

import java.util.OptionalDouble;
import org.hotline400.media.Codec;
import org.hotline400.media.StreamQuality;
import org.hotline400.server.calls.LegQuality;
import org.jspecify.annotations.Nullable;

/// Says what the media engine measured in the words of call records.
final class LegQualities {
    private LegQualities() {}

    static LegQuality caller(String sipCallId, StreamQuality measured) {
        return of(LegQuality.Leg.CALLER, "", sipCallId, measured);
    }

    /// @param target as in the plan
    static LegQuality target(String target, String sipCallId, StreamQuality measured) {
        return of(LegQuality.Leg.TARGET, target, sipCallId, measured);
    }

    private static LegQuality of(LegQuality.Leg leg, String target, String sipCallId, StreamQuality measured) {
        var received = measured.received();
        return new LegQuality(
                leg,
                target,
                sipCallId,
                measured.codec().map(Codec::name).orElse(""),
                new LegQuality.Received(
                        received.packets(),
                        received.lost(),
                        received.late(),
                        rounded(received.lossRatio(), 10_000),
                        received.jitter(),
                        received.jitterMost(),
                        mos(measured.receivedMos())),
                new LegQuality.Sent(
                        measured.sent(),
                        measured.reported()
                                .map(as -> new LegQuality.Reported(
                                        as.lost(), rounded(as.lossRatio(), 10_000), as.jitter(), as.jitterMost()))
                                .orElse(null),
                        mos(measured.sentMos())),
                measured.roundTrip().map(StreamQuality.RoundTrip::mean).orElse(null));
    }

    private static @Nullable Double mos(OptionalDouble estimated) {
        return estimated.isPresent() ? rounded(estimated.getAsDouble(), 100) : null;
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }
}
