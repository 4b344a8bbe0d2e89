package org.hotline400.server.enrolment.papers;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// Names one file of a paper.
public record PaperId(UUID value) {
    public static PaperId next() {
        return new PaperId(Ids.next());
    }

    /// @throws IllegalArgumentException when it is no UUID
    public static PaperId of(String text) {
        return new PaperId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
