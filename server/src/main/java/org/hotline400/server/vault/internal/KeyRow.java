package org.hotline400.server.vault.internal;

import java.time.Instant;
import java.util.UUID;

/// A data key as the database has it: wrapped.
///
/// @param generation 1 is the oldest of its owner's
/// @param masterKey the id of the master key it is wrapped by
// An array, because it goes into a database column as it is.
@SuppressWarnings("ArrayRecordComponent")
record KeyRow(UUID id, KeyOwner owner, int generation, String masterKey, byte[] wrapped, Instant createdAt) {

    /// What its wrapping is bound to, so that rows cannot be exchanged.
    String context() {
        return context(id, owner);
    }

    static String context(UUID id, KeyOwner owner) {
        return switch (owner) {
            case KeyOwner.OfTenant of -> "tenant key " + of.tenant() + " " + id;
            case KeyOwner.OfPlatform of -> "platform key " + of.purpose().code() + " " + id;
        };
    }

    KeyRow under(String otherMasterKey, byte[] otherWrapped) {
        return new KeyRow(id, owner, generation, otherMasterKey, otherWrapped, createdAt);
    }
}
