package org.hotline400.sip;

/// What the stack holds and has done; all zero again (but the counters) when every call is over and its timers have
/// run out.
///
/// @param legs legs not yet ended
/// @param transactions client and server transactions not yet terminated
/// @param timers timers armed
/// @param connections open TCP, TLS and WebSocket connections
/// @param received messages taken from sockets since the start
/// @param discarded of these, ones that were no SIP message or matched nothing
/// @param dropped of these, ones dropped unread because their source is banned or sends too much
/// @param shed requests answered 503 because the stack was full or could not keep up
public record SipStatistics(
        int legs,
        int transactions,
        int timers,
        int connections,
        long received,
        long discarded,
        long dropped,
        long shed) {

    public static SipStatistics none() {
        return new SipStatistics(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// What is left when the stack has closed: the counters.
    public SipStatistics atEnd() {
        return new SipStatistics(0, 0, 0, 0, received, discarded, dropped, shed);
    }
}
