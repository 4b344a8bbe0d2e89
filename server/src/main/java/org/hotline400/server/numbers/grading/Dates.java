package org.hotline400.server.numbers.grading;

/// Which digits read as a date.
final class Dates {
    /// From the founding of the People's Republic to its hundredth birthday.
    static final int FIRST_YEAR = 1949;

    static final int LAST_YEAR = 2049;

    /// Years of two digits: 1970 to 2029, the birth and founding dates of those who buy.
    private static final int FIRST_SHORT_YEAR = 70;

    private static final int LAST_SHORT_YEAR = 29;
    private static final int LEAP_DAY = 229;
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Dates() {}

    /// MMDD, 0229 among them.
    static boolean isDay(int four) {
        int month = four / 100;
        int day = four % 100;
        return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month];
    }

    /// 1949 to 2049.
    static boolean isYear(int four) {
        return four >= FIRST_YEAR && four <= LAST_YEAR;
    }

    /// YYYYMM of those years.
    static boolean isYearAndMonth(int six) {
        int month = six % 100;
        return isYear(six / 100) && month >= 1 && month <= 12;
    }

    /// YYMMDD of 1970 to 2029, 29 February in leap years only.
    static boolean isDate(int six) {
        int year = six / 10_000;
        int day = six % 10_000;
        return isDay(day)
                && (year >= FIRST_SHORT_YEAR || year <= LAST_SHORT_YEAR)
                && (day != LEAP_DAY || year % 4 == 0);
    }
}
