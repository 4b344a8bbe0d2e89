package org.hotline400.server.numbers.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.numbers.catalogue.DigitFilter;

/// Reads which digits shall stand where: `mask=400-8??-8888`, `contains=120120`, `head=8`, `tail=8888`,
/// `without=4`.
final class DigitReading {
    private static final String PREFIX = "400";
    /// Digits behind 400, and with it.
    private static final int BEHIND = 7;

    private static final int WHOLE = 10;
    private static final String REFUSED = "numbers.malformed";

    private DigitReading() {}

    static DigitFilter read(SearchParameters parameters, Checks checks) {
        var mask = checks.readIfPresent("mask", REFUSED, parameters.one("mask"), DigitReading::mask);
        var contains = parameters.all("contains").stream()
                .flatMap(text -> checks.readIfPresent("contains", REFUSED, text, DigitReading::fragment).stream())
                .toList();
        var head = checks.readIfPresent("head", REFUSED, parameters.one("head"), DigitReading::end);
        var tail = checks.readIfPresent("tail", REFUSED, parameters.one("tail"), DigitReading::end);
        return new DigitFilter(mask, contains, head.orElse(""), tail.orElse(""), without(parameters, checks));
    }

    /// Seven places behind 400, or ten with it; `?`, `*`, `x` and `_` stand for any digit.
    private static String mask(String text) {
        var places = places(text);
        if (!places.matches("[0-9?]+")) {
            throw new MistakeException(
                    "a mask has a digit or ? at each place, such as 400-8??-8888; was \"" + text + "\"",
                    "掩码的每一位是数字或 ?，例如 400-8??-8888；收到“" + text + "”。");
        }
        if (places.length() == BEHIND) {
            return places;
        }
        if (places.length() == WHOLE && isPrefix(places)) {
            return places.substring(PREFIX.length());
        }
        throw wrongMask(text, places);
    }

    private static String places(String text) {
        return HotlineNumber.withoutSeparators(text).replaceAll("[*xX_]", "?");
    }

    private static boolean isPrefix(String places) {
        for (int i = 0; i < PREFIX.length(); i++) {
            if (places.charAt(i) != '?' && places.charAt(i) != PREFIX.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static MistakeException wrongMask(String text, String places) {
        if (places.indexOf('?') < 0) {
            return mistakeOfNumber(text);
        }
        if (places.length() == WHOLE) {
            return new MistakeException(
                    "a mask of ten places begins with 400; was \"" + text + "\"", "十位掩码以 400 开头；收到“" + text + "”。");
        }
        return new MistakeException(
                "\"" + text + "\" has " + places.length()
                        + " places; a mask has ten, as a 400 number has digits, or the"
                        + " seven behind 400: 400-8??-8888 or 8??8888",
                "“" + text + "”有 " + places.length() + " 位；掩码应为十位（同 400 号码），或 400 之后的七位：400-8??-8888 或 8??8888。");
    }

    /// A whole number of which digits are missing or too many.
    private static MistakeException mistakeOfNumber(String text) {
        try {
            HotlineNumber.parse(text);
        } catch (MistakeException e) {
            return e;
        }
        throw new IllegalStateException("a number that can be read is a mask that can be read: " + text);
    }

    /// One to seven digits, with `?` between them for any. Of a whole number the seven behind 400, as that is
    /// the only number that contains it.
    private static String fragment(String text) {
        var digits = places(text);
        if (digits.matches("[0-9][0-9?]{0,6}")) {
            return digits;
        }
        if (digits.matches("400[0-9]+")) {
            return HotlineNumber.parse(text).digits().substring(PREFIX.length());
        }
        throw new MistakeException(
                "is one to seven digits that are to be found behind 400, such as 120120; was \"" + text + "\"",
                "应为一到七位数字（在 400 之后的七位中查找），例如 120120；收到“" + text + "”。");
    }

    private static String end(String text) {
        var digits = HotlineNumber.withoutSeparators(text.replaceFirst("^400[-\\s]", ""));
        if (!digits.matches("[0-9]{1,7}")) {
            throw new MistakeException(
                    "is one to seven of the digits behind 400, such as 8888; was \"" + text + "\"",
                    "应为 400 之后七位中的一到七位数字，例如 8888；收到“" + text + "”。");
        }
        return digits;
    }

    /// `4`, `47` and `4,7` alike.
    private static Set<Integer> without(SearchParameters parameters, Checks checks) {
        var digits = new TreeSet<Integer>();
        for (var text : parameters.all("without")) {
            checks.readIfPresent("without", REFUSED, text, DigitReading::digits).ifPresent(digits::addAll);
        }
        return digits;
    }

    private static List<Integer> digits(String text) {
        if (!text.matches("[0-9]{1,10}")) {
            throw new MistakeException(
                    "is digits that must not occur, such as 4; was \"" + text + "\"",
                    "应为要排除的数字，例如 4；收到“" + text + "”。");
        }
        return text.chars().mapToObj(c -> c - '0').distinct().toList();
    }

    /// Exactly this number.
    static DigitFilter exactly(HotlineNumber number) {
        return DigitFilter.ofMask(number.digits().substring(PREFIX.length()));
    }
}
