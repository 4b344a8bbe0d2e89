package org.hotline400.server.tariffs;

import java.util.Arrays;
import java.util.Locale;

/// A part of a call that has a price of its own. One without a price in a package is free.
public enum Component {
    /// From the platform's answer to the end of the call: menus, announcements, messages.
    PLATFORM,
    /// A talk with a fixed line, from its answer, or its acceptance where that was wanted, to the end of the talk.
    FORWARD_FIXED,
    /// The same with a mobile.
    FORWARD_MOBILE,
    /// The same with a phone of the enterprise's own, over the Internet.
    FORWARD_EXTENSION,
    /// A recorded talk, beside its leg.
    RECORDING;

    /// The text code: `forward-mobile`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Component of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no component of a call: \"" + code + "\""));
    }
}
