package org.hotline400.server.identity.audit;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 hash of an entry and of all before it.
///
/// @param hex 64 hexadecimal digits, lower case
public record AuditHash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// What the first entry of a chain follows.
    public static final AuditHash START = new AuditHash("0".repeat(64));

    public AuditHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a hash is 64 hexadecimal digits");
        }
    }

    public static AuditHash of(byte[] bytes) {
        return new AuditHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
