package org.hotline400.server.vault.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.vault.MasterKeySource;
import org.hotline400.server.vault.cipher.AesGcm;

/// Makes data keys, wrapped from the start.
final class FreshKeys {
    private final MasterKeySource master;
    private final Clock clock;

    FreshKeys(MasterKeySource master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    /// A random one.
    ///
    /// @throws org.hotline400.server.vault.MasterKeyException when the master key does not wrap it
    KeyRow of(KeyOwner owner, int generation) {
        return of(owner, generation, Ids.next(), AesGcm.random(AesGcm.KEY_BYTES));
    }

    /// This one, which is overwritten.
    KeyRow of(KeyOwner owner, int generation, UUID id, byte[] secret) {
        byte[] wrapped = master.wrap(secret, KeyRow.context(id, owner));
        Arrays.fill(secret, (byte) 0);
        return new KeyRow(id, owner, generation, master.id(), wrapped, clock.instant());
    }
}
