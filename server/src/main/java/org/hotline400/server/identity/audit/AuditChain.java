package org.hotline400.server.identity.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// How entries hang together: SHA-256 (FIPS 180-4) over the hash before (32 bytes), the sequence (8 bytes, the highest
/// first, as all numbers here), the tenant (16), the time in microseconds since 1970 (8), the principal (16), and the
/// texts name, action, subject, detail, address, each as UTF-8 after its length in bytes (4).
///
/// With lengths in it, no two different entries write the same bytes.
public final class AuditChain {
    private AuditChain() {}

    /// The entry in its place after the one with the hash `before`.
    public static ChainedEntry link(AuditHash before, long sequence, Instant at, AuditEntry entry) {
        var time = at.truncatedTo(ChronoUnit.MICROS);
        return new ChainedEntry(sequence, time, entry, hash(before, sequence, time, entry));
    }

    private static AuditHash hash(AuditHash before, long sequence, Instant at, AuditEntry entry) {
        var digest = sha256();
        digest.update(before.bytes());
        digest.update(bytes(sequence));
        digest.update(bytes(entry.tenant().value()));
        digest.update(bytes(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        digest.update(bytes(entry.principal()));
        for (var text : new String[] {entry.name(), entry.action(), entry.subject(), entry.detail(), entry.address()}) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return AuditHash.of(digest.digest());
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
