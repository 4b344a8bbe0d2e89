package org.hotline400.server.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.hotline400.server.database.internal.EmbeddedCluster;
import org.hotline400.server.database.internal.PostmasterFile;
import org.hotline400.server.kernel.HotlineSettings;

/// The database of a platform as commands find it: one by URL, the embedded one of a platform that runs, or the
/// embedded one that is started for as long as the visit lasts.
public final class StoredDatabase {
    private StoredDatabase() {}

    /// Visits it; the server may be running. Nothing is migrated.
    ///
    /// @throws DatabaseFailedException when there is no data or the database cannot be reached
    public static <T> T visit(Path data, HotlineSettings.Database database, Function<DatabaseAccess, T> visit) {
        if (database.server().isPresent()) {
            return visit.apply(Database.access(database));
        }
        if (Files.notExists(data.resolve("postgres"))) {
            throw new DatabaseFailedException("there is no data in " + data);
        }
        try (var folder = DataFolder.open(data);
                var server = DatabaseServer.start(database, folder)) {
            return visit.apply(server.access());
        } catch (DataFolderInUseException running) {
            return visit.apply(accessToRunning(data, running));
        }
    }

    private static DatabaseAccess accessToRunning(Path data, DataFolderInUseException reason) {
        var postmaster = PostmasterFile.read(data.resolve("postgres"))
                .filter(PostmasterFile::ready)
                .orElseThrow(() -> reason);
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + EmbeddedCluster.DATABASE
                        + "?sslmode=disable",
                new Login(DatabaseAccess.OWNER_ROLE, DataFolder.secret(data, DatabaseAccess.OWNER_ROLE)),
                new Login(DatabaseAccess.APP_ROLE, DataFolder.secret(data, DatabaseAccess.APP_ROLE)));
    }
}
