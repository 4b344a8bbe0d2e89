package org.hotline400.sip;

import java.time.Duration;

/// How calls are kept alive (RFC 4028) and how early media travels (RFC 3262).
///
/// @param expires the session interval we ask for, Session-Expires: a call that nobody refreshes for so long is dead;
///     30 minutes by default, as RFC 4028 §4 advises
/// @param shortest the shortest interval we let a peer ask for, Min-SE: shorter ones are refused with 422; at least
///     90 s (RFC 4028 §5), which is the default
/// @param reliableEarlyMedia whether a provisional response with a session description goes out reliably to a peer
///     that supports 100rel; one that requires it always gets what it asks for
public record SipSessions(Duration expires, Duration shortest, boolean reliableEarlyMedia) {

    private static final Duration SHORTEST = Duration.ofSeconds(90);

    public SipSessions {
        if (shortest.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("sessions.shortest must be at least 90 s, was " + shortest);
        }
        if (expires.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "sessions.expires must not be below sessions.shortest (" + shortest + "), was " + expires);
        }
    }

    /// 30 minutes, 90 seconds, early media reliably.
    public static SipSessions usual() {
        return new SipSessions(Duration.ofMinutes(30), SHORTEST, true);
    }
}
