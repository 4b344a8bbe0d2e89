package org.hotline400.server.callplans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads days, dates and times of a plan document.
final class TimeFields {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String HOLIDAY = "holiday";
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]|24(?=:00)):([0-5][0-9])");

    private TimeFields() {}

    /// @param holidays whether official days off are among them
    record Days(Set<DayOfWeek> days, boolean holidays) {}

    static Days days(Fields fields, String name) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        boolean holidays = false;
        for (var element : fields.elements(name, DAYS.size() + 1)) {
            var text = element.node().isString() ? element.node().asString() : "";
            int index = DAYS.indexOf(text);
            if (text.equals(HOLIDAY)) {
                holidays = true;
            } else if (index < 0) {
                fields.error(
                        element.field(),
                        "plan.day-unknown",
                        "a day is one of " + String.join(", ", DAYS) + ", " + HOLIDAY);
            } else {
                days.add(DayOfWeek.of(index + 1));
            }
        }
        return new Days(days, holidays);
    }

    static DayOfWeek day(Fields fields, String name, DayOfWeek otherwise) {
        return fields.choice(name, DayOfWeek.values(), day -> DAYS.get(day.getValue() - 1), otherwise);
    }

    /// Null when it is none, and was reported.
    static @Nullable LocalDate date(Fields fields, String name) {
        var text = fields.text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            if (!text.isEmpty()) {
                fields.error(name, "plan.date-malformed", "a date is written YYYY-MM-DD, such as 2026-10-01");
            }
            return null;
        }
    }

    /// The minute of the day, 0 to 1440; empty when it is none.
    static OptionalInt clock(Fields fields, String name) {
        var text = fields.text(name);
        var match = CLOCK.matcher(text);
        if (match.matches()) {
            return OptionalInt.of(Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2)));
        }
        if (!text.isEmpty()) {
            fields.error(name, "plan.time-malformed", "a time is written HH:MM, from 00:00 to 24:00");
        }
        return OptionalInt.empty();
    }
}
