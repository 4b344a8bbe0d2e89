package org.hotline400.server.interop;

import java.util.Locale;

/// How a foreign phone sends its SIP messages.
enum Wire {
    UDP,
    TCP,
    TLS;

    /// The value of the URI parameter `transport` (RFC 3261 §19.1.1).
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
