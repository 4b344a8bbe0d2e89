package org.hotline400.server.identity.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.hotline400.server.identity.SignInName;

/// What an authenticator app makes its codes of (RFC 6238): six digits, HMAC-SHA-1, 30 seconds, which is
/// what all apps do whatever they are told.
///
/// @param base32 160 bits (RFC 4226 §4), as people type them in
record TotpSecret(String base32) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ISSUER = "Hotline400";
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(STEP);

    static TotpSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(new Base32().encodeToString(bytes));
    }

    /// What an app reads from a QR code (Google's Key Uri Format).
    String uri(SignInName name) {
        return "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(name.text(), StandardCharsets.UTF_8) + "?secret="
                + base32 + "&issuer=" + ISSUER;
    }

    /// Which step's code this is: that of now, or of the one before or after it, for clocks that differ
    /// (RFC 6238 §5.2).
    OptionalLong stepOf(String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> isSame(code(step), code))
                .max();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String code(long step) {
        return code(Instant.ofEpochSecond(step * STEP.toSeconds()));
    }

    String code(Instant time) {
        try {
            var key = new SecretKeySpec(new Base32().decode(base32), CODES.getAlgorithm());
            return CODES.generateOneTimePasswordString(key, time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "TotpSecret";
    }
}
