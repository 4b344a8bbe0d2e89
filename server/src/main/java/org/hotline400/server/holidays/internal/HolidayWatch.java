package org.hotline400.server.holidays.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.holidays.HolidayYears;
import org.hotline400.server.kernel.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Warns of years that are missing: at the start, and once a day.
@Component
class HolidayWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HolidayWatch.class);

    private final HolidayYears years;
    private final Clock clock;
    private @Nullable LocalDate looked;
    private volatile @Nullable ScheduledThreadPoolExecutor timer;

    HolidayWatch(HolidayYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    /// Warns, unless it has looked today already.
    ///
    /// @return the years that it warned of
    synchronized List<Integer> look() {
        var today = LocalDate.now(clock.withZone(BusinessTime.ZONE));
        if (today.equals(looked)) {
            return List.of();
        }
        looked = today;
        var missing = years.missing();
        missing.forEach(year -> log.warn(
                "The official holidays of {} are not known: plain weeks are counted then. Import them with"
                        + " POST /api/v1/holidays/{} (columns date,kind,name)",
                year,
                year));
        return missing;
    }

    @Override
    public void start() {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("holidays").daemon().factory());
        var _ = thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.HOURS);
        timer = thread;
    }

    @Override
    public void stop() {
        var thread = timer;
        if (thread != null) {
            thread.shutdownNow();
        }
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
