package org.hotline400.server.enrolment.register;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.hotline400.server.kernel.Daytime;
import org.hotline400.server.kernel.Lookout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks for yearly checks when their time has come, and notes those that were not confirmed in time; by day only.
@Component
public class YearlyCheck extends Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(YearlyCheck.class);
    private static final int BATCH = 50;
    /// So that one look does not take all day; the next one goes on.
    private static final int MOST_BATCHES = 40;

    private final Reverifications reverifications;
    private final Clock clock;

    public YearlyCheck(Reverifications reverifications, Clock clock) {
        super("yearly-check", Duration.ofMinutes(30));
        this.reverifications = reverifications;
        this.clock = clock;
    }

    @Override
    protected void lookOut() {
        if (Daytime.includes(clock.instant())) {
            // First what is late, so that nobody is asked and late in one look.
            int late = all(reverifications::expire);
            int asked = all(reverifications::ask);
            if (late > 0 || asked > 0) {
                LOG.info(
                        "asked {} holders for their yearly check; {} are overdue, see /api/v1/re-verifications",
                        asked,
                        late);
            }
        }
    }

    private static int all(IntUnaryOperator some) {
        int done = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int now = some.applyAsInt(BATCH);
            done += now;
            if (now < BATCH) {
                return done;
            }
        }
        return done;
    }
}
