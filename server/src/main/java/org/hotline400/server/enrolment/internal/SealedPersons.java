package org.hotline400.server.enrolment.internal;

/// What an application says of persons, sealed under its tenant's key.
public final class SealedPersons {
    private final byte[] bytes;

    /// @param bytes as `vault.TenantSeal` made them; not copied
    SealedPersons(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
