package org.hotline400.app.measure;

import java.time.Instant;
import org.hotline400.server.callplans.Circumstances;
import org.hotline400.server.callplans.Moment;
import org.hotline400.server.callplans.VariableName;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;

/// A caller as a live call would have him, with a real list.
record MeasuredCaller(
        CallerNumber caller, Region region, Instant at, HolidayCalendar holidays, CallerList list, String grade)
        implements Circumstances {

    @Override
    public Moment now() {
        return Moment.of(at);
    }

    @Override
    public boolean closedToday() {
        return false;
    }

    @Override
    public boolean listed(ListName name) {
        return list.covers(caller, region, at).isPresent();
    }

    @Override
    public String variable(VariableName name) {
        return grade;
    }

    @Override
    public boolean tagged(String tag) {
        return false;
    }
}
