package org.hotline400.app.measure.charging;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Database;
import org.hotline400.server.database.DatabaseServer;
import org.hotline400.server.database.Login;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/// The embedded PostgreSQL as the platform runs it, with fsync, on a folder that is removed when it is
/// closed.
final class MeasuredDatabase implements AutoCloseable {
    private final Path path;
    private final DataFolder folder;
    private final DatabaseServer server;
    private final HikariDataSource app;
    private final HikariDataSource owner;
    private final Thread leaveNothing = new Thread(this::end, "end-database");

    private MeasuredDatabase(Path path, int connections) {
        this.path = path;
        folder = DataFolder.open(path);
        server = DatabaseServer.start(HotlineSettings.Database.embedded(), folder);
        // A bench that is ended ends this process by SIGTERM.
        Runtime.getRuntime().addShutdownHook(leaveNothing);
        Database.migrate(server.access());
        app = pool(server.access().url(), server.access().app(), connections);
        owner = pool(server.access().url(), server.access().owner(), connections);
    }

    static MeasuredDatabase start(int connections) {
        try {
            return new MeasuredDatabase(Files.createTempDirectory("hotline-measure-"), connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource pool(String url, Login login, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.role());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /// As the platform sees it. Use it with [#transactions()].
    JdbcClient jdbc() {
        return JdbcClient.create(app);
    }

    Transactions transactions() {
        return new Transactions(new JdbcTransactionManager(app), jdbc());
    }

    PlainPostings plainPostings() {
        return new PlainPostings(JdbcClient.create(owner), new TransactionTemplate(new JdbcTransactionManager(owner)));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(leaveNothing);
        end();
    }

    private void end() {
        app.close();
        owner.close();
        server.close();
        folder.close();
        FileSystemUtils.deleteRecursively(path.toFile());
    }
}
