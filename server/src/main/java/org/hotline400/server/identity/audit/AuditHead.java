package org.hotline400.server.identity.audit;

import org.hotline400.server.kernel.TenantId;

/// Where a tenant's chain ends. Written down elsewhere, it proves later that nothing before it was changed and nothing
/// was cut off.
///
/// @param sequence of the last entry, which is also how many there are; 0 when there is none
public record AuditHead(TenantId tenant, long sequence, AuditHash hash) {
    public AuditHead {
        if (sequence < 0) {
            throw new IllegalArgumentException("a head's sequence is not negative");
        }
    }

    /// Of a tenant that did nothing yet.
    public static AuditHead start(TenantId tenant) {
        return new AuditHead(tenant, 0, AuditHash.START);
    }

    /// Reads what [#text()] wrote.
    public static AuditHead parse(String text) {
        var parts = text.strip().split("\\s+", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a head is TENANT SEQUENCE HASH; was \"" + text + "\"");
        }
        return new AuditHead(TenantId.of(parts[0]), Long.parseLong(parts[1]), new AuditHash(parts[2]));
    }

    /// One line: tenant, sequence, hash.
    public String text() {
        return tenant + " " + sequence + " " + hash;
    }
}
