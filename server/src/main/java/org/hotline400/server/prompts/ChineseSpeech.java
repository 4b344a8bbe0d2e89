package org.hotline400.server.prompts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/// Values in Mandarin.
///
/// * Zeros: none at the end of a group of four digits; any others together one 零 (一万零三百, 一千万三千).
/// * Two: 两 before 千, 万, 亿 when the number begins with it, and alone before a measure (两元, 两点);
///   else 二.
/// * Ten to nineteen at the beginning are 十…, elsewhere 一十… (十五, 一百一十五).
final class ChineseSpeech {
    private static final long TEN_THOUSAND = 10_000;
    private static final String TWO = "liang";
    private static final String POINT = "point";

    private final Speech.Words words;

    ChineseSpeech(Speech.Words words) {
        this.words = words;
    }

    void say(SpokenValue value) {
        switch (value) {
            case SpokenValue.Quantity(BigDecimal number) -> quantity(number);
            case SpokenValue.Digits(String digits) -> digits.chars().forEach(this::telephoneDigit);
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
            words.add(POINT);
            words.digits(fraction.toPlainString().substring(2));
        }
    }

    /// From 0 to 999,999,999.
    private void whole(long number) {
        if (number == 0) {
            words.add(0);
        }
        long hundredMillions = number / (TEN_THOUSAND * TEN_THOUSAND);
        long tenThousands = number / TEN_THOUSAND % TEN_THOUSAND;
        long rest = number % TEN_THOUSAND;
        if (hundredMillions > 0) {
            counted(hundredMillions);
            words.add("hundred-million");
        }
        if (tenThousands > 0) {
            if (tenThousands == 2 && hundredMillions == 0) {
                words.add(TWO);
            } else {
                group(tenThousands, hundredMillions == 0, false);
            }
            words.add("ten-thousand");
        }
        if (rest > 0) {
            boolean first = number == rest;
            group(rest, first, !first && tenThousands == 0);
        }
    }

    /// @param first whether nothing was said before it
    /// @param gap whether a whole group of zeros lies before it
    private void group(long number, boolean first, boolean gap) {
        if (!first && (gap || number < 1_000)) {
            words.add(0);
        }
        fourDigits(number, first);
    }

    private void fourDigits(long number, boolean first) {
        long thousands = number / 1_000;
        long hundreds = number / 100 % 10;
        long tens = number / 10 % 10;
        long ones = number % 10;
        if (thousands > 0) {
            words.add(thousands == 2 && first ? TWO : Long.toString(thousands));
            words.add("thousand");
        }
        if (hundreds > 0) {
            words.add(hundreds);
            words.add("hundred");
        } else if (thousands > 0 && number % 100 > 0) {
            words.add(0);
        }
        belowHundred(tens, ones, first && number < 20, hundreds > 0);
    }

    private void belowHundred(long tens, long ones, boolean bareTen, boolean afterHundreds) {
        if (tens > 0) {
            if (!(tens == 1 && bareTen)) {
                words.add(tens);
            }
            words.add(10);
        } else if (afterHundreds && ones > 0) {
            words.add(0);
        }
        if (ones > 0) {
            words.add(ones);
        }
    }

    /// A number before a measure.
    private void counted(long number) {
        if (number == 2) {
            words.add(TWO);
        } else {
            whole(number);
        }
    }

    private void telephoneDigit(int digit) {
        if (digit == '1') {
            words.add("yao");
        } else {
            words.add(digit - '0');
        }
    }

    private void clock(LocalTime time) {
        int hour = time.getHour();
        int minute = time.getMinute();
        words.add(partOfDay(hour));
        counted(hour > 12 ? hour - 12 : hour);
        words.add(POINT);
        if (minute == 0) {
            words.add("on-the-hour");
            return;
        }
        if (minute < 10) {
            words.add(0);
        }
        whole(minute);
        words.add("fen");
    }

    private static String partOfDay(int hour) {
        if (hour < 6) {
            return "before-dawn";
        }
        if (hour < 12) {
            return "morning";
        }
        if (hour == 12) {
            return "noon";
        }
        return hour < 18 ? "afternoon" : "evening";
    }

    private void day(LocalDate date) {
        words.digits(Integer.toString(date.getYear()));
        words.add("year");
        whole(date.getMonthValue());
        words.add("month");
        whole(date.getDayOfMonth());
        words.add("day");
    }

    private void span(Duration length) {
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        int seconds = length.toSecondsPart();
        if (hours > 0) {
            counted(hours);
            words.add("hours");
        }
        if (minutes > 0) {
            counted(minutes);
            words.add("minutes");
        } else if (hours > 0 && seconds > 0) {
            words.add(0);
        }
        if (seconds > 0 || length.toSeconds() == 0) {
            counted(seconds);
            words.add("seconds");
        }
    }

    private void amount(Fen fen) {
        if (fen.negative()) {
            words.add("minus");
        }
        if (fen.yuan() > 0 || fen.rest() == 0) {
            counted(fen.yuan());
            words.add("yuan");
        }
        int jiao = fen.rest() / 10;
        int last = fen.rest() % 10;
        if (jiao > 0) {
            counted(jiao);
            words.add("jiao");
        } else if (fen.yuan() > 0 && last > 0) {
            words.add(0);
        }
        if (last > 0) {
            counted(last);
            words.add("fen");
        }
    }
}
