package org.hotline400.server.enrolment;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// Names an application.
public record ApplicationId(UUID value) {
    public static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }

    /// @throws IllegalArgumentException when it is no UUID
    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
