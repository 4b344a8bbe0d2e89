package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Whom to ring, and how.
///
/// @param tenant for whom: an extension is one of its phones
/// @param via the 400 number the caller dialled: goes into Diversion and History-Info, never shown as the
///     caller; empty for a call between phones of the tenant
/// @param ringTime counted from the first 180/183
/// @param setUpTime how long to wait for that first sign of progress
/// @param letEarlyMediaThrough whether an unanswered caller hears what the target's carrier says (single
///     targets only: a switched-off phone answers 183 with an announcement). Not where there is a `ringback`
/// @param ringback what the caller hears over and over while the target rings, instead of the ringback tone
///     (彩铃): an unanswered one as early media (183), from the first sign of ringing; empty: the tone, or what
///     his own carrier plays at our 180
/// @param acceptance what the target must do after it answered; empty: nothing
public record DialOrder(
        TenantId tenant,
        Target target,
        Optional<HotlineNumber> via,
        Duration ringTime,
        Duration setUpTime,
        boolean letEarlyMediaThrough,
        Optional<Announcement> ringback,
        Optional<Acceptance> acceptance) {

    /// Rings it with the usual tone, and whoever answers is connected.
    public DialOrder(
            TenantId tenant,
            Target target,
            Optional<HotlineNumber> via,
            Duration ringTime,
            Duration setUpTime,
            boolean letEarlyMediaThrough) {
        this(tenant, target, via, ringTime, setUpTime, letEarlyMediaThrough, Optional.empty(), Optional.empty());
    }

    public DialOrder withRingback(Announcement announcement) {
        return new DialOrder(
                tenant, target, via, ringTime, setUpTime, letEarlyMediaThrough, Optional.of(announcement), acceptance);
    }

    public DialOrder withAcceptance(Acceptance wanted) {
        return new DialOrder(
                tenant, target, via, ringTime, setUpTime, letEarlyMediaThrough, ringback, Optional.of(wanted));
    }
}
