package org.hotline400.server.telephony;

import java.util.List;
import java.util.Optional;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.DigestResult;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSource;

/// Where desk phones register: each proves its account, and may change its own bindings only.
///
/// Runs on the SIP loop. A wrong password is answered 403, so that whoever counts failures sees them.
final class PhoneDesk {
    private final TrunkDirectory trunks;
    private final PhoneDirectory phones;
    private final Registrar registrar;
    private final DigestChallenges challenges;

    PhoneDesk(TrunkDirectory trunks, PhoneDirectory phones, Registrar registrar, DigestChallenges challenges) {
        this.trunks = trunks;
        this.phones = phones;
        this.registrar = registrar;
        this.challenges = challenges;
    }

    SipReply register(SipRequest request, SipSource source) {
        if (phones.isEmpty()) {
            return SipReply.of(403, "Registration is not offered here");
        }
        if (isCarriers(source)) {
            return SipReply.of(403, "Calls to lines go there: no phone registers from it");
        }
        return switch (challenges.verify(request, source, Trust.REALM, this::passwordOf)) {
            case DigestResult.Missing(var values) -> challenge(values);
            case DigestResult.Refused _ -> SipReply.of(403, "Forbidden");
            case DigestResult.Authenticated(var user) ->
                isOwn(request, user)
                        ? registrar.register(user, request, source)
                        : SipReply.of(403, "The To header must name the account itself");
        };
    }

    /// Calls to a phone go to where it registered from. Whoever knows its password and forges the sender of a datagram
    /// shall not have them go to a carrier.
    private boolean isCarriers(SipSource source) {
        return trunks.all().stream()
                .flatMap(trunk -> trunk.outbound().stream())
                .flatMap(outbound -> outbound.ways().stream())
                .flatMap(Optional::stream)
                .anyMatch(hop -> hop.address().equals(source.address()));
    }

    static SipReply challenge(List<String> values) {
        var reply = SipReply.of(401, "Unauthorized");
        for (var value : values) {
            reply = reply.with("WWW-Authenticate", value);
        }
        return reply;
    }

    private Optional<String> passwordOf(String user) {
        return phones.ofUser(user).map(phone -> phone.order().password());
    }

    /// RFC 3261 §10.3 step 4: nobody registers for somebody else.
    private static boolean isOwn(SipRequest request, String user) {
        try {
            var to = NameAddress.parse(request.header("To").orElse(""));
            return to.uri().user().filter(user::equals).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
