package org.hotline400.server.statistics.web;

import org.hotline400.server.kernel.CallerNumber;

/// A caller as somebody may see him.
final class ShownCaller {
    private ShownCaller() {}

    static String of(String caller, boolean clear) {
        return clear ? caller : CallerNumber.of(caller, "").masked().normalised();
    }
}
