package org.hotline400.server.database;

import org.hotline400.server.database.internal.Migrations;
import org.hotline400.server.database.internal.Roles;
import org.hotline400.server.kernel.HotlineSettings;

/// A database by URL, made ready to serve.
public final class Database {
    private Database() {}

    /// Finds the roles of the database that these settings name, making the application's role when it is
    /// missing.
    ///
    /// @throws DatabaseFailedException when the server cannot be reached or the owner may not make roles
    public static DatabaseAccess access(HotlineSettings.Database settings) {
        var url = settings.server().orElseThrow(() -> new IllegalArgumentException("the settings name no server"));
        var owner = new Login(settings.user(), settings.password());
        var password = settings.appPassword().isBlank() ? Roles.derivedPassword(owner) : settings.appPassword();
        var access = new DatabaseAccess(url, owner, new Login(DatabaseAccess.APP_ROLE, password));
        Roles.makeAppRole(access);
        return access;
    }

    /// Brings the schemas to this release and makes sure that row security binds the application's role.
    ///
    /// @throws DatabaseFailedException when a migration fails, or the role could bypass row security
    public static void migrate(DatabaseAccess access) {
        Migrations.run(access);
        Roles.requireBound(access);
    }
}
