package org.hotline400.server.kernel;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A calling number: as signalled, and as this country writes it.
///
/// @param raw as signalled; empty when nothing was
/// @param normalised a mobile as eleven digits, a fixed line as `0` + area code + number, a service number as
///     it is, another country's as `+` and digits; empty when withheld
public record CallerNumber(String raw, String normalised, Kind kind) {

    /// What sort of line calls.
    public enum Kind {
        MOBILE,
        FIXED,
        /// 10086, 95xxx, 96xxx, 400 and other numbers of a service: without region.
        SERVICE,
        INTERNATIONAL,
        /// Not shown to us.
        WITHHELD,
        /// Shown, but no number of a known form.
        UNKNOWN;

        private final String code = name().toLowerCase(Locale.ROOT);

        /// The text code of records and the API: `mobile`.
        public String code() {
            return code;
        }
    }

    private static final Set<String> WITHHELD_NAMES =
            Set.of("", "anonymous", "unavailable", "unknown", "restricted", "private", "withheld");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern FIXED = Pattern.compile("0(10|2[0-9])[2-9][0-9]{7}|0[3-9][0-9]{2}[2-9][0-9]{6,7}");
    private static final Pattern LOCAL = Pattern.compile("[2-8][0-9]{6,7}");
    private static final Pattern SERVICE = Pattern.compile("1[0-2][0-9]{1,4}|9[56][0-9]{3,6}|(400|800)[0-9]{7}");
    /// Carriers' prefixes for cheap long distance: 17951, 17909, 12593 and the rest of 125xx.
    private static final Pattern IP_PREFIX = Pattern.compile("(17951|17909|125[0-9]{2})(?=0?[1-9][0-9]{9,})");

    /// Reads a calling number as carriers signal it.
    ///
    /// @param areaCode of the trunk the call came through, such as `010`: completes a bare local number;
    ///     empty when not known
    public static CallerNumber of(String raw, String areaCode) {
        var text = SEPARATORS.matcher(raw).replaceAll("");
        if (WITHHELD_NAMES.contains(text.toLowerCase(Locale.ROOT))) {
            return new CallerNumber(raw, "", Kind.WITHHELD);
        }
        var digits = text.startsWith("+") ? "00" + text.substring(1) : text;
        if (digits.length() > 32 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new CallerNumber(raw, text, Kind.UNKNOWN);
        }
        if (digits.startsWith("00") && !digits.startsWith("0086")) {
            return new CallerNumber(raw, "+" + digits.substring(2), Kind.INTERNATIONAL);
        }
        return national(raw, IP_PREFIX.matcher(withoutCountry(digits)).replaceFirst(""), areaCode);
    }

    private static String withoutCountry(String digits) {
        if (digits.startsWith("0086")) {
            return withTrunkZero(digits.substring(4));
        }
        // A bare 86 is a country code only where a whole national number follows: 86001234 is a line in
        // Beijing.
        return digits.startsWith("86") && digits.length() >= 12 ? withTrunkZero(digits.substring(2)) : digits;
    }

    /// After a country code the area code comes without its 0.
    private static String withTrunkZero(String digits) {
        return FIXED.matcher("0" + digits).matches() ? "0" + digits : digits;
    }

    private static CallerNumber national(String raw, String digits, String areaCode) {
        if (MOBILE.matcher(digits).matches()) {
            return new CallerNumber(raw, digits, Kind.MOBILE);
        }
        if (digits.startsWith("0") && MOBILE.matcher(digits.substring(1)).matches()) {
            return new CallerNumber(raw, digits.substring(1), Kind.MOBILE);
        }
        if (FIXED.matcher(digits).matches()) {
            return new CallerNumber(raw, digits, Kind.FIXED);
        }
        if (SERVICE.matcher(digits).matches()) {
            return new CallerNumber(raw, digits, Kind.SERVICE);
        }
        if (LOCAL.matcher(digits).matches() && !areaCode.isEmpty()) {
            return new CallerNumber(raw, areaCode + digits, Kind.FIXED);
        }
        return new CallerNumber(raw, digits, Kind.UNKNOWN);
    }
}
