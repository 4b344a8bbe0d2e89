package org.hotline400.server.callplans.templates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One period of some weekdays.
///
/// @param days `mon` to `sun`
/// @param from `09:00`
/// @param to `18:00`
record OfficeHours(List<String> days, String from, String to) {
    static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    static final OfficeHours WORKING_DAYS = new OfficeHours(WEEK.subList(0, 5), "09:00", "18:00");
    static final OfficeHours EVERY_DAY = new OfficeHours(WEEK, "09:00", "18:00");
    /// Of an ordinary week, without holidays.
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    OfficeHours {
        days = List.copyOf(days);
    }

    Map<String, Object> period() {
        return Json.object("days", days, "from", from, "to", to);
    }

    /// A moment when it is open, as examples write it.
    String openAt() {
        return moment(from);
    }

    /// A moment when it is closed; empty when no time of a day is known to be.
    Optional<String> closedAt() {
        return to.equals("24:00") || to.equals(from) ? Optional.empty() : Optional.of(moment(to));
    }

    private String moment(String time) {
        return MONDAY.plusDays(WEEK.indexOf(days.getFirst())) + "T" + time;
    }
}
