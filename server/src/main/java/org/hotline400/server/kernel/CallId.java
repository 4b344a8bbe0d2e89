package org.hotline400.server.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// The identity of one call to a 400 number, a UUIDv7 (RFC 9562 §5.7): sorts by time. The SIP Call-IDs are
/// attributes of its legs.
public record CallId(UUID value) implements Comparable<CallId> {

    public static CallId next() {
        return new CallId(UuidCreator.getTimeOrderedEpoch());
    }

    public static CallId of(String text) {
        return new CallId(UUID.fromString(text));
    }

    /// The order of PostgreSQL and of time: unlike that of [UUID], whose halves have signs.
    @Override
    public int compareTo(CallId other) {
        int first = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return first != 0
                ? first
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
