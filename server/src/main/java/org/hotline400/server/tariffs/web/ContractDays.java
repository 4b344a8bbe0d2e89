package org.hotline400.server.tariffs.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.jspecify.annotations.Nullable;

/// Days that requests about contracts name.
final class ContractDays {
    /// Longer than any term. What a change costs is summed month by month, so that a far day would take minutes.
    private static final int MOST_YEARS = 10;

    private ContractDays() {}

    static Optional<LocalDate> read(Checks checks, String field, @Nullable String text, LocalDate today) {
        return checks.readIfPresent(field, "malformed", text, ContractDays::parse)
                .flatMap(day -> checks.readIfPresent(field, "out-of-range", day, one -> near(one, today)));
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new MistakeException("is a day such as 2027-01-01; was \"" + text + "\"", "应为日期，如 2027-01-01。");
        }
    }

    private static LocalDate near(LocalDate day, LocalDate today) {
        var first = today.minusYears(MOST_YEARS);
        var last = today.plusYears(MOST_YEARS);
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new MistakeException(
                    "is at most " + MOST_YEARS + " years from today, " + first + " to " + last + "; was " + day,
                    "应在今天前后 " + MOST_YEARS + " 年之内，即 " + first + " 至 " + last + "。");
        }
        return day;
    }
}
