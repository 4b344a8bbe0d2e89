package org.hotline400.server.prompts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.Money;

/// Something with a value that is told to a caller, word by word: see [Speech].
public sealed interface SpokenValue {

    /// The kinds that [#parse] knows.
    String KINDS = "number, digits, time, date, duration, amount";

    /// A number: 一百零五, one hundred and five.
    ///
    /// @param value at most 999,999,999.9999 either way, with at most four decimals; zeros at its end are
    ///     not spoken
    record Quantity(BigDecimal value) implements SpokenValue {
        static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000);

        public Quantity {
            // The scale first: who writes 1e999999999 gets no billion digits.
            if (value.scale() > 20
                    || value.scale() < -20
                    || value.abs().compareTo(LIMIT) >= 0
                    || value.stripTrailingZeros().scale() > 4) {
                throw new IllegalArgumentException(
                        "a number to be spoken is below a thousand million and has at most four decimals");
            }
            value = value.stripTrailingZeros();
        }
    }

    /// Digits one by one, as in a telephone number: 一 is 幺 there.
    ///
    /// @param value 1 to 32 of 0–9
    record Digits(String value) implements SpokenValue {
        private static final Pattern FORM = Pattern.compile("[0-9]{1,32}");

        public Digits {
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException("digits to be spoken are 1 to 32 of 0 to 9");
            }
        }
    }

    /// A time of day, to the minute: 上午九点零五分, nine oh five a.m.
    record Clock(LocalTime time) implements SpokenValue {}

    /// A date: 二零二六年十一月二十六日, November twenty-six, twenty twenty-six.
    ///
    /// @param date in the years 1000 to 9999
    record Day(LocalDate date) implements SpokenValue {
        public Day {
            if (date.getYear() < 1_000 || date.getYear() > 9_999) {
                throw new IllegalArgumentException("a date to be spoken is in the years 1000 to 9999");
            }
        }
    }

    /// A length of time, to the second: 两分钟三十秒, two minutes thirty seconds.
    ///
    /// @param length not negative, below 100,000 hours
    record Span(Duration length) implements SpokenValue {
        public Span {
            if (length.isNegative() || length.compareTo(Duration.ofHours(100_000)) >= 0) {
                throw new IllegalArgumentException("a duration to be spoken is from zero to 100,000 hours");
            }
        }
    }

    /// An amount of yuan, rounded to the fen (half away from zero): 十二元五角, twelve yuan and fifty fen.
    ///
    /// @param money below a thousand million yuan either way
    record Amount(Money money) implements SpokenValue {
        private static final Money LIMIT = Money.ofYuan(1_000_000_000).minus(Money.parse("0.005"));

        public Amount {
            if (money.compareTo(LIMIT) >= 0 || money.compareTo(LIMIT.negated()) <= 0) {
                throw new IllegalArgumentException("an amount to be spoken is below a thousand million yuan");
            }
        }
    }

    /// Reads a value from text, as plans and variables hold it.
    ///
    /// @param kind `number`, `digits`, `time` (09:05), `date` (2026-11-26), `duration` (seconds) or `amount`
    ///     (yuan)
    /// @throws IllegalArgumentException when the kind is none of these, or the text does not say such a value
    static SpokenValue parse(String kind, String text) {
        if (text.length() > 40) {
            throw new IllegalArgumentException("a value to be spoken has at most 40 characters");
        }
        try {
            return switch (kind) {
                case "number" -> new Quantity(new BigDecimal(text));
                case "digits" -> new Digits(text);
                case "time" -> new Clock(LocalTime.parse(text));
                case "date" -> new Day(LocalDate.parse(text));
                case "duration" -> new Span(Duration.ofSeconds(Long.parseLong(text)));
                case "amount" -> new Amount(Money.parse(text));
                default -> throw new IllegalArgumentException("a spoken value is one of " + KINDS);
            };
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no " + kind + " that can be spoken", e);
        }
    }
}
