package org.hotline400.server.statistics;

/// Some calls together.
///
/// @param answered somebody talked with the caller
/// @param missed the caller wanted somebody and talked to nobody; a message may have been left
/// @param waitMillis until a target answered, of those answered, together
/// @param talkMillis of those answered, together
public record Count(long calls, long answered, long missed, long waitMillis, long talkMillis) {
    public static final Count NONE = new Count(0, 0, 0, 0, 0);

    public Count plus(Count more) {
        return new Count(
                calls + more.calls,
                answered + more.answered,
                missed + more.missed,
                waitMillis + more.waitMillis,
                talkMillis + more.talkMillis);
    }
}
