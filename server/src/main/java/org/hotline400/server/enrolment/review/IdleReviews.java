package org.hotline400.server.enrolment.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.Lookout;
import org.hotline400.server.kernel.WorkingDays;
import org.springframework.stereotype.Component;

/// An application that a reviewer took and left lying goes back to the queue at the end of the next working
/// day: he may be ill, and the applicant was promised an answer.
@Component
class IdleReviews extends Lookout {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int WORKING_DAYS = 1;
    private static final int AT_ONCE = 100;
    private static final ApplicationActor PLATFORM =
            ApplicationActor.platform("nobody has looked at it for a working day: back to the queue");

    private final Transactions transactions;
    private final ReviewRows rows;
    private final Applications applications;
    private final Holidays holidays;
    private final Clock clock;

    IdleReviews(Transactions transactions, ReviewRows rows, Applications applications, Holidays holidays, Clock clock) {
        super("idle-reviews", PAUSE);
        this.transactions = transactions;
        this.rows = rows;
        this.applications = applications;
        this.holidays = holidays;
        this.clock = clock;
    }

    /// @return those that went back
    List<ApplicationId> look() {
        var now = clock.instant();
        var days = new WorkingDays(holidays.calendar());
        return transactions.asOperator(() -> rows.takenBefore(now.minus(Duration.ofDays(1)), AT_ONCE)).stream()
                .filter(taken -> isIdle(taken.last(), days, now))
                .map(ReviewRows.Taken::id)
                .filter(this::giveBack)
                .toList();
    }

    private static boolean isIdle(Instant last, WorkingDays days, Instant now) {
        return !now.isBefore(days.deadline(last, WORKING_DAYS));
    }

    private boolean giveBack(ApplicationId id) {
        return applications.giveBack(id, PLATFORM) instanceof ApplicationChange.Done;
    }

    @Override
    protected void lookOut() {
        var _ = look();
    }
}
