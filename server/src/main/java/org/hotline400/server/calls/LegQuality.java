package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How well the audio of one leg went, as far as the platform can tell. A fact of the record.
///
/// @param target as in the plan; empty for the caller
/// @param sipCallId of the leg
/// @param codec agreed last: `PCMA`, `PCMU`; empty when none was
/// @param received the party's audio as it came to the platform
/// @param sent the platform's audio as it came to the party
/// @param roundTrip to the party and back, on average; null when it could not be measured (no RTCP)
public record LegQuality(
        Leg leg,
        String target,
        String sipCallId,
        String codec,
        Received received,
        Sent sent,
        @Nullable Duration roundTrip) {

    /// Below this score many users are dissatisfied (ITU-T G.107 annex B: R = 70).
    private static final double GOOD_ENOUGH = 3.6;

    /// Which side of the call.
    public enum Leg {
        CALLER,
        TARGET;

        /// The text code: `caller`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Measured here.
    ///
    /// @param late came, but more than 80 ms after their time
    /// @param lossRatio lost of all that should have come, 0 to 1
    /// @param jitter mean interarrival jitter (RFC 3550 appendix A.8)
    /// @param mos estimated by the E-model (ITU-T G.107), 1 to 4.5; null when nothing came
    public record Received(
            long packets,
            long lost,
            long late,
            double lossRatio,
            Duration jitter,
            Duration jitterMost,
            @Nullable Double mos) {}

    /// @param reported what the party says came of it; null when it never said (no RTCP)
    /// @param mos as above, by its reports; null without
    public record Sent(
            long packets,
            @Nullable Reported reported,
            @Nullable Double mos) {}

    /// By the party's receiver reports (RFC 3550 §6.4). Of a bridged stream this counts what was lost before it
    /// came to the platform, too.
    public record Reported(long lost, double lossRatio, Duration jitter, Duration jitterMost) {}

    /// Whether there was any audio at all.
    public boolean flowed() {
        return received.packets() > 0 || sent.packets() > 0;
    }

    /// Whether what the party said came badly.
    boolean heardBadly() {
        return received.mos() != null && received.mos() < GOOD_ENOUGH;
    }

    /// Whether the party heard badly, by its own word.
    boolean hearsBadly() {
        return sent.mos() != null && sent.mos() < GOOD_ENOUGH;
    }
}
