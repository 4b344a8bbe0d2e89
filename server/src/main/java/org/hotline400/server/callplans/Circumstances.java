package org.hotline400.server.callplans;

import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;

/// What decisions look at, all of it in memory. The same in a live call and in a rehearsal.
public interface Circumstances {
    CallerNumber caller();

    Region region();

    Moment now();

    HolidayCalendar holidays();

    /// Whether the enterprise has closed this number by hand for now.
    boolean closedToday();

    /// Whether one of these lists covers the caller now. A list that does not exist covers nobody.
    boolean listed(ListName list);

    /// The value of a variable: of the call (`caller.province`) or the plan's own; empty when it was never set.
    String variable(VariableName name);

    /// Whether the plan has put this tag on the call.
    boolean tagged(String tag);
}
