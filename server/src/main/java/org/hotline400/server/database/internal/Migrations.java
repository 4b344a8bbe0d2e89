package org.hotline400.server.database.internal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseFailedException;

/// Brings the schemas to the version of this release, as the owner.
public final class Migrations {
    private Migrations() {}

    /// Runs what is missing. Nodes that start together wait for each other.
    public static void run(DatabaseAccess access) {
        runTo(access, MigrationVersion.LATEST);
    }

    /// Runs what is missing up to a version, as a restore needs.
    public static void runTo(DatabaseAccess access, MigrationVersion version) {
        try {
            Flyway.configure()
                    .dataSource(
                            access.url(), access.owner().role(), access.owner().password())
                    .locations("classpath:db/migration")
                    .schemas("kernel")
                    .target(version)
                    // Row security is forced on the owner, too: a migration acts for everybody.
                    .initSql("set hotline.tenant = '*'")
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseFailedException("cannot migrate the database: " + e.getMessage(), e);
        }
    }
}
