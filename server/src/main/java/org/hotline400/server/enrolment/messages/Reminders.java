package org.hotline400.server.enrolment.messages;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.messages.internal.MessageRows;
import org.hotline400.server.kernel.Daytime;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// Reminds applicants who must act, three days and one day before their number is set free; by day only.
@Component
public class Reminders extends Lookout {
    private static final ApplicationActor PLATFORM = ApplicationActor.platform("a reminder");
    private static final int BATCH = 50;
    /// So that one look does not take all day; the next one goes on.
    private static final int MOST_BATCHES = 40;

    private final MessageRows rows;
    private final ApplicationNews news;
    private final Applications applications;
    private final Transactions transactions;
    private final Clock clock;

    public Reminders(
            MessageRows rows, ApplicationNews news, Applications applications, Transactions transactions, Clock clock) {
        super("reminders", Duration.ofMinutes(10));
        this.rows = rows;
        this.news = news;
        this.applications = applications;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected void lookOut() {
        if (Daytime.includes(clock.instant())) {
            remind(MessageKind.REMINDER_1, 0, 1);
            remind(MessageKind.REMINDER_3, 1, 3);
        }
    }

    /// @param from days before the deadline at which it is too late for this one
    /// @param days days before the deadline at which it is time
    private void remind(MessageKind kind, int from, int days) {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (remindSome(kind, from, days) < BATCH) {
                return;
            }
        }
    }

    private int remindSome(MessageKind kind, int from, int days) {
        return transactions.asOperator(() -> {
            var now = clock.instant();
            var near =
                    rows.toRemind(kind, now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(days)), days, BATCH);
            near.forEach(id -> applications.find(id, PLATFORM).ifPresent(application -> news.tell(application, kind)));
            return near.size();
        });
    }
}
