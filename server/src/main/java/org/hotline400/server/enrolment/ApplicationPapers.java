package org.hotline400.server.enrolment;

import java.time.Instant;
import java.util.Set;
import org.hotline400.server.enrolment.papers.PaperKind;

/// Which papers an application has: what the state machine asks of `papers`.
public interface ApplicationPapers {

    /// The kinds that are there, the newest of each being the one that counts; runs in the caller's
    /// transaction.
    Set<PaperKind> present(ApplicationId application);

    /// The kinds of which a newer one has come since the reviewer found the last one wrong; runs in the
    /// caller's transaction.
    ///
    /// @param since when correction was asked
    Set<PaperKind> renewed(ApplicationId application, Instant since);

    /// The kinds of which the very same file was sent by another enterprise, too, and which only belong to the
    /// enterprise that they were made out to: not the documents of persons, who may act for several. Runs in
    /// the caller's transaction, which acts for the operator.
    default Set<PaperKind> usedElsewhere(ApplicationId application) {
        return Set.of();
    }
}
