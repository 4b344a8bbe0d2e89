package org.hotline400.server.vault.internal;

import java.time.Clock;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.MissedKeys;
import org.hotline400.server.vault.Signatures;
import org.hotline400.server.vault.TenantSeal;
import org.hotline400.server.vault.cipher.AesGcm;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Vaults for tests of other modules: in memory, or on a database.
public final class VaultFixture {
    /// The id of the platform's key in [#keys()].
    public static final UUID PLATFORM_KEY = new UUID(4, 2);

    private VaultFixture() {}

    /// A key of the platform, always the same, and none of tenants.
    public static KeyRing keys() {
        return atHand();
    }

    /// The same, and one key of a tenant.
    public static KeyRing keys(TenantId tenant, UUID id) {
        KeysAtHand keys = atHand();
        keys.add(new DataKey(id, new KeyOwner.OfTenant(tenant), 1, AesGcm.key(AesGcm.random(AesGcm.KEY_BYTES))));
        return keys;
    }

    static KeysAtHand atHand() {
        var keys = new KeysAtHand();
        keys.add(new DataKey(
                PLATFORM_KEY, new KeyOwner.OfPlatform(Purpose.RECORDINGS), 1, AesGcm.key(new byte[AesGcm.KEY_BYTES])));
        return keys;
    }

    /// A vault on a database, under a master key that is always the same.
    public static final class Opened {
        private final Keys keys;

        public Opened(JdbcClient jdbc, Transactions transactions, Clock clock) {
            var master = new MasterKey(new byte[AesGcm.KEY_BYTES], "a test");
            keys = new Keys(
                    MasterKeys.only(master), new KeyRows(jdbc), transactions, (topic, refresh) -> refresh.run(), clock);
        }

        public KeyRing ring() {
            return keys.atHand();
        }

        public MissedKeys missed() {
            return keys;
        }

        public Signatures signatures() {
            return new KeyedSignatures(keys.atHand());
        }

        public TenantSeal tenantSeal() {
            return new FieldSeal(keys);
        }

        /// As if no tenant's key had been read yet.
        public void forgetTenants() {
            keys.atHand()
                    .replace(keys.atHand()
                            .all()
                            .filter(key -> key.owner() instanceof KeyOwner.OfPlatform)
                            .toList());
        }

        /// Reads the keys again.
        public void refresh() {
            keys.refresh();
        }

        /// The id of the platform's key for recordings.
        public UUID platformKey() {
            return keys.atHand().newest(Purpose.RECORDINGS).id();
        }
    }
}
