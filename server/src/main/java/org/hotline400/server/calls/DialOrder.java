package org.hotline400.server.calls;

import java.time.Duration;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.HotlineNumber;

/// Whom to ring, and how.
///
/// @param via the 400 number the caller dialled: goes into Diversion and History-Info, never shown as the caller
/// @param ringTime counted from the first 180/183
/// @param setUpTime how long to wait for that first sign of progress
/// @param letEarlyMediaThrough whether an unanswered caller hears what the target's carrier says (single targets
///     only: a switched-off phone answers 183 with an announcement)
public record DialOrder(
        Target target, HotlineNumber via, Duration ringTime, Duration setUpTime, boolean letEarlyMediaThrough) {}
