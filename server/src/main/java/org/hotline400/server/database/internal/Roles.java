package org.hotline400.server.database.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.database.Login;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

/// Makes the roles, and refuses an application role that row security would not bind.
public final class Roles {
    /// Any number does that is only used for this: one node at a time makes roles.
    private static final String LOCK = "select pg_advisory_xact_lock(4007001)";

    private Roles() {}

    /// The password of the application's role, which every node derives alike from the owner's (HMAC-SHA256).
    public static String derivedPassword(Login owner) {
        if (owner.password().isEmpty()) {
            throw new DatabaseFailedException("the password of " + owner.role()
                    + " is missing: set HOTLINE_DATABASE_PASSWORD (and HOTLINE_DATABASE_USER where the role has"
                    + " another name)");
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("hotline_app".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes the application's role, or gives it the expected password, unless it can log in already.
    ///
    /// @throws DatabaseFailedException when the server cannot be reached, or the owner may not make roles
    public static void makeAppRole(DatabaseAccess access) {
        if (canLogIn(access)) {
            return;
        }
        try (var connection = Connections.open(access.url(), access.owner())) {
            connection.setAutoCommit(false);
            Connections.execute(connection, LOCK);
            make(connection, access.app(), "");
            letConnect(connection, access.app());
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseFailedException(
                    "cannot make the role " + access.app().role() + " as " + access.owner() + ": " + e.getMessage()
                            + " (the owner needs CREATEROLE; or create it by hand: create role hotline_app login"
                            + " password '…', and set HOTLINE_DATABASE_APP_PASSWORD)",
                    e);
        }
    }

    private static boolean canLogIn(DatabaseAccess access) {
        try (var connection = Connections.open(access.url(), access.app())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            if (PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState().equals(e.getSQLState())) {
                throw new DatabaseFailedException(
                        "the database " + access.url() + " cannot be reached: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /// Temporary tables too: COPY is refused under row security, so bulk writes go through a table of the session.
    private static void letConnect(Connection connection, Login app) throws SQLException {
        Connections.execute(
                connection,
                "do $$ begin execute format('grant connect, temporary on database %I to " + app.role()
                        + "', current_database()); end $$");
    }

    static void make(Connection connection, Login login, String attributes) throws SQLException {
        if (!Connections.isTrue(connection, "select exists (select from pg_roles where rolname = ?)", login.role())) {
            Connections.execute(
                    connection,
                    "create role " + login.role() + " login nosuperuser nobypassrls nocreatedb " + attributes);
        }
        // Hashed here, so that the clear text never reaches the server or its log.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(login.role(), login.password().toCharArray(), "scram-sha-256");
    }

    /// Looks whether row security binds the application's role.
    ///
    /// @throws DatabaseFailedException when it does not
    public static void requireBound(DatabaseAccess access) {
        try (var connection = Connections.open(access.url(), access.app())) {
            refuseIf(connection, MAY_BYPASS, "is, or may become, a superuser or a role with BYPASSRLS");
            refuseIf(connection, OWNS_TABLES, "owns tables or is a member of a role that does");
        } catch (SQLException e) {
            throw new DatabaseFailedException("cannot log in as hotline_app: " + e.getMessage(), e);
        }
    }

    private static final String MAY_BYPASS = """
            select exists (select from pg_roles
             where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member'))
            """;

    private static final String OWNS_TABLES = """
            select exists (select from pg_class join pg_namespace n on n.oid = relnamespace
             where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
               and nspname not like 'pg\\_temp%' and pg_has_role(current_user, relowner, 'member'))
            """;

    private static void refuseIf(Connection connection, String condition, String what) throws SQLException {
        if (Connections.isTrue(connection, condition)) {
            throw new DatabaseFailedException("refusing to start: the role hotline_app " + what
                    + ", so row security would not keep the tenants apart; take that from it");
        }
    }
}
