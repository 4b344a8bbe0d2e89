package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.timing.Timers;
import org.jspecify.annotations.Nullable;

/// Keeps one established call fresh, or ends it when the peer does not (RFC 4028 §10).
final class SessionTimer {

    /// Whoever waits for a refresh hangs up so long before the interval ends, or a third of it when that is less.
    private static final long MARGIN = 32_000;

    private static final long SHORTEST_PAUSE = 1_000;

    private final Timers timers;
    private final Runnable refresh;
    private final Runnable expired;
    private @Nullable SessionTerms terms;
    private long expiresAt;
    private Timer refreshing = Timer.NONE;
    private Timer expiring = Timer.NONE;

    /// @param refresh runs when it is time to refresh
    /// @param expired runs when nobody has refreshed
    SessionTimer(Timers timers, Runnable refresh, Runnable expired) {
        this.timers = timers;
        this.refresh = refresh;
        this.expired = expired;
    }

    /// What holds now; null before anything was agreed.
    @Nullable
    SessionTerms terms() {
        return terms;
    }

    /// Begins a new interval.
    void begin(SessionTerms agreed) {
        stop();
        terms = agreed;
        long interval = agreed.seconds() * 1_000;
        if (agreed.ours()) {
            refreshing = timers.after(interval / 2, refresh);
        }
        if (agreed.mutual()) {
            long patience = interval - Math.min(MARGIN, interval / 3);
            expiresAt = timers.now() + patience;
            expiring = timers.after(patience, expired);
        }
    }

    /// A refresh was refused by a peer that is there: it is tried again, as long as the interval lasts.
    void refused() {
        SessionTerms held = terms;
        if (held == null || !held.ours()) {
            return;
        }
        refreshing.cancel();
        long left = held.mutual() ? expiresAt - timers.now() : held.seconds() * 1_000;
        refreshing = timers.after(Math.max(SHORTEST_PAUSE, left / 2), refresh);
    }

    void stop() {
        refreshing.cancel();
        expiring.cancel();
    }
}
