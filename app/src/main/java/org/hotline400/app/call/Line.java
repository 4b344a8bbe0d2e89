package org.hotline400.app.call;

import java.time.Duration;
import java.util.Locale;

/// One thing that happened, in plain words.
///
/// @param at since the call was placed
public record Line(Duration at, String chinese, String english) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.1f s  %s · %s", at.toMillis() / 1000.0, chinese, english);
    }

    static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f", length.toMillis() / 1000.0);
    }
}
