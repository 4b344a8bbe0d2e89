package org.hotline400.server.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;
import org.hotline400.server.regions.RegionIndex;
import org.hotline400.server.regions.Regions;

/// What plans decide by where there is no server: the tables in the box, and lists that cover nobody.
record OfflineSurroundings(Regions regions, HolidayCalendar holidays) implements Surroundings {

    static OfflineSurroundings load() {
        return new OfflineSurroundings(RegionIndex.load(), Holidays.inTheBox());
    }

    @Override
    public Region region(CallerNumber caller) {
        return regions.of(caller);
    }

    @Override
    public boolean closedToday(TenantId tenant, HotlineNumber number, Instant at) {
        return false;
    }

    @Override
    public Optional<CallerList> list(TenantId tenant, ListName name) {
        return Optional.empty();
    }

    @Override
    public List<CallerList> platformBlacklists() {
        return List.of();
    }
}
