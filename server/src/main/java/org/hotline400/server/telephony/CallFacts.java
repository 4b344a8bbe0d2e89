package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipUri;

/// Who calls whom over which 400 number, as the forwarded leg has to say it.
///
/// The caller's true number is kept and the 400 number is never shown as the caller's: it travels as the
/// diverting number (RFC 5806) and in the history (RFC 7044). Privacy goes on to the called side: a carrier we
/// trust is told the number and that it is not for the called, anybody else is told nothing (RFC 3325 §7). A
/// phone of an enterprise is anonymous to carriers: what they know of the call is the 400 number.
///
/// @param via the 400 number that was dialled; empty for a call between phones of one enterprise
/// @param before what the caller's INVITE told of earlier diversions
/// @param home our own address, host and port of the URIs that name the caller and the 400 number
/// @param maxForwards what the caller's INVITE allowed, less one
record CallFacts(CallerIdentity caller, Optional<HotlineNumber> via, Diversions before, SipUri home, int maxForwards) {
    private static final int USUAL_FORWARDS = 70;
    private static final String ANONYMOUS = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";

    /// What a call that came in has to say of itself.
    static CallFacts of(Arrival arrival, Optional<HotlineNumber> via, SipUri home) {
        var invite = arrival.leg().invite();
        var forwards = invite.header("Max-Forwards")
                .map(text -> Math.clamp(Integer.parseInt(text.strip()) - 1L, 1, 255))
                .orElse(USUAL_FORWARDS);
        return new CallFacts(arrival.caller(), via, Diversions.of(invite), home, forwards);
    }

    /// The From of the leg.
    String from(Showing showing) {
        return switch (showing) {
            case Showing.TrustedAs(var account) -> "<" + account + ">";
            case Showing.Trusted _, Showing.Untrusted _ -> named(known(showing));
        };
    }

    private String named(CallerIdentity who) {
        return who.shown().isEmpty()
                ? ANONYMOUS
                : new NameAddress(who.displayName(), here(who.shown()), Map.of()).toString();
    }

    private CallerIdentity known(Showing showing) {
        return switch (showing) {
            case Showing.Trusted _, Showing.TrustedAs _ -> caller.toCarrier();
            case Showing.Untrusted _ -> caller;
        };
    }

    List<SipHeader> headers(SipUri target, Showing showing) {
        var headers = new ArrayList<SipHeader>();
        var who = known(showing);
        var mayAssert = switch (showing) {
            case Showing.Trusted _, Showing.TrustedAs _ -> true;
            case Showing.Untrusted _ -> !who.withheld();
        };
        if (mayAssert && !who.number().isEmpty()) {
            headers.add(new SipHeader("P-Asserted-Identity", "<" + here(who.number()) + ">"));
        }
        if (who.shown().isEmpty()) {
            headers.add(new SipHeader("Privacy", who.privacyHeader()));
        }
        via.ifPresent(number -> headers.addAll(told(showing).headers(here(number.digits()), target)));
        return headers;
    }

    /// Whom the call was meant for before is not for everybody.
    private Diversions told(Showing showing) {
        return switch (showing) {
            case Showing.Trusted _, Showing.TrustedAs _ -> before;
            case Showing.Untrusted _ -> Diversions.NONE;
        };
    }

    private SipUri here(String user) {
        return new SipUri("sip", Optional.of(user), home.host(), home.port(), Map.of());
    }
}
