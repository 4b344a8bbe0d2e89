package org.hotline400.server.callplans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/// Four digits that are spoken once, and their hash. The hash keeps the code out of the database's rows, dumps and
/// logs; what protects four digits from guessing is their short life and few tries.
///
/// @param hash a salt, then SHA-256 of salt and digits
// An array on purpose: bytes on their way into a column.
@SuppressWarnings("ArrayRecordComponent")
record SpokenCode(String digits, byte[] hash) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    static SpokenCode fresh() {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var digits = "%04d".formatted(RANDOM.nextInt(10_000));
        return new SpokenCode(digits, hash(salt, digits));
    }

    static boolean matches(String digits, byte[] hash) {
        return MessageDigest.isEqual(hash, hash(Arrays.copyOf(hash, SALT), digits));
    }

    private static byte[] hash(byte[] salt, String digits) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            var sum = digest.digest(digits.getBytes(StandardCharsets.UTF_8));
            var whole = Arrays.copyOf(salt, SALT + sum.length);
            System.arraycopy(sum, 0, whole, SALT, sum.length);
            return whole;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
