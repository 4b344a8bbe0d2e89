package org.hotline400.server.prompts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Values in English, with the British “and”: one hundred and five.
final class EnglishSpeech {
    private static final String AND = "and";

    private final Speech.Words words;

    EnglishSpeech(Speech.Words words) {
        this.words = words;
    }

    void say(SpokenValue value) {
        switch (value) {
            case SpokenValue.Quantity(BigDecimal number) -> quantity(number);
            case SpokenValue.Digits(String digits) -> words.digits(digits);
            case SpokenValue.Clock(LocalTime time) -> clock(time);
            case SpokenValue.Day(LocalDate date) -> day(date);
            case SpokenValue.Span(Duration length) -> span(length);
            case SpokenValue.Amount amount -> amount(Fen.of(amount.money()));
        }
    }

    private void quantity(BigDecimal number) {
        if (number.signum() < 0) {
            words.add("minus");
        }
        BigDecimal size = number.abs();
        whole(size.longValue());
        BigDecimal fraction = size.subtract(size.setScale(0, RoundingMode.DOWN));
        if (fraction.signum() > 0) {
            words.add("point");
            words.digits(fraction.toPlainString().substring(2));
        }
    }

    /// From 0 to 999,999,999.
    private void whole(long number) {
        if (number >= 1_000_000) {
            belowThousand(number / 1_000_000);
            words.add("million");
        }
        if (number % 1_000_000 >= 1_000) {
            belowThousand(number % 1_000_000 / 1_000);
            words.add("thousand");
        }
        long rest = number % 1_000;
        if (number >= 1_000 && rest > 0 && rest < 100) {
            words.add(AND);
        }
        if (rest > 0 || number == 0) {
            belowThousand(rest);
        }
    }

    private void belowThousand(long number) {
        if (number >= 100) {
            words.add(number / 100);
            words.add("hundred");
            if (number % 100 > 0) {
                words.add(AND);
            }
        }
        if (number < 100 || number % 100 > 0) {
            belowHundred(number % 100);
        }
    }

    private void belowHundred(long number) {
        if (number <= 20) {
            words.add(number);
            return;
        }
        words.add(number - number % 10);
        if (number % 10 > 0) {
            words.add(number % 10);
        }
    }

    private void clock(LocalTime time) {
        int hour = time.getHour() % 12;
        belowHundred(hour == 0 ? 12 : hour);
        if (time.getMinute() > 0) {
            afterTheHour(time.getMinute());
        }
        words.add(time.getHour() < 12 ? "am" : "pm");
    }

    /// Two digits after the hour or the century: oh five, thirty.
    private void afterTheHour(int number) {
        if (number < 10) {
            words.add("oh");
        }
        belowHundred(number);
    }

    private void day(LocalDate date) {
        words.add(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT));
        belowHundred(date.getDayOfMonth());
        year(date.getYear());
    }

    /// Two thousand and five; nineteen hundred; twenty twenty-six.
    private void year(int year) {
        int rest = year % 100;
        if (year % 1_000 < 10) {
            whole(year);
            return;
        }
        belowHundred(year / 100);
        if (rest == 0) {
            words.add("hundred");
        } else {
            afterTheHour(rest);
        }
    }

    private void span(Duration length) {
        part(length.toHours(), "hour");
        part(length.toMinutesPart(), "minute");
        if (length.toSeconds() == 0) {
            words.add(0);
            words.add("seconds");
        } else {
            part(length.toSecondsPart(), "second");
        }
    }

    private void part(long number, String unit) {
        if (number > 0) {
            whole(number);
            words.add(number == 1 ? unit : unit + "s");
        }
    }

    private void amount(Fen fen) {
        if (fen.negative()) {
            words.add("minus");
        }
        if (fen.yuan() > 0 || fen.rest() == 0) {
            whole(fen.yuan());
            words.add("yuan");
        }
        if (fen.rest() > 0) {
            if (fen.yuan() > 0) {
                words.add(AND);
            }
            belowHundred(fen.rest());
            words.add("fen");
        }
    }
}
