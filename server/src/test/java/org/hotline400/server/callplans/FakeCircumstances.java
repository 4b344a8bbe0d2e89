package org.hotline400.server.callplans;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;

/// What a test says is so.
final class FakeCircumstances implements Circumstances {
    CallerNumber caller = CallerNumber.of("13812345678", "");
    Region region = Region.UNKNOWN;
    Moment now = new Moment(LocalDate.of(2026, 3, 3), 600);
    HolidayCalendar calendar = HolidayCalendar.EMPTY;
    boolean closedToday;
    final Set<String> listed = new HashSet<>();
    final Map<String, String> variables = new HashMap<>();
    final Set<String> tags = new HashSet<>();

    @Override
    public CallerNumber caller() {
        return caller;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public Moment now() {
        return now;
    }

    @Override
    public HolidayCalendar holidays() {
        return calendar;
    }

    @Override
    public boolean closedToday() {
        return closedToday;
    }

    @Override
    public boolean listed(ListName list) {
        return listed.contains(list.value());
    }

    @Override
    public String variable(VariableName name) {
        return variables.getOrDefault(name.value(), "");
    }

    @Override
    public boolean tagged(String tag) {
        return tags.contains(tag);
    }
}
