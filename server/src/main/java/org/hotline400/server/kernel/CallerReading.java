package org.hotline400.server.kernel;

import java.util.List;
import org.hotline400.server.kernel.CallerNumber.Kind;

/// How a calling number is read: by hand, because each call asks and a usual number should cost no more than
/// its record.
final class CallerReading {
    private static final List<String> WITHHELD_NAMES =
            List.of("anonymous", "unavailable", "unknown", "restricted", "private", "withheld");
    /// More digits no carrier signals, IP prefix and country code included.
    private static final int LONGEST = 32;
    /// The shortest numbers of the smallest countries, with their code.
    private static final int FEWEST_ABROAD = 7;
    /// ITU-T E.164 §6.
    private static final int MOST_ABROAD = 15;
    private static final String COUNTRY = "86";

    private CallerReading() {}

    static CallerNumber read(String raw, String areaCode) {
        var text = withoutSeparators(raw);
        if (isWithheld(text)) {
            return new CallerNumber(raw, "", Kind.WITHHELD);
        }
        int digits = text.startsWith("+") ? 1 : 0;
        if (text.length() > LONGEST || !Digits.areAll(text, digits)) {
            return new CallerNumber(raw, text, Kind.UNKNOWN);
        }
        var number = withoutIpPrefix(text);
        int country = countryAt(number);
        if (country == 0) {
            return national(raw, withoutBareCountry(number), areaCode);
        }
        return number.startsWith(COUNTRY, country)
                ? national(raw, withTrunkZero(withoutIpPrefix(number.substring(country + COUNTRY.length()))), areaCode)
                : abroad(raw, number, country);
    }

    private static CallerNumber national(String raw, String digits, String areaCode) {
        if (Digits.isMobile(digits, 0)) {
            return new CallerNumber(raw, digits, Kind.MOBILE);
        }
        if (digits.startsWith("0")) {
            return withZero(raw, digits);
        }
        if (Digits.isService(digits, 0)) {
            return new CallerNumber(raw, digits, Kind.SERVICE);
        }
        if (Digits.isLocal(digits) && Digits.isFixed(areaCode + digits)) {
            return new CallerNumber(raw, areaCode + digits, Kind.FIXED);
        }
        return new CallerNumber(raw, digits, Kind.UNKNOWN);
    }

    /// A mobile dialled as from another city, a fixed line, or a service as reached in some city (`01095588`).
    private static CallerNumber withZero(String raw, String digits) {
        if (Digits.isMobile(digits, 1)) {
            return new CallerNumber(raw, digits.substring(1), Kind.MOBILE);
        }
        int local = Digits.afterAreaCode(digits);
        if (local > 0 && Digits.isCitywideService(digits, local)) {
            return new CallerNumber(raw, digits.substring(local), Kind.SERVICE);
        }
        return new CallerNumber(raw, digits, Digits.isFixed(digits) ? Kind.FIXED : Kind.UNKNOWN);
    }

    private static CallerNumber abroad(String raw, String number, int country) {
        int length = number.length() - country;
        boolean sound = length >= FEWEST_ABROAD && length <= MOST_ABROAD && number.charAt(country) != '0';
        return sound
                ? new CallerNumber(raw, "+" + number.substring(country), Kind.INTERNATIONAL)
                : new CallerNumber(raw, number, Kind.UNKNOWN);
    }

    /// Where a country code begins; 0 where none does.
    private static int countryAt(String number) {
        if (number.startsWith("+")) {
            return 1;
        }
        return number.startsWith("00") ? 2 : 0;
    }

    /// A bare 86 is a country code only where a whole national number follows: 86001234 is a line in Beijing.
    private static String withoutBareCountry(String digits) {
        return digits.startsWith(COUNTRY) && digits.length() >= 12
                ? withTrunkZero(digits.substring(COUNTRY.length()))
                : digits;
    }

    /// After a country code the area code comes without its 0.
    private static String withTrunkZero(String digits) {
        if (digits.startsWith("0") || Digits.isMobile(digits, 0) || Digits.isService(digits, 0)) {
            return digits;
        }
        var zeroed = "0" + digits;
        return Digits.isFixed(zeroed) ? zeroed : digits;
    }

    /// Carriers' prefixes for cheap long distance (17951, 17909 and the rest of 179xx, 12593 and the rest of
    /// 125xx, 10193) are taken off where a whole number follows.
    private static String withoutIpPrefix(String number) {
        if (number.length() < Digits.IP_PREFIX + 10 || !Digits.isIpPrefix(number)) {
            return number;
        }
        return number.substring(Digits.IP_PREFIX);
    }

    private static boolean isWithheld(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        return (first < '0' || first > '9') && WITHHELD_NAMES.stream().anyMatch(text::equalsIgnoreCase);
    }

    /// Without blanks and the separators of RFC 3966 §5.1.1; the same text where it has none.
    private static String withoutSeparators(String raw) {
        int at = 0;
        while (at < raw.length() && !isSeparator(raw.charAt(at))) {
            at++;
        }
        if (at == raw.length()) {
            return raw;
        }
        var out = new StringBuilder(raw.length()).append(raw, 0, at);
        for (; at < raw.length(); at++) {
            if (!isSeparator(raw.charAt(at))) {
                out.append(raw.charAt(at));
            }
        }
        return out.toString();
    }

    private static boolean isSeparator(char one) {
        return one == '-'
                || one == '.'
                || one == '('
                || one == ')'
                || Character.isWhitespace(one)
                || Character.isSpaceChar(one);
    }
}
