package org.hotline400.server.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.database.DatabaseServer;
import org.hotline400.server.database.StoredDatabase;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.internal.KeyWork;
import org.jspecify.annotations.Nullable;

/// The keys of a platform, for whoever keeps it: what there is, and rotation. As `./hotline keys` uses it.
///
/// @param data the data folder, with `keys/` in it
/// @param environment the value of a variable (`HOTLINE_MASTER_KEY` and its like), null when it is not set
public record KeyCustody(Path data, HotlineSettings.Database database, UnaryOperator<@Nullable String> environment) {

    /// What wraps or wrapped.
    ///
    /// @param id of the master key
    /// @param place where it is; empty when it is not here, so that what it wraps cannot be read
    /// @param current whether it wraps now
    /// @param keys how many data keys it wraps
    public record Master(String id, Optional<String> place, boolean current, int keys) {}

    /// Data keys of one kind.
    ///
    /// @param kind `tenants`, or what a key of the platform is for
    /// @param owners how many tenants have one; 1 for the platform
    /// @param keys how many there are, older generations included
    /// @param oldest and
    /// @param newest when they were made
    public record Data(String kind, int owners, int keys, Instant oldest, Instant newest) {}

    /// What there is; no key is told.
    public record Report(List<Master> masters, List<Data> data) {
        public Report {
            masters = List.copyOf(masters);
            data = List.copyOf(data);
        }
    }

    /// A master key was rotated.
    ///
    /// @param from the id of the one before
    /// @param to the id of the one that wraps now
    /// @param keys how many data keys were wrapped anew
    /// @param next what is still to be done by hand; empty when nothing is
    public record Rotated(String from, String to, int keys, Optional<String> next) {}

    /// Reads what there is. The platform may be running.
    ///
    /// @throws DatabaseFailedException when the database cannot be reached or is of a release before the vault
    public Report report() {
        return visit(work -> work.report());
    }

    /// Wraps every data key by a new master key, in one transaction, and makes that the current one. What is
    /// sealed
    /// stays as it is. The platform may be running. After a crash at any point everything can be read; run it
    /// again
    /// to end it.
    ///
    /// @throws MasterKeyException when a key is wrapped by a master key that is not here, or the KMS fails
    /// @throws DatabaseFailedException when the database cannot be reached, or a backup is being taken
    /// @throws IllegalArgumentException when the current one is in the environment and the new one is not named
    public Rotated rotateMaster() {
        return visit(KeyWork::rotateMaster);
    }

    /// Gives a tenant, or every tenant and the platform, another data key for what is sealed from now on. The
    /// platform may be running; it knows within a second.
    ///
    /// @return how many were made
    /// @throws IllegalArgumentException when this tenant has no key
    public int rotateData(Optional<TenantId> tenant) {
        return visit(work -> work.rotateData(tenant));
    }

    /// Removes the files of master keys that wrapped before, once no data key needs them. No node may be
    /// running:
    /// one that had not heard of the rotation would wrap by what is removed here.
    ///
    /// @return the ids of those removed
    /// @throws org.hotline400.server.database.DataFolderInUseException when this node is running
    /// @throws DatabaseFailedException when another node is, or the database cannot be reached
    public List<String> forgetFormer() {
        return alone(KeyWork::forgetFormer);
    }

    /// Seals files and the platform's secrets anew that are under older data keys than their owner's newest. No
    /// node
    /// may be running.
    ///
    /// @return how many files and secrets
    /// @throws org.hotline400.server.database.DataFolderInUseException when this node is running
    /// @throws DatabaseFailedException when another node is, or the database cannot be reached
    public Resealed reseal() {
        return alone(KeyWork::reseal);
    }

    /// What was sealed anew.
    public record Resealed(int files, int secrets) {}

    private <T> T visit(Function<KeyWork, T> visit) {
        return StoredDatabase.visit(data, database, access -> work(access, visit));
    }

    private <T> T alone(Function<KeyWork, T> visit) {
        if (database.server().isEmpty() && Files.notExists(data.resolve("postgres"))) {
            throw new DatabaseFailedException("there is no data in " + data);
        }
        try (var folder = DataFolder.open(data);
                var server = DatabaseServer.start(database, folder)) {
            return work(server.access(), work -> {
                work.requireNobodyElse();
                return visit.apply(work);
            });
        }
    }

    private <T> T work(DatabaseAccess access, Function<KeyWork, T> visit) {
        try {
            return visit.apply(new KeyWork(access, data, environment, Clock.systemUTC()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder of the keys: " + e.getMessage(), e);
        }
    }
}
