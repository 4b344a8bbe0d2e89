package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipUri;

/// Who calls whom over which 400 number, as the forwarded leg has to say it.
///
/// The caller's true number is kept and the 400 number is never shown as the caller's: it travels as the diverting
/// number (RFC 5806) and in the history (RFC 7044).
///
/// @param caller the calling number as signalled; empty when withheld
/// @param via the 400 number that was dialled
/// @param home our own address, host and port of the URIs that name the caller and the 400 number
/// @param maxForwards what the caller's INVITE allowed, less one
record CallFacts(String caller, HotlineNumber via, SipUri home, int maxForwards) {

    String from() {
        return caller.isEmpty() ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>" : here(caller);
    }

    List<SipHeader> headers(SipUri target) {
        var headers = new ArrayList<SipHeader>();
        if (caller.isEmpty()) {
            headers.add(new SipHeader("Privacy", "id"));
        } else {
            headers.add(new SipHeader("P-Asserted-Identity", here(caller)));
        }
        headers.add(new SipHeader(
                "Diversion", here(via.digits()) + ";reason=unconditional;privacy=off;screen=no;counter=1"));
        headers.add(new SipHeader("History-Info", here(via.digits()) + ";index=1"));
        headers.add(new SipHeader("History-Info", "<" + target + ">;index=1.1;mp=1"));
        return headers;
    }

    private String here(String user) {
        return "<" + new SipUri("sip", Optional.of(user), home.host(), home.port(), Map.of()) + ">";
    }
}
