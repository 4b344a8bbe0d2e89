package org.hotline400.server.calls;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.HotlineNumber;

/// The called number as trunks signal it: `4008888888`, `+864008888888`, `04008888888`.
final class DialledNumber {
    private static final Pattern FORM = Pattern.compile("(?:\\+86|0086|86|0)?(400[0-9]{7})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()-]");

    private DialledNumber() {}

    /// Empty when it is no 400 number.
    static Optional<HotlineNumber> parse(String raw) {
        var match = FORM.matcher(SEPARATORS.matcher(raw).replaceAll(""));
        return match.matches() ? Optional.of(new HotlineNumber(match.group(1))) : Optional.empty();
    }
}
