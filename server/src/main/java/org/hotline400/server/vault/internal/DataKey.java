package org.hotline400.server.vault.internal;

import java.util.UUID;
import javax.crypto.SecretKey;

/// A data key in clear, which is in memory only.
///
/// @param generation 1 is the oldest of its owner's
record DataKey(UUID id, KeyOwner owner, int generation, SecretKey secret) {
    @Override
    public String toString() {
        return "data key " + id;
    }
}
