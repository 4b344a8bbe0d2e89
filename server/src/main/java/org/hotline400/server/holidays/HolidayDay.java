package org.hotline400.server.holidays;

import java.time.LocalDate;
import org.hotline400.server.kernel.HolidayCalendar;

/// A day that differs from its day of the week.
///
/// @param name of the festival it belongs to: `春节`
public record HolidayDay(LocalDate date, HolidayCalendar.Kind kind, String name) {}
