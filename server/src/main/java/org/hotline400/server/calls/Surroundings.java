package org.hotline400.server.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;

/// What plans decide by, beside the call itself. From memory: never waits for a database.
public interface Surroundings {
    Region region(CallerNumber caller);

    HolidayCalendar holidays();

    /// Whether the number's holder has closed it by hand for now.
    boolean closedToday(TenantId tenant, HotlineNumber number, Instant at);

    /// Empty when there is no such list.
    Optional<CallerList> list(TenantId tenant, ListName name);

    /// What a number's package grants its plan; everything where nobody says.
    default Set<PlanFeature> features(HotlineNumber number) {
        return PlanFeature.ALL;
    }

    /// The operator's lists of callers whom no number takes.
    List<CallerList> platformBlacklists();
}
