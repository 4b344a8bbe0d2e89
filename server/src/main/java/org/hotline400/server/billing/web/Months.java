package org.hotline400.server.billing.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;

/// Months in requests: `2026-11`.
final class Months {
    private Months() {}

    /// Its first day.
    static LocalDate parse(String text) {
        try {
            return IsoText.month(text.strip()).atDay(1);
        } catch (DateTimeException _) {
            throw new MistakeException(
                    "is a month such as 2026-11; was \"" + text + "\"", "应为月份，例如 2026-11，收到的是“" + text + "”。");
        }
    }

    static LocalDate parseDay(String text) {
        try {
            return IsoText.day(text.strip());
        } catch (DateTimeException _) {
            throw new MistakeException(
                    "is a date such as 2026-11-30; was \"" + text + "\"", "应为日期，例如 2026-11-30，收到的是“" + text + "”。");
        }
    }
}
