package org.hotline400.server.holidays.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline400.server.holidays.HolidayDay;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.CsvLine;

/// Reads the file of a year, line by line, and gathers what is wrong with it.
public final class HolidaySurvey implements CsvFile.LineReader {
    private static final List<List<String>> HEADS = List.of(List.of("date", "kind", "name"), List.of("日期", "类型", "名称"));
    private static final Map<String, HolidayCalendar.Kind> KINDS = Map.of(
            "off",
            HolidayCalendar.Kind.OFF,
            "休",
            HolidayCalendar.Kind.OFF,
            "work",
            HolidayCalendar.Kind.MAKE_UP,
            "班",
            HolidayCalendar.Kind.MAKE_UP);
    /// Spreadsheets write 2027/1/1.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private static final int MOST_VIOLATIONS = 50;
    private static final int MOST_DAYS = 120;
    private static final int LONGEST_NAME = 40;

    private final int year;
    private final Map<LocalDate, HolidayDay> days = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private boolean begun;

    public HolidaySurvey(int year) {
        this.year = year;
    }

    @Override
    public void read(int number, String line) {
        try {
            if (begun) {
                add(day(CsvLine.split(line)));
            } else {
                begun = true;
                requireHead(CsvLine.split(line));
            }
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(CsvFile.field(number), "holidays.line", String.valueOf(e.getMessage())));
        }
        if (violations.size() == MOST_VIOLATIONS) {
            throw new InvalidInputException(violations);
        }
    }

    private static void requireHead(List<String> titles) {
        if (!HEADS.contains(titles.stream().map(String::strip).toList())) {
            throw new IllegalArgumentException("the first line is date,kind,name (日期,类型,名称)");
        }
    }

    private HolidayDay day(List<String> cells) {
        if (cells.size() != 3) {
            throw new IllegalArgumentException("has a date, a kind and a name; there are " + cells.size() + " fields");
        }
        return new HolidayDay(
                date(cells.get(0).strip()),
                kind(cells.get(1).strip()),
                name(cells.get(2).strip()));
    }

    private LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text.replace('/', '-'), DATE);
            if (date.getYear() != year) {
                throw new IllegalArgumentException(text + " is not in " + year);
            }
            return date;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no day of the calendar: \"" + text + "\"; write 2027-01-01", e);
        }
    }

    private static HolidayCalendar.Kind kind(String text) {
        var kind = KINDS.get(text);
        if (kind == null) {
            throw new IllegalArgumentException("a day is off (休) or work (班); was \"" + text + "\"");
        }
        return kind;
    }

    private static String name(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the festival has a name of at most 40 characters, such as 春节");
        }
        return text;
    }

    private void add(HolidayDay day) {
        if (day.kind() == HolidayCalendar.Kind.MAKE_UP && !isWeekend(day.date())) {
            throw new IllegalArgumentException(day.date() + " is a working day anyway, a "
                    + day.date().getDayOfWeek().toString().toLowerCase(Locale.ROOT)
                    + ": a make-up day lies on a weekend");
        }
        if (days.size() == MOST_DAYS) {
            throw new IllegalArgumentException("a year has at most " + MOST_DAYS + " such days");
        }
        if (days.putIfAbsent(day.date(), day) != null) {
            throw new IllegalArgumentException(day.date() + " is there twice");
        }
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// The days, in the order of the file.
    ///
    /// @throws InvalidInputException when anything was wrong
    public List<HolidayDay> days() {
        if (violations.isEmpty() && days.values().stream().noneMatch(day -> day.kind() == HolidayCalendar.Kind.OFF)) {
            violations.add(new Violation("body", "holidays.empty", "a year has at least one day off"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return List.copyOf(days.values());
    }
}
