package org.hotline400.sip;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One place where an address-of-record can be reached (RFC 3261 §10).
///
/// @param contact the URI the phone gave: the Request-URI of calls to it, and never where they are sent
/// @param priority the q value in thousandths, 0..1000; the higher rings first
/// @param callId of the registration
/// @param cseq of the registration: a lower one of the same Call-ID is out of order
/// @param until when it lapses
/// @param since when this contact first registered
/// @param source where the REGISTER really came from: the phone itself (at the port it listens on), or the proxy that
///     stands before it
/// @param direct whether no proxy stands between the phone and us
/// @param path the proxies on the way, the first to be visited first, as Route values (RFC 3327)
/// @param instance the `+sip.instance` of the device, and its `reg-id` after a blank (RFC 5626); empty when it has
///     none: its next registration with them takes the place of this one
/// @param userAgent what the phone calls itself; may be empty
public record ContactBinding(
        SipUri contact,
        int priority,
        String callId,
        long cseq,
        Instant until,
        Instant since,
        SipSource source,
        boolean direct,
        List<String> path,
        String instance,
        String userAgent) {

    public ContactBinding {
        path = List.copyOf(path);
        if (priority < 0 || priority > 1000) {
            throw new IllegalArgumentException("priority must be 0..1000, was " + priority);
        }
    }

    /// Whether calls to it can still be placed.
    public boolean isLiveAt(Instant now) {
        return until.isAfter(now);
    }

    /// Where a call to it is sent: to where its registration came from, over the very connection it opened or back
    /// through its NAT (RFC 5626 §5.3). Were it the contact or the Path, who knows one password could have us call
    /// whom he likes, such as a carrier that trusts us. Only a proxy that listens for connections may name another
    /// port in its Path, at the very same address.
    public SipHop hop() {
        return new SipHop(source.transport(), listening().orElse(source.address()));
    }

    private Optional<InetSocketAddress> listening() {
        boolean listens = !direct && source.transport().isReliable();
        return listens ? path.stream().findFirst().flatMap(this::proxy) : Optional.empty();
    }

    private Optional<InetSocketAddress> proxy(String route) {
        try {
            return NameAddress.parse(route).uri().placeAt(source);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The Route headers of a call to it.
    public List<SipHeader> routes() {
        var routes = new ArrayList<SipHeader>(path.size());
        path.forEach(hop -> routes.add(new SipHeader("Route", hop)));
        return routes;
    }
}
