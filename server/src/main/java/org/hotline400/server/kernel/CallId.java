package org.hotline400.server.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// The identity of one call to a 400 number, a UUIDv7 (RFC 9562 §5.7): sorts by time. The SIP Call-IDs are
/// attributes of its legs.
public record CallId(UUID value) {

    public static CallId next() {
        return new CallId(UuidCreator.getTimeOrderedEpoch());
    }

    public static CallId of(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
