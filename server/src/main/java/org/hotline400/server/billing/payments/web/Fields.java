package org.hotline400.server.billing.payments.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Money;

/// Reads what the bodies here have in common.
final class Fields {
    static final int LONGEST_KEY = 100;

    private static final long FEN = 10_000;
    private static final int LONGEST_NOTE = 500;
    /// What is entered a year late is a slip of the pen.
    private static final int OLDEST_DAYS = 366;

    private Fields() {}

    static Money amount(String text, Money least, Money most) {
        var money = parse(text);
        if (money.compareTo(least) < 0 || money.compareTo(most) > 0 || money.microYuan() % FEN != 0) {
            throw new MistakeException(
                    "is " + least + " to " + most + " yuan, in whole fen; was \"" + text + "\"",
                    "应为 " + least + " 到 " + most + " 元，精确到分，收到的是“" + text + "”。");
        }
        return money;
    }

    private static Money parse(String text) {
        try {
            return Money.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new MistakeException(String.valueOf(e.getMessage()), "应为金额，例如 500.00，收到的是“" + text + "”。");
        }
    }

    static LocalDate day(String text, LocalDate today) {
        var day = parseDay(text);
        if (day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_DAYS))) {
            throw new MistakeException(
                    "is a day of the past year, not after " + today + "; was " + day,
                    "应为过去一年内的日期，不晚于 " + today + "，收到的是 " + day + "。");
        }
        return day;
    }

    private static LocalDate parseDay(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            throw new MistakeException(
                    "is a day such as 2026-11-27; was \"" + text + "\"", "应为日期，例如 2026-11-27，收到的是“" + text + "”。");
        }
    }

    static String note(String text) {
        return words(text, 0, LONGEST_NOTE);
    }

    static String words(String text, int least, int most) {
        var words = text.strip();
        if (words.length() < least || words.length() > most || words.indexOf('\0') >= 0) {
            throw new MistakeException(
                    "has " + least + " to " + most + " characters, none of them NUL",
                    "长度为 " + least + " 到 " + most + " 个字符，不含 NUL 字符。");
        }
        return words;
    }

    /// The `Idempotency-Key` of a request. One that has none is not known again.
    static String key(Checks checks, Optional<String> key) {
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            checks.add(
                    "Idempotency-Key",
                    "malformed",
                    "has 1 to " + LONGEST_KEY + " characters",
                    "长度为 1 到 " + LONGEST_KEY + " 个字符。");
        }
        return key.orElseGet(() -> UUID.randomUUID().toString());
    }
}
