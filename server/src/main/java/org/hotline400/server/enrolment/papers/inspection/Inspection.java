package org.hotline400.server.enrolment.papers.inspection;

import java.util.EnumSet;
import java.util.Set;
import org.hotline400.server.enrolment.papers.FileType;

/// What an inspection says of a file.
public sealed interface Inspection {

    /// It can be taken.
    ///
    /// @param pages 1 for a picture
    /// @param width pixels of a picture as it is stored; 0 for a PDF
    /// @param height as the width
    record Accepted(FileType type, int pages, int width, int height) implements Inspection {}

    /// It is not taken, for all of these reasons.
    record Refused(Set<PaperFault> faults) implements Inspection {
        public Refused {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
            faults = Set.copyOf(faults);
        }
    }

    static Inspection refused(PaperFault fault) {
        return new Refused(EnumSet.of(fault));
    }
}
