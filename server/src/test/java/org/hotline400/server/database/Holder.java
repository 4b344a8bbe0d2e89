package org.hotline400.server.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/// A server that is going to be killed: commits a row into a durable embedded database, prints `committed`,
/// then `pid <postmaster>`, and waits for its end.
final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
        var folder = DataFolder.open(Path.of(arguments[0]));
        var postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.POWER_LOSS);
        var login = postgres.superuser();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("postgres"), login.role(), login.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (text text)");
            statement.execute("insert into kept values ('committed before the kill')");
        }
        System.out.println("committed");
        // Ends when the test that started it ends, whatever happens to that.
        while (System.in.read() >= 0) {}
    }
}
