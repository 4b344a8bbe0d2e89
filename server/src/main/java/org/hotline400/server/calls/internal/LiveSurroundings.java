package org.hotline400.server.calls.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.Entitlements;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.callplans.Switches;
import org.hotline400.server.calls.Surroundings;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListDirectory;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;
import org.hotline400.server.regions.Regions;
import org.springframework.stereotype.Component;

/// What plans decide by, as its owners have it in memory now.
@Component
record LiveSurroundings(
        Regions regions, Holidays calendars, Switches switches, ListDirectory lists, Entitlements entitlements)
        implements Surroundings {

    @Override
    public Region region(CallerNumber caller) {
        return regions.of(caller);
    }

    @Override
    public HolidayCalendar holidays() {
        return calendars.calendar();
    }

    @Override
    public boolean closedToday(TenantId tenant, HotlineNumber number, Instant at) {
        return switches.closedToday(tenant, number, at);
    }

    @Override
    public Set<PlanFeature> features(HotlineNumber number) {
        return entitlements.of(number);
    }

    @Override
    public Optional<CallerList> list(TenantId tenant, ListName name) {
        return lists.find(tenant, name);
    }

    @Override
    public List<CallerList> platformBlacklists() {
        return lists.platformBlacklists();
    }
}
