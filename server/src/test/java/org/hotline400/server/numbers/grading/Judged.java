package org.hotline400.server.numbers.grading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotline400.server.kernel.HotlineNumber;

/// What a person who reads the digits one by one would say.
final class Judged {
    private Judged() {}

    /// Whether all that was found is there, and all that is there was found or lies within what was.
    static boolean agrees(List<Finding> found, HotlineNumber number) {
        return found.stream().allMatch(one -> isThere(one, number))
                && everywhere()
                        .filter(one -> isThere(one, number))
                        .allMatch(one ->
                                found.contains(one) || found.stream().anyMatch(stronger -> covers(stronger, one)));
    }

    private static Stream<Finding> everywhere() {
        return Arrays.stream(PatternKind.values())
                .flatMap(kind -> IntStream.rangeClosed(0, Finding.DIGITS - kind.length())
                        .mapToObj(start -> new Finding(kind, start, kind.length())));
    }

    private static boolean isThere(Finding finding, HotlineNumber number) {
        var digits = finding.digits(number);
        var kind = finding.kind();
        return switch (kind.family()) {
            case REPETITION -> hasShape(digits, kind.name());
            case MIRROR -> new StringBuilder(digits).reverse().toString().equals(digits);
            case RUN -> isRun(digits, kind.name().startsWith("ABC") ? 1 : -1);
            case DATE -> isAtTail(finding) && isDate(kind, digits);
            case DIGITS ->
                isAtTail(finding)
                        && (kind == PatternKind.FAVOURED_TAIL
                                ? digits.matches("[689]+")
                                : digits.chars().distinct().count() == 2);
        };
    }

    private static boolean isAtTail(Finding finding) {
        return finding.start() + finding.length() == Finding.DIGITS;
    }

    private static boolean hasShape(String digits, String letters) {
        for (int one = 0; one < letters.length(); one++) {
            for (int other = 0; other < letters.length(); other++) {
                if ((letters.charAt(one) == letters.charAt(other)) != (digits.charAt(one) == digits.charAt(other))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isRun(String digits, int step) {
        for (int place = 1; place < digits.length(); place++) {
            if (digits.charAt(place) - digits.charAt(place - 1) != step) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(PatternKind kind, String digits) {
        return switch (digits.length()) {
            case 4 -> kind == PatternKind.YEAR ? isYear(digits) : exists("2000" + digits);
            default ->
                kind == PatternKind.YEAR_MONTH
                        ? isYear(digits.substring(0, 4)) && exists(digits + "01")
                        : (exists("20" + digits) && digits.compareTo("30") < 0)
                                || (exists("19" + digits) && digits.compareTo("70") >= 0);
        };
    }

    private static boolean isYear(String digits) {
        return digits.compareTo("1949") >= 0 && digits.compareTo("2049") <= 0;
    }

    private static boolean exists(String date) {
        try {
            LocalDate.of(
                    Integer.parseInt(date.substring(0, 4)),
                    Integer.parseInt(date.substring(4, 6)),
                    Integer.parseInt(date.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// Whether the weaker one is nothing that needs saying where the other one is.
    static boolean covers(Finding stronger, Finding weaker) {
        boolean within = stronger.start() <= weaker.start()
                && stronger.start() + stronger.length() >= weaker.start() + weaker.length();
        boolean apart = stronger.start() + stronger.length() <= weaker.start()
                || weaker.start() + weaker.length() <= stronger.start();
        var family = stronger.kind().family();
        var other = weaker.kind().family();
        boolean same = (family == other && family != PatternKind.Family.DIGITS)
                || (family == PatternKind.Family.REPETITION && other == PatternKind.Family.MIRROR);
        boolean again = stronger.kind() == weaker.kind() && !apart;
        return !stronger.equals(weaker) && (again || (within && same));
    }
}
