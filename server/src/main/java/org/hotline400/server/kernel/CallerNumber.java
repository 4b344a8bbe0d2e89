package org.hotline400.server.kernel;

import java.util.Locale;

/// A calling number: as signalled, and as this country writes it.
///
/// @param raw as signalled; empty when nothing was
/// @param normalised a mobile as eleven digits, a fixed line as `0` + area code + number, a service number as
///     it is, another country's as `+` and digits; empty when withheld
public record CallerNumber(String raw, String normalised, Kind kind) {

    private static final String STARS = "****";
    private static final int SHOWN_AT_THE_END = 4;
    private static final int LEAST_HIDDEN = 4;

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

    /// Reads a calling number as carriers signal it.
    ///
    /// @param areaCode of the trunk the call came through, such as `010`: completes a bare local number;
    ///     empty when not known
    public static CallerNumber of(String raw, String areaCode) {
        return CallerReading.read(raw, areaCode);
    }

    /// The same for who may not see it: `138****0001`. The numbers of services belong to nobody and stay.
    public CallerNumber masked() {
        return kind == Kind.SERVICE ? this : new CallerNumber(masked(raw), masked(normalised), kind);
    }

    /// What is left when the middle is hidden; of a short number nothing.
    private static String masked(String number) {
        int start = number.startsWith("+") ? 4 : 3;
        if (number.isEmpty()) {
            return number;
        }
        return number.length() < start + LEAST_HIDDEN + SHOWN_AT_THE_END
                ? STARS
                : number.substring(0, start) + STARS + number.substring(number.length() - SHOWN_AT_THE_END);
    }
}
