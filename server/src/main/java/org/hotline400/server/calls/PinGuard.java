package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.hotline400.server.calls.internal.Forgetful;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.ListName;

/// Bounds how often a caller may guess the PIN of a list, over all his calls to this node: four digits would not last
/// a day of redialling.
final class PinGuard {
    private static final int MOST_FAILURES = 10;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_CALLERS = 50_000;

    private final Map<Guesser, Failures> failures = Collections.synchronizedMap(new Forgetful<>(MOST_CALLERS));

    private record Guesser(TenantId tenant, ListName list, String caller) {}

    private record Failures(int count, Instant last) {}

    /// Whether another PIN is looked at; after too many wrong ones none is, for an hour.
    boolean allows(TenantId tenant, ListName list, String caller, Instant now) {
        var so = failures.get(new Guesser(tenant, list, caller));
        return so == null || so.count() < MOST_FAILURES || now.isAfter(so.last().plus(FORGOTTEN_AFTER));
    }

    void failed(TenantId tenant, ListName list, String caller, Instant now) {
        failures.merge(
                new Guesser(tenant, list, caller),
                new Failures(1, now),
                (before, once) -> now.isAfter(before.last().plus(FORGOTTEN_AFTER))
                        ? once
                        : new Failures(before.count() + 1, now));
    }

    void passed(TenantId tenant, ListName list, String caller) {
        failures.remove(new Guesser(tenant, list, caller));
    }
}
