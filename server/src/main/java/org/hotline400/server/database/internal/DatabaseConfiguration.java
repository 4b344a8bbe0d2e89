package org.hotline400.server.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Database;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseServer;
import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Brings the database up in order: folder, server, roles, migrations, check of the role, pool, listener.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 24;

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(HotlineSettings settings) {
        return DataFolder.open(settings.data());
    }

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(HotlineSettings settings, DataFolder folder) {
        return DatabaseServer.start(settings.database(), folder);
    }

    @Bean
    DatabaseAccess databaseAccess(DatabaseServer server) {
        var access = server.access();
        Database.migrate(access);
        return access;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseAccess access) {
        var config = new HikariConfig();
        config.setPoolName("hotline");
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().role());
        config.setPassword(access.app().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(10).toMillis());
        boundEveryWait(config);
        return new HikariDataSource(config);
    }

    /// A server that fell silent must not hold a thread: no statement of ours takes longer than these.
    private static void boundEveryWait(HikariConfig config) {
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("loginTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "15");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "hotline400");
    }

    @Bean(destroyMethod = "close")
    ConfigurationListener configurationListener(DatabaseAccess access) {
        return ConfigurationListener.start(access);
    }
}
