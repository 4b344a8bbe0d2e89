package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.tariffs.rating.Allowance;

/// Bundled seconds of one month's account that may pay for a call.
///
/// @param from when they can be used from
/// @param until and until when
/// @param seconds that are there for the call
public record Bundle(AccountId account, Instant from, Instant until, long seconds) {
    /// What expires first is used first.
    static final Comparator<Bundle> ORDER = Comparator.comparing(Bundle::until)
            .thenComparing(Bundle::from)
            .thenComparing(bundle -> bundle.account().toString());

    Bundle with(long other) {
        return new Bundle(account, from, until, other);
    }

    Allowance allowance() {
        return new Allowance(from, until, seconds);
    }

    static List<Bundle> inOrder(List<Bundle> bundles) {
        return bundles.stream().sorted(ORDER).toList();
    }
}
