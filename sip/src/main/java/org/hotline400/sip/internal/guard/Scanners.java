package org.hotline400.sip.internal.guard;

import java.util.List;
import java.util.Locale;
import org.hotline400.sip.internal.wire.WireRequest;

/// Tools that roam the network for open SIP servers and leave their names.
final class Scanners {

    /// Parts of User-Agent values, in lower case; from the logs that operators publish.
    private static final List<String> NAMES = List.of(
            "friendly-scanner",
            "friendly-request",
            "sipvicious",
            "sip-scan",
            "sipscan",
            "sundayddr",
            "sipsak",
            "sipcli",
            "smap",
            "vaxsipuseragent",
            "pplsip",
            "iwar",
            "sivus",
            "gulp",
            "sipptk",
            "svmap",
            "svwar",
            "svcrack",
            "nm@nm",
            "nmap");

    private Scanners() {}

    static boolean sent(WireRequest request) {
        return request.header("User-Agent").filter(Scanners::isScanner).isPresent();
    }

    static boolean isScanner(String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(agent::contains);
    }
}
