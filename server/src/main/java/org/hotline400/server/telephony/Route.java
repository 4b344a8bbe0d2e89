package org.hotline400.server.telephony;

import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;

/// One way to reach a target.
///
/// @param trunk its name for the record; `phone:<user>` for a desk phone of ours, `direct` for a SIP address
/// @param target the Request-URI
/// @param hop where to send it; empty: where the URI says
/// @param routes the Route headers, for a phone behind proxies
/// @param showing how the caller is shown
record Route(
        String trunk,
        SipUri target,
        Optional<SipHop> hop,
        Optional<SipAccount> account,
        List<SipHeader> routes,
        Showing showing) {
    Route {
        routes = List.copyOf(routes);
    }
}
