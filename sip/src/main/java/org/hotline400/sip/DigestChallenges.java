package org.hotline400.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotline400.sip.internal.digest.DigestAlgorithm;
import org.hotline400.sip.internal.digest.DigestFields;
import org.hotline400.sip.internal.digest.Nonces;
import org.hotline400.sip.internal.digest.OldClients;

/// The server's side of digest authentication (RFC 3261 §22, RFC 7616, RFC 8760), for trunks with credentials and for
/// registrations. Nothing is stored for a challenge that nobody answers. Credentials hold for one method and one called
/// user, within the nonce's lifetime, and once: a nonce may be used again, with a higher count.
///
/// Only `qop=auth` is offered and taken; `auth-int` is refused.
///
/// Thread-safe. The key lives as long as the object: after a restart clients are challenged again, no more.
public final class DigestChallenges {

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);
    private static final String ANYWHERE = "";
    private static final int MOST_NONCES = 50_000;

    private final Nonces nonces;
    private final Clock clock;

    /// With a key of its own and nonces that live five minutes.
    public static DigestChallenges fresh(Clock clock) {
        return new DigestChallenges(clock, USUAL_LIFETIME);
    }

    public DigestChallenges(Clock clock, Duration lifetime) {
        this(clock, lifetime, MOST_NONCES);
    }

    /// @param mostNonces of how many used nonces the counts are kept; in a flood beyond it clients are challenged
    ///     more often
    public DigestChallenges(Clock clock, Duration lifetime, int mostNonces) {
        this.clock = clock;
        this.nonces = new Nonces(lifetime, mostNonces);
    }

    /// Values for WWW-Authenticate (401) or Proxy-Authenticate (407) headers, one header each, the stronger first.
    public List<String> challenge(String realm) {
        return challenge(realm, false);
    }

    /// @param stale whether the credentials were right but for the nonce's age
    public List<String> challenge(String realm, boolean stale) {
        return challenge(realm, stale, ANYWHERE);
    }

    private List<String> challenge(String realm, boolean stale, String place) {
        if (realm.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("a realm cannot hold quotes, backslashes or control characters");
        }
        String common = "Digest realm=\"" + realm + "\", nonce=\"" + nonces.mint(clock.instant(), realm + place)
                + "\", qop=\"auth\", " + (stale ? "stale=true, " : "") + "algorithm=";
        return List.of(common + DigestAlgorithm.SHA_256.token(), common + DigestAlgorithm.MD5.token());
    }

    /// Checks the credentials of a request.
    ///
    /// @param realm credentials for another realm count as missing
    /// @param passwordOf gives a user's password; empty when there is no such user
    public DigestResult verify(SipRequest request, String realm, Function<String, Optional<String>> passwordOf) {
        return verify(request, realm, ANYWHERE, passwordOf);
    }

    /// Checks the credentials of a request, which must have been challenged at the address it comes from: whoever
    /// forges the sender of a datagram has not seen the challenge.
    ///
    /// @param source where the request really came from
    public DigestResult verify(
            SipRequest request, SipSource source, String realm, Function<String, Optional<String>> passwordOf) {
        return verify(request, realm, " " + source.address().getAddress().getHostAddress(), passwordOf);
    }

    private DigestResult verify(
            SipRequest request, String realm, String place, Function<String, Optional<String>> passwordOf) {
        return credentials(request, realm)
                .map(fields -> judged(request, fields, place, passwordOf))
                .orElseGet(() -> missing(request, realm, false, place));
    }

    private DigestResult missing(SipRequest request, String realm, boolean stale, String place) {
        var both = challenge(realm, stale, place);
        return new DigestResult.Missing(OldClients.knowOnlyMd5(request) ? both.subList(1, 2) : both);
    }

    /// Whose credentials for this realm a request carries, unproved; empty when it carries none.
    public static Optional<String> claimedUser(SipRequest request, String realm) {
        return credentials(request, realm).map(fields -> fields.get("username"));
    }

    private static Optional<DigestFields> credentials(SipRequest request, String realm) {
        return Stream.of("Authorization", "Proxy-Authorization")
                .flatMap(header -> request.headers(header).stream())
                .flatMap(value -> DigestFields.parse(value).stream())
                .filter(fields -> fields.get("realm").equals(realm))
                .findFirst();
    }

    private DigestResult judged(
            SipRequest request, DigestFields fields, String place, Function<String, Optional<String>> passwordOf) {
        String user = fields.get("username");
        String realm = fields.get("realm");
        Optional<Instant> made = nonces.madeAt(fields.get("nonce"), realm + place);
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(fields.get("algorithm"));
        if (made.isEmpty()) {
            // A nonce of another server, of this one before its restart, or for another address: the client may simply
            // try again.
            return missing(request, realm, true, place);
        }
        if (algorithm.isEmpty() || !isCounted(fields)) {
            return new DigestResult.Refused(user, "unknown algorithm, or qop, nc and cnonce are incomplete");
        }
        if (!isForSameUser(fields.get("uri"), request)) {
            return new DigestResult.Refused(user, "the credentials are for another Request-URI");
        }
        Optional<String> password = passwordOf.apply(user);
        if (password.isEmpty() || !matches(fields, algorithm.get(), password.get(), request.method())) {
            return new DigestResult.Refused(user, password.isEmpty() ? "no such user" : "wrong password");
        }
        long count = Long.parseLong(fields.get("nc"), 16);
        return nonces.use(fields.get("nonce"), made.get(), count, clock.instant())
                ? new DigestResult.Authenticated(user)
                : missing(request, realm, true, place);
    }

    private static boolean isCounted(DigestFields fields) {
        String count = fields.get("nc");
        return fields.get("qop").equalsIgnoreCase("auth")
                && count.length() == 8
                && count.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                && !fields.get("cnonce").isEmpty();
    }

    /// Proxies may rewrite the host of a Request-URI, but credentials for one number must not open another.
    private static boolean isForSameUser(String uri, SipRequest request) {
        try {
            return SipUri.parse(uri).user().equals(request.uri().user());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean matches(DigestFields fields, DigestAlgorithm algorithm, String password, String method) {
        String counted =
                String.join(":", fields.get("nonce"), fields.get("nc"), fields.get("cnonce"), fields.get("qop"));
        String right = algorithm.countedResponse(
                fields.get("username"), fields.get("realm"), password, counted, method, fields.get("uri"));
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), fields.get("response").getBytes(StandardCharsets.UTF_8));
    }
}
