package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.KeyCustody;
import org.hotline400.server.vault.MasterKeyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// One piece of work on the keys, as the owner of their tables.
public final class KeyWork {
    private final Path data;
    private final UnaryOperator<@Nullable String> environment;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final KeyRows rows;
    private final KeyFolder folder;
    private final MasterKeys masters;

    /// @throws DatabaseFailedException when this release has not yet run on the database
    /// @throws MasterKeyException when there is no master key at all
    public KeyWork(DatabaseAccess access, Path data, UnaryOperator<@Nullable String> environment, Clock clock)
            throws IOException {
        this.data = data;
        this.environment = environment;
        this.clock = clock;
        var source = new DriverManagerDataSource(
                access.url(), access.owner().role(), access.owner().password());
        jdbc = JdbcClient.create(source);
        transactions = new Transactions(new JdbcTransactionManager(source), jdbc);
        rows = new KeyRows(jdbc);
        folder = new KeyFolder(Files.createDirectories(data.resolve("keys")));
        requireVault();
        masters = new FirstMasterKey(rows, transactions).load(environment, folder);
    }

    private void requireVault() {
        boolean there = jdbc.sql("select to_regclass('vault.platform_keys') is not null")
                .query(Boolean.class)
                .single();
        if (!there || transactions.asOperator(rows::masterKeys).isEmpty()) {
            throw new DatabaseFailedException("this release has not run on this database yet: start it once");
        }
    }

    /// @throws DatabaseFailedException when a node is connected
    public void requireNobodyElse() {
        long nodes = jdbc.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and usename = 'hotline_app'""").query(Long.class).single();
        if (nodes > 0) {
            throw new DatabaseFailedException("a node is connected to the database: stop every node first");
        }
    }

    /// See [KeyCustody#report()].
    public KeyCustody.Report report() {
        return KeyReport.of(transactions.asOperator(rows::all), masters);
    }

    /// See [KeyCustody#rotateMaster()].
    public KeyCustody.Rotated rotateMaster() {
        return rotation(_ -> {}).run();
    }

    /// @param reached told of each stage
    MasterRotation rotation(Consumer<MasterRotation.Stage> reached) {
        return new MasterRotation(masters, folder, environment, this::rewrap, reached);
    }

    /// Wraps everything by one master key.
    ///
    /// @return how many keys were not
    private int rewrap(MasterKeys known) {
        return transactions.asOperator(() -> {
            // A backup that is being taken holds its own lock on them until it has the files, too.
            jdbc.sql("set local lock_timeout = '10s'").update();
            jdbc.sql("lock table vault.tenant_keys, vault.platform_keys in access exclusive mode")
                    .update();
            return new Rewrapping(rows, known).run();
        });
    }

    /// See [KeyCustody#rotateData].
    public int rotateData(Optional<TenantId> tenant) {
        return transactions.asOperator(() -> new DataRotation(rows, masters, clock).run(tenant));
    }

    /// See [KeyCustody#forgetFormer()].
    public List<String> forgetFormer() {
        if (folder.isRotating()) {
            throw new IllegalArgumentException("a rotation was begun and not ended: run ./hotline keys rotate first");
        }
        rewrap(masters);
        List<String> forgotten = new ArrayList<>();
        try {
            for (MasterKey old : folder.old()) {
                folder.forget(old);
                forgotten.add(old.id());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forgotten;
    }

    /// See [KeyCustody#reseal()].
    public KeyCustody.Resealed reseal() {
        var keys = new Keys(() -> masters, rows, transactions, (_, refresh) -> refresh.run(), clock);
        try {
            var resealing = new Resealing(keys, new FolderBlobStore(data.resolve("files")), jdbc);
            int secrets = transactions.asOperator(resealing::secrets);
            return new KeyCustody.Resealed(resealing.files(), secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("not all was sealed anew; run this again: " + e.getMessage(), e);
        }
    }
}
