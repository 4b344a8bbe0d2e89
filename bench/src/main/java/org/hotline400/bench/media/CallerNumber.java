package org.hotline400.bench.media;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/// The numbers that callers have: by them a call is known again where the platform forwards it to.
final class CallerNumber {
    /// The platform may write a country code before it.
    private static final Pattern FORM = Pattern.compile("<(?:sip|tel):(?:\\+?86)?139000([0-9]{5})[@>;]");

    private CallerNumber() {}

    static String of(int call) {
        return String.format("139000%05d", call);
    }

    /// The call whose caller is named in a From or P-Asserted-Identity header.
    static OptionalInt call(String header) {
        var number = FORM.matcher(header);
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }
}
