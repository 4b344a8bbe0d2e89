package org.hotline400.server.telephony;

import java.util.List;
import java.util.Optional;
import org.hotline400.sip.DigestChallenges;
import org.hotline400.sip.DigestResult;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSource;

/// Decides through which trunk an INVITE came, or that it came through none: by address first, else by credentials
/// (RFC 3261 §22).
final class Trust {
    private static final String REALM = "hotline400";

    private final TrunkDirectory trunks;
    private final DigestChallenges challenges;

    Trust(TrunkDirectory trunks, DigestChallenges challenges) {
        this.trunks = trunks;
        this.challenges = challenges;
    }

    /// What we make of an INVITE.
    sealed interface Verdict {

        record Trusted(Trunk trunk) implements Verdict {}

        /// Prove who you are: the values of WWW-Authenticate.
        record Challenge(List<String> values) implements Verdict {}

        record Stranger(String why) implements Verdict {}
    }

    /// Whether an operator named this address as a trunk's.
    boolean isTrunk(SipSource source) {
        var address = source.address().getAddress();
        for (var trunk : trunks.all()) {
            if (trunk.trusts(address)) {
                return true;
            }
        }
        return false;
    }

    Verdict judge(SipRequest invite, SipSource source) {
        for (var trunk : trunks.all()) {
            if (trunk.trusts(source.address().getAddress())) {
                return new Verdict.Trusted(trunk);
            }
        }
        return byCredentials(invite);
    }

    private Verdict byCredentials(SipRequest invite) {
        var accounts = trunks.all().stream()
                .filter(trunk -> trunk.enabled() && trunk.inbound().isPresent())
                .toList();
        if (accounts.isEmpty()) {
            return new Verdict.Stranger("no trunk is set up for this address");
        }
        return switch (challenges.verify(invite, REALM, user -> passwordOf(accounts, user))) {
            case DigestResult.Authenticated(var user) -> ofUser(accounts, user);
            case DigestResult.Refused _ -> new Verdict.Stranger("wrong credentials");
            case DigestResult.Missing(var values) -> new Verdict.Challenge(values);
        };
    }

    private static Optional<String> passwordOf(List<Trunk> accounts, String user) {
        return accounts.stream()
                .flatMap(trunk -> trunk.inbound().stream())
                .filter(account -> account.user().equals(user))
                .map(SipAccount::password)
                .findFirst();
    }

    private static Verdict ofUser(List<Trunk> accounts, String user) {
        return accounts.stream()
                .filter(trunk -> trunk.inbound().orElseThrow().user().equals(user))
                .findFirst()
                .<Verdict>map(Verdict.Trusted::new)
                .orElseGet(() -> new Verdict.Stranger("wrong credentials"));
    }
}
