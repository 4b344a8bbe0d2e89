package org.hotline400.server.database;

import java.util.Optional;
import org.hotline400.server.database.internal.EmbeddedCluster;
import org.hotline400.server.database.internal.Roles;
import org.hotline400.server.kernel.HotlineSettings;

/// The PostgreSQL server in use, its two roles made ready.
public final class DatabaseServer implements AutoCloseable {
    private final DatabaseAccess access;
    private final Optional<EmbeddedPostgres> embedded;

    private DatabaseServer(DatabaseAccess access, Optional<EmbeddedPostgres> embedded) {
        this.access = access;
        this.embedded = embedded;
    }

    /// Starts the embedded server, or finds the one that the settings name.
    ///
    /// @throws DatabaseFailedException when it cannot be started or reached
    public static DatabaseServer start(HotlineSettings.Database settings, DataFolder folder) {
        return settings.server().isPresent()
                ? new DatabaseServer(Database.access(settings), Optional.empty())
                : embedded(folder);
    }

    private static DatabaseServer embedded(DataFolder folder) {
        var postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.POWER_LOSS);
        try {
            var owner = new Login(DatabaseAccess.OWNER_ROLE, folder.secret(DatabaseAccess.OWNER_ROLE));
            var app = new Login(DatabaseAccess.APP_ROLE, folder.secret(DatabaseAccess.APP_ROLE));
            EmbeddedCluster.prepare(postgres, owner);
            var url = postgres.jdbcUrl(EmbeddedCluster.DATABASE);
            var access = new DatabaseAccess(url, owner, app);
            Roles.makeAppRole(access);
            return new DatabaseServer(access, Optional.of(postgres));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    /// The embedded server; empty when a URL was given.
    public Optional<EmbeddedPostgres> embedded() {
        return embedded;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
