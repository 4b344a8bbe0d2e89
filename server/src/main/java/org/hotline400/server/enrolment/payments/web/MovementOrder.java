package org.hotline400.server.enrolment.payments.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.enrolment.payments.BankReference;
import org.hotline400.server.enrolment.payments.MoneyMovement;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A movement as finance staff read it on the bank's statement.
///
/// @param bankReference the bank's serial number of it
/// @param amount in yuan, such as `180.00`; whole fen
/// @param on the day of the statement, such as `2026-11-27`
/// @param note for colleagues, at most 500 characters
public record MovementOrder(
        @Nullable String bankReference,
        @Nullable String amount,
        @Nullable String on,
        @Nullable String note) {
    private static final long FEN = 10_000;
    private static final Money MOST = Money.ofYuan(10_000_000);
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_KEY = 100;
    /// What is entered a year late is a slip of the pen.
    private static final int OLDEST_DAYS = 366;

    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    MoneyMovement read(Optional<String> key, LocalDate today) {
        var checks = new Checks();
        var reference = checks.read("bankReference", "payments.bank-reference", bankReference, BankReference::parse);
        var money = checks.read("amount", "payments.amount", amount, MovementOrder::amount);
        var day = checks.read("on", "payments.day", on, text -> day(text, today));
        var words = checks.readIfPresent("note", "too-long", note, MovementOrder::note);
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            checks.add(
                    "Idempotency-Key",
                    "malformed",
                    "has 1 to " + LONGEST_KEY + " characters",
                    "长度为 1 到 " + LONGEST_KEY + " 个字符。");
        }
        checks.done();
        return new MoneyMovement(money.get(), reference.get(), day.get(), words.orElse(""), key);
    }

    private static Money amount(String text) {
        var money = parse(text);
        if (money.compareTo(Money.ZERO) <= 0 || money.compareTo(MOST) > 0 || money.microYuan() % FEN != 0) {
            throw new MistakeException(
                    "is more than 0 and at most " + MOST + " yuan, in whole fen; was \"" + text + "\"",
                    "应大于 0 且不超过 " + MOST + " 元，精确到分，收到的是“" + text + "”。");
        }
        return money;
    }

    private static Money parse(String text) {
        try {
            return Money.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new MistakeException(String.valueOf(e.getMessage()), "应为金额，例如 180.00，收到的是“" + text + "”。");
        }
    }

    private static LocalDate day(String text, LocalDate today) {
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
            return IsoText.day(text.strip());
        } catch (DateTimeException _) {
            throw new MistakeException(
                    "is a day such as 2026-11-27; was \"" + text + "\"", "应为日期，例如 2026-11-27，收到的是“" + text + "”。");
        }
    }

    private static String note(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new MistakeException("has at most " + LONGEST_NOTE + " characters", "最多 " + LONGEST_NOTE + " 个字符。");
        }
        return text.strip();
    }
}
