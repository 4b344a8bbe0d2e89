package org.hotline400.server.lists;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A PIN that can be compared and not read: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2) and a salt of its own.
///
/// A PIN has so few digits that whoever has the hash can try them all; the hash keeps it from being read in
/// passing, and the step that asks for it bounds the tries. So the work is small: a comparison takes well below
/// a millisecond.
public final class PinHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte FORMAT = 1;
    private static final int ITERATIONS = 2_000;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LONGEST = 32;
    /// Compared with where there is no PIN, so that it takes as long as if there were one.
    private static final PinHash NOBODYS = of(new Pin("000000000000"));

    private final byte[] stored;

    private PinHash(byte[] stored) {
        this.stored = stored;
    }

    /// Hashes with a new salt.
    public static PinHash of(Pin pin) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var stored = Arrays.copyOf(new byte[] {FORMAT}, 1 + SALT + HASH);
        System.arraycopy(salt, 0, stored, 1, SALT);
        System.arraycopy(hash(pin.digits(), salt), 0, stored, 1 + SALT, HASH);
        return new PinHash(stored);
    }

    /// Reads what [#bytes()] gave.
    public static PinHash stored(byte[] bytes) {
        if (bytes.length != 1 + SALT + HASH || bytes[0] != FORMAT) {
            throw new IllegalArgumentException("no hash of a PIN");
        }
        return new PinHash(bytes.clone());
    }

    /// For the database.
    public byte[] bytes() {
        return stored.clone();
    }

    /// Whether these are the digits. Takes as long when they are not.
    public boolean fits(String digits) {
        boolean possible = !digits.isEmpty() && digits.length() <= LONGEST;
        var salt = Arrays.copyOfRange(stored, 1, 1 + SALT);
        var wanted = Arrays.copyOfRange(stored, 1 + SALT, stored.length);
        return MessageDigest.isEqual(wanted, hash(possible ? digits : "-", salt)) && possible;
    }

    static PinHash nobodys() {
        return NOBODYS;
    }

    private static byte[] hash(String digits, byte[] salt) {
        try {
            var order = new PBEKeySpec(digits.toCharArray(), salt, ITERATIONS, HASH * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(order)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no PBKDF2", e);
        }
    }

    @Override
    public String toString() {
        return "PinHash[…]";
    }
}
