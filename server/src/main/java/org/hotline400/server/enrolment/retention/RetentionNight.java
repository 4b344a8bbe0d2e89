package org.hotline400.server.enrolment.retention;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Lookout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Deletes by night, when nobody works with papers.
@Component
class RetentionNight extends Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionNight.class);
    private static final int FROM = 2;
    private static final int TO = 5;

    private final PersonDeletions deletions;
    private final Clock clock;

    RetentionNight(PersonDeletions deletions, Clock clock) {
        super("retention", Duration.ofHours(1));
        this.deletions = deletions;
        this.clock = clock;
    }

    @Override
    protected void lookOut() {
        int hour = clock.instant().atZone(BusinessTime.ZONE).getHour();
        if (hour >= FROM && hour < TO) {
            int deleted = deletions.sweep();
            if (deleted > 0) {
                LOG.info("deleted persons and papers of {} applications that were kept for their time", deleted);
            }
        }
    }
}
