package org.hotline400.server.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.identity.Caller;

/// Callers whose key was looked up lately. Bounded; forgotten whenever any key changes.
public final class KnownCallers {
    private static final int MOST = 10_000;
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, Known> callers = new ConcurrentHashMap<>();

    /// What a look-up found.
    ///
    /// @param at when it was looked up
    /// @param expiresAt when the key ends by itself
    public record Known(Caller caller, Instant at, Optional<Instant> expiresAt) {

        public boolean isExpired(Instant now) {
            return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
        }

        public boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    public Optional<Known> find(byte[] hash) {
        return Optional.ofNullable(callers.get(HEX.formatHex(hash)));
    }

    public void remember(byte[] hash, Known known) {
        if (callers.size() >= MOST) {
            callers.clear();
        }
        callers.put(HEX.formatHex(hash), known);
    }

    public void forgetAll() {
        callers.clear();
    }
}
