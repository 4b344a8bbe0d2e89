package org.hotline400.sip.internal.guard;

import java.util.List;
import java.util.Locale;
import org.hotline400.sip.internal.wire.WireRequest;

/// Tools that roam the network for open SIP servers and leave their names.
final class Scanners {

    /// Product names as User-Agent begins with, in lower case; from the logs that operators publish. Tools that honest
    /// people use as well (sipsak, VaxVoIP's kit) are not among them.
    private static final List<String> NAMES = List.of(
            "friendly-scanner",
            "friendly-request",
            "sipvicious",
            "sip-scan",
            "sipscan",
            "sundayddr",
            "sipcli",
            "smap",
            "pplsip",
            "iwar",
            "sivus",
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
        String agent = userAgent.strip().toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(name -> agent.startsWith(name) && endsAt(agent, name.length()));
    }

    /// Whether a product name is over there: `sipcli/1.8` is one, `sipclient/2.0` is not.
    private static boolean endsAt(String agent, int at) {
        return at == agent.length() || !Character.isLetterOrDigit(agent.charAt(at));
    }
}
