package org.hotline400.server.statistics;

import java.time.Instant;
import org.hotline400.server.kernel.CallId;

/// Somebody who was missed.
///
/// @param call the last one
/// @param number that he dialled
/// @param caller normalised
/// @param endReason code of why the call ended: `voicemail` when he left a message
/// @param times how often he was missed on this number in the period
public record MissedCaller(
        CallId call,
        String number,
        String caller,
        String province,
        String city,
        Instant startedAt,
        String endReason,
        long times) {}
