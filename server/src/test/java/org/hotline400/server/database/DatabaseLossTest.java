package org.hotline400.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseLossTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4001234567");

    @Test
    void a_lost_database_fails_quickly_and_comes_back_by_itself(@TempDir Path data) {
        try (var server = Hotline400Server.start(options(data))) {
            var context = server.context();
            var token = server.firstOperatorKey().orElseThrow();
            assertThat(server.firstOperatorKey()).isEmpty();
            var keys = context.getBean(ApiKeys.class);
            assertThat(keys.authenticate(token)).isPresent();
            context.getBean(HotlineNumbers.class).assign(NUMBER, TenantId.OPERATOR, new Actor("Test", "a test"));
            var directory = context.getBean(NumberDirectory.class);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> directory.find(NUMBER).isPresent());
            var refreshed = new AtomicInteger();
            context.getBean(ConfigurationChanges.class).subscribe("test", refreshed::incrementAndGet);
            var transactions = context.getBean(Transactions.class);
            var jdbc = context.getBean(JdbcClient.class);
            var health = context.getBean(DatabaseHealth.class);
            var postgres = context.getBean(DatabaseServer.class).embedded().orElseThrow();

            postgres.stop();

            await().atMost(Duration.ofSeconds(5)).until(() -> !health.isUp());
            var began = System.nanoTime();
            assertThatThrownBy(() -> transactions.asOperator(() -> 1))
                    // Not created, or begun on a connection that turned out to be dead.
                    .isInstanceOfAny(CannotCreateTransactionException.class, TransactionSystemException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
            // What was known is known still.
            assertThat(directory.find(NUMBER)).isPresent();
            assertThat(keys.authenticate(token)).isPresent();
            var before = refreshed.get();

            postgres.resume();

            await().atMost(Duration.ofSeconds(20)).until(health::isUp);
            await().atMost(Duration.ofSeconds(10)).until(() -> refreshed.get() > before);
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> transactions.asOperator(() ->
                                    jdbc.sql("select 1").query(Integer.class).single())
                            == 1);
        }
    }

    private static ServerOptions options(Path data) {
        var loopback = java.net.InetAddress.getLoopbackAddress();
        return ServerOptions.in(data)
                .withHttp(new InetSocketAddress(loopback, 0))
                .withSip(new InetSocketAddress(loopback, 0));
    }
}
