package org.hotline400.server.vault.internal;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.hotline400.server.vault.MasterKeySource;

/// The keys that the platform itself needs. In the caller's transaction, which acts for everybody.
final class PlatformKeys {
    private final MasterKeys masters;
    private final MasterKeySource master;
    private final FreshKeys fresh;
    private final KeyRows rows;

    PlatformKeys(MasterKeys masters, KeyRows rows, Clock clock) {
        this.masters = masters;
        this.master = masters.current();
        this.fresh = new FreshKeys(master, clock);
        this.rows = rows;
    }

    /// Makes those that are missing. At the very first time also keeps what releases before this one derived
    /// from the master key, to seal and sign with it directly: so what they left is readable after a rotation.
    ///
    /// @throws org.hotline400.server.vault.MasterKeyException when there are tenants' keys of another master
    ///     key: a
    ///     platform must not begin with the wrong one
    void makeMissing() {
        List<KeyRow> all = rows.all();
        Set<Purpose> there = all.stream()
                .map(KeyRow::owner)
                .filter(KeyOwner.OfPlatform.class::isInstance)
                .map(owner -> ((KeyOwner.OfPlatform) owner).purpose())
                .collect(Collectors.toSet());
        if (there.isEmpty()) {
            all.forEach(masters::unwrap);
        }
        if (there.isEmpty() && master instanceof MasterKey local) {
            keep(Purpose.FORMER_SEALING, local.uuid(), local.formerSealing());
            keep(Purpose.FORMER_SIGNING, local.uuid(), local.formerSigning());
        }
        for (Purpose purpose : Purpose.values()) {
            if (purpose.isMade() && !there.contains(purpose)) {
                rows.addUnlessThere(fresh.of(new KeyOwner.OfPlatform(purpose), 1));
            }
        }
    }

    private void keep(Purpose purpose, UUID id, SecretKey key) {
        rows.addUnlessThere(fresh.of(new KeyOwner.OfPlatform(purpose), 1, id, key.getEncoded()));
    }
}
