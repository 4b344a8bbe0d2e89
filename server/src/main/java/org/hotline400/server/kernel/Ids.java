package org.hotline400.server.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Makes identities.
public final class Ids {
    private Ids() {}

    /// A UUIDv7 (RFC 9562 §5.7): sorts by the time it was made.
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
