package org.hotline400.sip.internal.digest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.text.Quoting;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;

/// Answers challenges (RFC 3261 §22.2, §22.3): the strongest algorithm that both know (RFC 8760 §2.4).
public final class DigestClient {

    private DigestClient() {}

    private record Challenge(DigestFields fields, DigestAlgorithm algorithm, boolean qop) {}

    /// The header to send the request again with.
    ///
    /// @param clientNonce fresh and random
    /// @return empty when the response carries no challenge we can answer
    public static Optional<SipHeader> answer(
            WireResponse response, SipAccount account, String method, String uri, String clientNonce) {
        boolean proxy = response.status() == 407;
        var asked = proxy ? HeaderId.PROXY_AUTHENTICATE : HeaderId.WWW_AUTHENTICATE;
        var answered = proxy ? HeaderId.PROXY_AUTHORIZATION : HeaderId.AUTHORIZATION;
        return response.all(asked).stream()
                .flatMap(value -> DigestFields.parse(value).stream())
                .flatMap(fields -> challenge(fields).stream())
                .max(Comparator.comparing(Challenge::algorithm))
                .map(best -> new SipHeader(answered.wireName(), credentials(best, account, method, uri, clientNonce)));
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

    private static String credentials(
            Challenge challenge, SipAccount account, String method, String uri, String clientNonce) {
        String realm = challenge.fields().get("realm");
        String nonce = challenge.fields().get("nonce");
        var out = new StringBuilder(256).append("Digest username=");
        Quoting.quote(out, account.user());
        Quoting.quote(out.append(", realm="), realm);
        Quoting.quote(out.append(", nonce="), nonce);
        Quoting.quote(out.append(", uri="), uri);
        DigestAlgorithm algorithm = challenge.algorithm();
        String response;
        if (challenge.qop()) {
            String counted = nonce + ":00000001:" + clientNonce + ":auth";
            response = algorithm.countedResponse(account.user(), realm, account.password(), counted, method, uri);
            out.append(", qop=auth, nc=00000001, cnonce=\"").append(clientNonce).append('"');
        } else {
            response = algorithm.response(account.user(), realm, account.password(), nonce, method, uri);
        }
        out.append(", response=\"").append(response).append("\", algorithm=").append(algorithm.token());
        if (!challenge.fields().get("opaque").isEmpty()) {
            Quoting.quote(out.append(", opaque="), challenge.fields().get("opaque"));
        }
        return out.toString();
    }
}
