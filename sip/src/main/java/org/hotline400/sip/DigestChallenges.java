package org.hotline400.sip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hotline400.sip.internal.digest.DigestAlgorithm;
import org.hotline400.sip.internal.digest.DigestFields;

/// The server's side of digest authentication (RFC 3261 §22, RFC 7616, RFC 8760), for trunks with credentials and for
/// registrations. A nonce is its time and a keyed hash over time and realm, so nothing is stored for a challenge that
/// nobody answers. Credentials hold for one method and one called user, within the nonce's lifetime.
///
/// Thread-safe. The key lives as long as the object: after a restart clients are challenged again, no more.
public final class DigestChallenges {

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);
    private static final int TAG_BYTES = 16;

    private final byte[] key = new byte[32];
    private final Clock clock;
    private final Duration lifetime;

    /// With a key of its own and nonces that live five minutes.
    public static DigestChallenges fresh(Clock clock) {
        return new DigestChallenges(clock, USUAL_LIFETIME);
    }

    public DigestChallenges(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
        new SecureRandom().nextBytes(key);
    }

    /// Values for WWW-Authenticate (401) or Proxy-Authenticate (407) headers, one header each, the stronger first.
    public List<String> challenge(String realm) {
        return challenge(realm, false);
    }

    /// @param stale whether the credentials were right but for the nonce's age
    public List<String> challenge(String realm, boolean stale) {
        if (realm.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("a realm cannot hold quotes, backslashes or control characters");
        }
        String common = "Digest realm=\"" + realm + "\", nonce=\"" + nonce(clock.instant(), realm)
                + "\", qop=\"auth\", " + (stale ? "stale=true, " : "") + "algorithm=";
        return List.of(common + DigestAlgorithm.SHA_256.token(), common + DigestAlgorithm.MD5.token());
    }

    private String nonce(Instant at, String realm) {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
        byte[] nonce = Arrays.copyOf(time, Long.BYTES + TAG_BYTES);
        System.arraycopy(seal(time, realm), 0, nonce, Long.BYTES, TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    private byte[] seal(byte[] time, String realm) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(time);
            return Arrays.copyOf(mac.doFinal(realm.getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /// Checks the credentials of a request.
    ///
    /// @param realm credentials for another realm count as missing
    /// @param passwordOf gives a user's password; empty when there is no such user
    public DigestResult verify(SipRequest request, String realm, Function<String, Optional<String>> passwordOf) {
        return Stream.of("Authorization", "Proxy-Authorization")
                .flatMap(header -> request.headers(header).stream())
                .flatMap(value -> DigestFields.parse(value).stream())
                .filter(fields -> fields.get("realm").equals(realm))
                .findFirst()
                .map(fields -> judged(request, fields, passwordOf))
                .orElseGet(() -> new DigestResult.Missing(challenge(realm)));
    }

    private DigestResult judged(
            SipRequest request, DigestFields fields, Function<String, Optional<String>> passwordOf) {
        String user = fields.get("username");
        String realm = fields.get("realm");
        Optional<Instant> made = timeOf(fields.get("nonce"), realm);
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(fields.get("algorithm"));
        if (made.isEmpty()) {
            // A nonce of another server, or of this one before its restart: the client may simply try again.
            return new DigestResult.Missing(challenge(realm, true));
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
        boolean old = made.get().plus(lifetime).isBefore(clock.instant());
        return old ? new DigestResult.Missing(challenge(realm, true)) : new DigestResult.Authenticated(user);
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

    /// When a nonce of ours was made; empty when it is not ours.
    private Optional<Instant> timeOf(String nonce, String realm) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != Long.BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] time = Arrays.copyOf(bytes, Long.BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        return MessageDigest.isEqual(tag, seal(time, realm))
                ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong()))
                : Optional.empty();
    }
}
