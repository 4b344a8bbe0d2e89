package org.hotline400.server.vault.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.MissedKeys;
import org.hotline400.server.vault.cipher.AesGcm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps the [KeysAtHand] as the database has them, and makes those that are missing.
@Component
class Keys implements MissedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final String TOPIC = "vault-keys";

    private final KeysAtHand atHand = new KeysAtHand();
    private final MasterKeys masters;
    private final KeyRows rows;
    private final Transactions transactions;
    private final Clock clock;

    /// Opens the vault: afterwards the platform's keys are at hand.
    ///
    /// @throws MasterKeyException when the master key that wrapped the platform's keys is not here, or is
    ///     silent
    // One collaborator a part of the work: master key, database, its transactions, its news, time.
    Keys(MasterKeys masters, KeyRows rows, Transactions transactions, ConfigurationChanges changes, Clock clock) {
        this.masters = masters;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        open();
        changes.subscribe(TOPIC, this::refresh);
    }

    /// Makes what the platform needs and does not have yet.
    private void open() {
        transactions.asOperator(() -> new PlatformKeys(masters, rows, clock).makeMissing());
    }

    /// Always as the database has them, within a second.
    KeysAtHand atHand() {
        return atHand;
    }

    void refresh() {
        List<KeyRow> stored = transactions.asOperator(rows::all);
        Map<KeysAtHand.KeyName, DataKey> known = atHand.byName();
        List<DataKey> fresh = new ArrayList<>();
        for (KeyRow row : stored) {
            // What is known is not unwrapped again: a service that keeps the master key is asked once a key.
            DataKey before = known.get(KeysAtHand.KeyName.of(row));
            if (before != null) {
                fresh.add(before);
            } else {
                unwrap(row).ifPresent(fresh::add);
            }
        }
        atHand.replace(fresh);
    }

    /// One tenant's key that cannot be unwrapped must not keep the others from theirs.
    private Optional<DataKey> unwrap(KeyRow row) {
        try {
            return Optional.of(clear(row));
        } catch (MasterKeyException.Refused e) {
            if (row.owner() instanceof KeyOwner.OfPlatform) {
                throw e;
            }
            LOG.error("what is sealed under it cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private DataKey clear(KeyRow row) {
        return new DataKey(row.id(), row.owner(), row.generation(), AesGcm.key(masters.unwrap(row)));
    }

    /// The tenant's newest key; made when it has none.
    ///
    /// @throws MasterKeyException when one must be made or read and the master key is away
    DataKey forSealing(TenantId tenant) {
        return atHand.newest(tenant).orElseGet(() -> make(tenant));
    }

    /// A key of this tenant, at hand or only in the database as yet.
    Optional<DataKey> find(TenantId tenant, UUID id) {
        return atHand.find(tenant, id).or(() -> read(tenant, id));
    }

    private Optional<DataKey> read(TenantId tenant, UUID id) {
        Optional<DataKey> found =
                transactions.apart(tenant, () -> rows.find(tenant, id)).map(this::clear);
        found.ifPresent(atHand::add);
        return found;
    }

    /// In a transaction apart from the caller's: what is sealed must not be left without its key by a roll-
    /// back.
    private DataKey make(TenantId tenant) {
        KeyRow mine = fresh(tenant);
        KeyRow counts = transactions.apart(tenant, () -> {
            Optional<KeyRow> before = rows.newest(tenant);
            if (before.isPresent()) {
                return before.get();
            }
            rows.addUnlessThere(mine);
            return rows.newest(tenant).orElseThrow();
        });
        DataKey key = clear(counts);
        atHand.add(key);
        return key;
    }

    private KeyRow fresh(TenantId tenant) {
        var owner = new KeyOwner.OfTenant(tenant);
        UUID id = Ids.next();
        byte[] secret = AesGcm.random(AesGcm.KEY_BYTES);
        byte[] wrapped = masters.current().wrap(secret, KeyRow.context(id, owner));
        Arrays.fill(secret, (byte) 0);
        return new KeyRow(id, owner, 1, masters.current().id(), wrapped, clock.instant());
    }

    @Override
    public void makeMissing() {
        atHand.missed().forEach(this::make);
    }
}
