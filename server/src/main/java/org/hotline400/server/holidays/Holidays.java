package org.hotline400.server.holidays;

import org.hotline400.server.kernel.HolidayCalendar;

/// Tells the official holidays. From memory: never waits for a database.
public interface Holidays {

    /// All years that are known, as of now. A value: take it once where several days belong together.
    HolidayCalendar calendar();
}
