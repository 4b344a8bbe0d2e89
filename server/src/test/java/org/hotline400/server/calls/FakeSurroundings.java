package org.hotline400.server.calls;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// A world in which everybody lives where the test says.
final class FakeSurroundings implements Surroundings {
    final Map<ListName, CallerList> lists = new HashMap<>();
    Region home = Region.UNKNOWN;
    HolidayCalendar calendar = HolidayCalendar.EMPTY;
    Set<PlanFeature> features = PlanFeature.ALL;

    @Override
    public Region region(CallerNumber caller) {
        return home;
    }

    @Override
    public HolidayCalendar holidays() {
        return calendar;
    }

    @Override
    public boolean closedToday(TenantId tenant, HotlineNumber number, Instant at) {
        return false;
    }

    @Override
    public Optional<CallerList> list(TenantId tenant, ListName name) {
        return Optional.ofNullable(lists.get(name));
    }

    @Override
    public Set<PlanFeature> features(HotlineNumber number) {
        return features;
    }

    @Override
    public List<CallerList> platformBlacklists() {
        return List.of();
    }
}
