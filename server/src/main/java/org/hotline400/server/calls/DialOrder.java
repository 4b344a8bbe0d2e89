package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Whom to ring, and how.
///
/// @param tenant for whom: an extension is one of its phones
/// @param via the 400 number the caller dialled: goes into Diversion and History-Info, never shown as the caller;
///     empty for a call between phones of the tenant
/// @param ringTime counted from the first 180/183
/// @param setUpTime how long to wait for that first sign of progress
/// @param letEarlyMediaThrough whether an unanswered caller hears what the target's carrier says (single targets
///     only: a switched-off phone answers 183 with an announcement)
public record DialOrder(
        TenantId tenant,
        Target target,
        Optional<HotlineNumber> via,
        Duration ringTime,
        Duration setUpTime,
        boolean letEarlyMediaThrough) {}
