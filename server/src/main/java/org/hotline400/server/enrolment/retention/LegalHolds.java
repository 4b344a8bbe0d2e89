package org.hotline400.server.enrolment.retention;

import java.time.Clock;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.retention.internal.HoldRows;
import org.springframework.stereotype.Service;

/// Keeps applications from being deleted; for the operator.
@Service
public class LegalHolds {
    private static final ApplicationActor PLATFORM = ApplicationActor.platform("a legal hold");

    private final HoldRows rows;
    private final Applications applications;
    private final Transactions transactions;
    private final Clock clock;

    public LegalHolds(HoldRows rows, Applications applications, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<LegalHold> find(ApplicationId application) {
        return transactions.asOperator(() -> rows.find(application));
    }

    /// Holds it. With another reason than before, the former hold ends and a new one begins.
    ///
    /// @return empty when there is no such application
    public Optional<LegalHold> set(ApplicationId id, String reason, String by) {
        return transactions.asOperator(() -> applications.find(id, PLATFORM).flatMap(application -> {
            var now = clock.instant();
            if (rows.find(id).filter(hold -> !hold.reason().equals(reason)).isPresent()) {
                rows.release(id, by, now);
            }
            rows.set(new LegalHold(id, application.tenant(), reason, by, now));
            return rows.find(id);
        }));
    }

    /// Lets go of it; a second time changes nothing.
    public void release(ApplicationId id, String by) {
        transactions.asOperator(() -> rows.release(id, by, clock.instant()));
    }
}
