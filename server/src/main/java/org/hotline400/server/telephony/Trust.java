package org.hotline400.server.telephony;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.DigestResult;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Standing;

/// Decides through which trunk an INVITE came, or from which phone of an enterprise, or that it came from nobody we
/// know: a trunk by address first, else whoever proves an account (RFC 3261 §22).
final class Trust {
    static final String REALM = "hotline400";

    private final TrunkDirectory trunks;
    private final PhoneDirectory phones;
    private final Registrar registrar;
    private final DigestChallenges challenges;

    Trust(TrunkDirectory trunks, PhoneDirectory phones, Registrar registrar, DigestChallenges challenges) {
        this.trunks = trunks;
        this.phones = phones;
        this.registrar = registrar;
        this.challenges = challenges;
    }

    /// What we make of an INVITE.
    sealed interface Verdict {

        record Trusted(Trunk trunk) implements Verdict {}

        record OwnPhone(DeskPhone phone) implements Verdict {}

        /// Prove who you are: the values of WWW-Authenticate.
        record Challenge(List<String> values) implements Verdict {}

        record Stranger(String why) implements Verdict {}
    }

    /// Trunks are trusted by their addresses. Registered phones are known, and so are browsers, which may all show the
    /// address of one web proxy: a ban would hit them together.
    Standing standing(SipSource source) {
        for (var trunk : trunks.all()) {
            if (trusts(trunk, source)) {
                return Standing.TRUSTED;
            }
        }
        boolean known =
                source.transport().isWebSocket() || !registrar.behind(source).isEmpty();
        return known ? Standing.KNOWN : Standing.STRANGER;
    }

    /// A browser's connection shows the address of the web proxy before us, if there is one: that proves nothing.
    private static boolean trusts(Trunk trunk, SipSource source) {
        return !source.transport().isWebSocket()
                && trunk.trusts(source.address().getAddress());
    }

    Verdict judge(SipRequest invite, SipSource source) {
        if (isFromPhone(invite, source)) {
            return byCredentials(invite, source);
        }
        return byAddress(invite, source)
                .<Verdict>map(Verdict.Trusted::new)
                .orElseGet(() -> byCredentials(invite, source));
    }

    /// Of several trunks at one address the one whose registered contact is called, else the first.
    private Optional<Trunk> byAddress(SipRequest invite, SipSource source) {
        Optional<Trunk> first = Optional.empty();
        var called = invite.uri().user().orElse("");
        for (var trunk : trunks.all()) {
            if (trusts(trunk, source)) {
                if (trunk.isRegisteredAs(called)) {
                    return Optional.of(trunk);
                }
                first = first.isEmpty() ? Optional.of(trunk) : first;
            }
        }
        return first;
    }

    /// A phone that stands where a trunk's calls come from too, behind one NAT or one proxy, is still a phone.
    private boolean isFromPhone(SipRequest invite, SipSource source) {
        return !registrar.behind(source).isEmpty()
                || DigestChallenges.claimedUser(invite, REALM)
                        .flatMap(phones::ofUser)
                        .isPresent();
    }

    private Verdict byCredentials(SipRequest invite, SipSource source) {
        if (phones.isEmpty() && accounts().findAny().isEmpty()) {
            return new Verdict.Stranger("no trunk is set up for this address");
        }
        return switch (challenges.verify(invite, source, REALM, this::passwordOf)) {
            case DigestResult.Authenticated(var user) -> ofUser(user);
            case DigestResult.Refused _ -> new Verdict.Stranger("wrong credentials");
            case DigestResult.Missing(var values) -> new Verdict.Challenge(values);
        };
    }

    /// Trunks that prove themselves by an account.
    private Stream<Trunk> accounts() {
        return trunks.all().stream()
                .filter(trunk -> trunk.enabled() && trunk.inbound().isPresent());
    }

    private Optional<Trunk> trunk(String user) {
        return accounts()
                .filter(trunk -> trunk.inbound().orElseThrow().user().equals(user))
                .findFirst();
    }

    private Optional<String> passwordOf(String user) {
        return trunk(user)
                .flatMap(Trunk::inbound)
                .map(SipAccount::password)
                .or(() -> phones.ofUser(user).map(phone -> phone.order().password()));
    }

    private Verdict ofUser(String user) {
        return trunk(user)
                .<Verdict>map(Verdict.Trusted::new)
                .or(() -> phones.ofUser(user).map(Verdict.OwnPhone::new))
                .orElseGet(() -> new Verdict.Stranger("wrong credentials"));
    }
}
