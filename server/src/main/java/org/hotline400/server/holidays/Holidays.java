package org.hotline400.server.holidays;

import org.hotline400.server.holidays.internal.BoxedYears;
import org.hotline400.server.kernel.HolidayCalendar;

/// Tells the official holidays. From memory: never waits for a database.
public interface Holidays {

    /// All years that are known, as of now. A value: take it once where several days belong together.
    HolidayCalendar calendar();

    /// The years that are in the box, for whoever has no server.
    static HolidayCalendar inTheBox() {
        return BoxedYears.calendar();
    }
}
