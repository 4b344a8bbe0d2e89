package org.hotline400.server.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.hotline400.server.database.Database;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A migrated database of its own, seen as the application sees it.
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = migrated();

    private final DatabaseAccess access;
    private final HikariDataSource pool;

    private TestDatabase(DatabaseAccess access) {
        this.access = access;
        var config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().role());
        config.setPassword(access.app().password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        this.pool = new HikariDataSource(config);
    }

    private static String migrated() {
        var url = TestPostgres.emptyDatabase();
        Database.migrate(accessTo(url));
        return TestPostgres.nameIn(url);
    }

    /// Makes one.
    public static TestDatabase create() {
        return new TestDatabase(accessTo(TestPostgres.copyOf(TEMPLATE)));
    }

    /// An empty one, to migrate step by step; the end of the tests removes it.
    public static DatabaseAccess empty() {
        return accessTo(TestPostgres.emptyDatabase());
    }

    private static DatabaseAccess accessTo(String url) {
        return Database.access(settings(url));
    }

    static HotlineSettings.Database settings(String url) {
        return new HotlineSettings.Database(url, TestPostgres.OWNER.role(), TestPostgres.OWNER.password(), "");
    }

    /// The URL and both roles.
    public DatabaseAccess access() {
        return access;
    }

    /// As `hotline_app`.
    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /// As `hotline_app`.
    public JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    /// As `hotline_app`. Use it with [#jdbc()].
    public Transactions transactions() {
        return new Transactions(new JdbcTransactionManager(pool), jdbc());
    }

    @Override
    public void close() {
        pool.close();
        TestPostgres.drop(access.url());
    }
}
