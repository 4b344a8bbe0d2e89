package org.hotline400.server.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.database.EmbeddedPostgres;
import org.hotline400.server.database.Login;

/// The owner's role and the database in a fresh embedded cluster.
public final class EmbeddedCluster {
    public static final String DATABASE = "hotline";

    private EmbeddedCluster() {}

    /// Makes what is missing; repeatable.
    public static void prepare(EmbeddedPostgres postgres, Login owner) {
        try (var connection = Connections.open(postgres.jdbcUrl("postgres"), postgres.superuser())) {
            Roles.make(connection, owner, "createrole");
            makeDatabase(connection, DATABASE, owner);
        } catch (SQLException e) {
            throw new DatabaseFailedException("cannot prepare the embedded PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static void makeDatabase(Connection connection, String name, Login owner) throws SQLException {
        var exists = Connections.isTrue(connection, "select exists (select from pg_database where datname = ?)", name);
        if (!exists) {
            Connections.execute(connection, "create database " + name + " owner " + owner.role());
            Connections.execute(connection, "revoke all on database " + name + " from public");
        }
    }
}
