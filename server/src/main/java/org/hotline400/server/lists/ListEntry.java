package org.hotline400.server.lists;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.lists.internal.EntryDetails;
import org.hotline400.server.lists.internal.PatternKeys;
import org.jspecify.annotations.Nullable;

/// The entry of a list that covers a caller. Small, because it is made for each call that is found on a list.
public final class ListEntry {
    private final long key;
    private final long expiry;
    private final @Nullable PinHash pin;

    ListEntry(long key, long expiry, @Nullable PinHash pin) {
        this.key = key;
        this.expiry = expiry;
        this.pin = pin;
    }

    public EntryPattern pattern() {
        return PatternKeys.pattern(key);
    }

    /// Empty when it holds until it is removed.
    public Optional<Instant> expiresAt() {
        return expiry == EntryDetails.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiry));
    }

    /// Its own, which counts instead of the list's.
    Optional<PinHash> pin() {
        return Optional.ofNullable(pin);
    }

    @Override
    public String toString() {
        return pattern().id();
    }
}
