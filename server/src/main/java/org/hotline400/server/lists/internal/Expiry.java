package org.hotline400.server.lists.internal;

import java.time.Instant;

/// Bounds for the instant from which an entry does not count: what every column and clock can hold.
public final class Expiry {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Expiry() {}

    public static Instant checked(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("lies between the years 2000 and 9999");
        }
        return instant;
    }
}
