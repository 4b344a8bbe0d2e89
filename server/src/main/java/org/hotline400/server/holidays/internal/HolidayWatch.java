package org.hotline400.server.holidays.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.holidays.HolidayYears;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Lookout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Warns of years that are missing: at the start, and once a day.
@Component
class HolidayWatch extends Lookout {
    private static final Logger log = LoggerFactory.getLogger(HolidayWatch.class);

    private final HolidayYears years;
    private final Clock clock;
    private @Nullable LocalDate looked;

    HolidayWatch(HolidayYears years, Clock clock) {
        super("holidays", Duration.ofHours(1));
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
    protected void lookOut() {
        var _ = look();
    }
}
