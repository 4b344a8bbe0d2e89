package org.hotline400.server.vault.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.vault.MasterKeySource;
import org.hotline400.server.vault.cipher.AesGcm;

/// The keys that the platform itself needs. In the caller's transaction, which acts for everybody.
final class PlatformKeys {
    private final MasterKeySource master;
    private final KeyRows rows;
    private final Clock clock;

    PlatformKeys(MasterKeys masters, KeyRows rows, Clock clock) {
        this.master = masters.current();
        this.rows = rows;
        this.clock = clock;
    }

    /// Makes those that are missing. At the very first time also keeps what releases before this one derived
    /// from
    /// the master key, to seal and sign with it directly: so what they left is readable after a rotation.
    void makeMissing() {
        Set<Purpose> there = rows.all().stream()
                .map(KeyRow::owner)
                .filter(KeyOwner.OfPlatform.class::isInstance)
                .map(owner -> ((KeyOwner.OfPlatform) owner).purpose())
                .collect(Collectors.toSet());
        if (there.isEmpty() && master instanceof MasterKey local) {
            add(Purpose.FORMER_SEALING, local.uuid(), local.formerSealing());
            add(Purpose.FORMER_SIGNING, local.uuid(), local.formerSigning());
        }
        for (Purpose purpose : Purpose.values()) {
            if (purpose.isMade() && !there.contains(purpose)) {
                add(purpose, 1);
            }
        }
    }

    /// Adds a random key.
    void add(Purpose purpose, int generation) {
        byte[] secret = AesGcm.random(AesGcm.KEY_BYTES);
        add(purpose, generation, Ids.next(), secret);
        Arrays.fill(secret, (byte) 0);
    }

    private void add(Purpose purpose, UUID id, SecretKey key) {
        add(purpose, 1, id, key.getEncoded());
    }

    private void add(Purpose purpose, int generation, UUID id, byte[] secret) {
        var owner = new KeyOwner.OfPlatform(purpose);
        byte[] wrapped = master.wrap(secret, KeyRow.context(id, owner));
        rows.addUnlessThere(new KeyRow(id, owner, generation, master.id(), wrapped, clock.instant()));
    }
}
