package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database, and any number of nodes on it.
final class VaultDatabase implements AutoCloseable {
    static final TenantId SHOP = new TenantId(new UUID(9, 1));
    static final TenantId SCHOOL = new TenantId(new UUID(9, 2));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC);

    final TestDatabase database = TestDatabase.create();
    final JdbcClient jdbc = database.jdbc();
    final Transactions transactions = database.transactions();

    /// A node with this master key.
    Node node(byte[] secret, Path files) {
        return node(MasterKeys.only(new MasterKey(secret, "a test")), files);
    }

    Node node(MasterKeys masters, Path files) {
        return new Node(
                new Keys(masters, new KeyRows(jdbc), transactions, (topic, refresh) -> refresh.run(), CLOCK), files);
    }

    static final class Node {
        final Keys keys;
        final PlatformSeal seal;
        final FieldSeal fields;
        final FolderBlobStore blobs;
        final SealedFolder files;
        final KeyedFingerprints fingerprints;
        final KeyedSignatures signatures;

        private Node(Keys keys, Path root) {
            this.keys = keys;
            seal = new PlatformSeal(keys.atHand());
            fields = new FieldSeal(keys);
            try {
                blobs = new FolderBlobStore(root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files = new SealedFolder(keys, blobs);
            fingerprints = new KeyedFingerprints(keys.atHand());
            signatures = new KeyedSignatures(keys.atHand());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
