package org.hotline400.server.enrolment.papers;

import java.util.Set;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.papers.inspection.PaperFault;

/// What became of a wish to change an application's papers.
public sealed interface PaperChange {

    /// It was done.
    ///
    /// @param paper the new one, or the one that was taken back
    record Done(Paper paper) implements PaperChange {}

    /// The very same file stands there already.
    record AsBefore(Paper paper) implements PaperChange {}

    /// There is no such application, as far as the actor may see.
    record NoApplication() implements PaperChange {}

    /// There is no such paper.
    record NoPaper() implements PaperChange {}

    /// The application is not being filled in or corrected.
    record Closed(Application application) implements PaperChange {}

    /// The reviewer asked for other papers; this one stands as it is.
    record NotAsked(Application application) implements PaperChange {}

    /// The file is not taken, for all of these reasons.
    record Refused(Set<PaperFault> faults) implements PaperChange {
        public Refused {
            faults = Set.copyOf(faults);
        }
    }

    /// The application has had more files than anybody needs.
    record TooMany(int most) implements PaperChange {}

    /// Too many files are being looked at; try again soon.
    record Busy() implements PaperChange {}
}
