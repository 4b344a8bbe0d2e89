package org.hotline400.server.lists;

import java.util.Arrays;
import java.util.Locale;

/// What it means to be on a list.
public enum ListKind {
    /// The caller is refused.
    BLACK,
    /// Only callers on the list get through. The trade calls this a whitelist, as it calls the next one.
    ALLOW,
    /// The caller comes first.
    VIP,
    /// The caller is refused unless they know the PIN.
    GREY;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The text code of the API: `black`.
    public String code() {
        return code;
    }

    public static ListKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a list is one of black, allow, vip, grey"));
    }
}
