package org.hotline400.server.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// Days, months and instants in the text of ISO 8601 as people and programs send them. Years have four digits: with the
/// longer ones that Java reads as well, neither databases nor calendars can reckon.
public final class IsoText {
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}-.{0,40}");

    private IsoText() {}

    /// @throws DateTimeException when it is no day such as 2026-11-30
    public static LocalDate day(String text) {
        return LocalDate.parse(checked(text));
    }

    /// @throws DateTimeException when it is no month such as 2026-11
    public static YearMonth month(String text) {
        return YearMonth.parse(checked(text));
    }

    /// @throws DateTimeException when it is no instant such as 2026-11-30T09:00:00+08:00
    public static Instant instant(String text) {
        return Instant.parse(checked(text));
    }

    private static String checked(String text) {
        if (!FOUR_DIGITS.matcher(text).matches()) {
            throw new DateTimeException("begins with a year of four digits");
        }
        return text;
    }
}
