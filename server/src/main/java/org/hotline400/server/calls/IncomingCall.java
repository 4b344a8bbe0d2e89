package org.hotline400.server.calls;

import java.time.Instant;
import org.hotline400.server.kernel.CallId;

/// A call as it arrived.
///
/// @param callerRaw the calling number as signalled, unnormalised: empty when withheld
/// @param dialledRaw the called number as signalled (the user part of the Request-URI)
/// @param trunk the name of the trunk it came through
/// @param sipCallId the Call-ID of the caller's leg, for the ladder
/// @param at when the INVITE arrived
public record IncomingCall(
        CallId id, String callerRaw, String dialledRaw, String trunk, String sipCallId, Instant at) {}
