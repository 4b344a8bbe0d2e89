package org.hotline400.sip.internal.digest;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.internal.text.Quoting;

/// Answers challenges (RFC 3261 §22.2, §22.3): the strongest algorithm that both know (RFC 8760 §2.4), `qop=auth`.
final class DigestClient {

    private DigestClient() {}

    /// A challenge that we can answer.
    record Challenge(DigestFields fields, DigestAlgorithm algorithm, boolean qop) {

        String realm() {
            return fields.get("realm");
        }

        /// Whether only the nonce was too old (RFC 7616 §3.3).
        boolean isStale() {
            return fields.get("stale").equalsIgnoreCase("true");
        }
    }

    /// One use of a challenge.
    ///
    /// @param clientNonce fresh and random
    /// @param count of the nonce's uses, this one included
    record Use(String method, String uri, String clientNonce, int count) {}

    /// The challenges that we can answer, one a realm: of several the strongest. One that only offers `auth-int` is
    /// not among them.
    static Collection<Challenge> best(List<String> values) {
        Map<String, Challenge> best = new LinkedHashMap<>();
        values.stream()
                .flatMap(value -> DigestFields.parse(value).stream())
                .flatMap(fields -> challenge(fields).stream())
                .forEach(one -> best.merge(one.realm(), one, DigestClient::stronger));
        return best.values();
    }

    private static Challenge stronger(Challenge one, Challenge other) {
        return other.algorithm().compareTo(one.algorithm()) > 0 ? other : one;
    }

    private static Optional<Challenge> challenge(DigestFields fields) {
        boolean qop = !fields.get("qop").isEmpty();
        boolean auth = Arrays.stream(fields.get("qop").split(",", -1))
                .anyMatch(token -> token.strip().equalsIgnoreCase("auth"));
        if ((qop && !auth) || fields.get("nonce").isEmpty()) {
            return Optional.empty();
        }
        return DigestAlgorithm.of(fields.get("algorithm")).map(algorithm -> new Challenge(fields, algorithm, qop));
    }

    static String credentials(Challenge challenge, SipAccount account, Use use) {
        String realm = challenge.realm();
        String nonce = challenge.fields().get("nonce");
        String count = HexFormat.of().toHexDigits(use.count());
        var out = new StringBuilder(256).append("Digest username=");
        Quoting.quote(out, account.user());
        Quoting.quote(out.append(", realm="), realm);
        Quoting.quote(out.append(", nonce="), nonce);
        Quoting.quote(out.append(", uri="), use.uri());
        DigestAlgorithm algorithm = challenge.algorithm();
        String response;
        if (challenge.qop()) {
            String counted = nonce + ':' + count + ':' + use.clientNonce() + ":auth";
            response = algorithm.countedResponse(
                    account.user(), realm, account.password(), counted, use.method(), use.uri());
            out.append(", qop=auth, nc=").append(count);
            Quoting.quote(out.append(", cnonce="), use.clientNonce());
        } else {
            response = algorithm.response(account.user(), realm, account.password(), nonce, use.method(), use.uri());
        }
        out.append(", response=\"").append(response).append("\", algorithm=").append(algorithm.token());
        if (!challenge.fields().get("opaque").isEmpty()) {
            Quoting.quote(out.append(", opaque="), challenge.fields().get("opaque"));
        }
        return out.toString();
    }
}
