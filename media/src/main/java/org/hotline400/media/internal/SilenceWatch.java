package org.hotline400.media.internal;

import java.time.Duration;
import java.util.Optional;

/// Notices that nothing at all arrives of a peer that should send.
final class SilenceWatch {
    private Duration patience = Duration.ZERO;
    private long samples;
    private long last;
    private boolean told;

    /// From now on something is expected at least this often; zero: nothing is.
    void expect(Duration most, long now) {
        patience = most;
        samples = MediaTime.samples(most);
        heard(now);
    }

    /// Something came, or the peer may be silent now.
    void heard(long now) {
        last = now;
        told = false;
    }

    /// When something came last.
    long last() {
        return last;
    }

    /// @return how long it has been silent, when that is to be told now
    Optional<Duration> tick(long now) {
        if (told || samples == 0 || now - last < samples) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(patience);
    }
}
