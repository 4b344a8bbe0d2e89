package org.hotline400.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hotline400.app.Hotline;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.StoredDatabase;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineSettings.Database;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.ledger.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Timeout(180)
class LedgerCommandTest {
    @TempDir
    Path folder;

    @Test
    void the_books_are_proved_while_the_platform_runs_and_after() {
        try (var server = Hotline400Server.start(options())) {
            var ledger = server.context().getBean(Ledger.class);
            var shop = server.context()
                    .getBean(Tenants.class)
                    .create("Ledger shop")
                    .id();
            server.context().getBean(Transactions.class).asOperator(() -> {
                var funds = ledger.open(shop, "funds", Unit.MICRO_YUAN, 0);
                return ledger.post(new Transfer(
                        "top-up",
                        new Party.Platform(PlatformAccount.BANK),
                        new Party.Customer(funds),
                        100,
                        TransferKind.TOP_UP,
                        "payment",
                        Instant.parse("2026-11-27T04:00:00Z")));
            });

            var answer = verify();
            assertThat(answer.code()).isZero();
            assertThat(answer.lines())
                    .contains("ok balances: each balance is the sum of its entries (1 looked at, 0 found)")
                    .last()
                    .isEqualTo("9 checks, 0 failed");
        }
        assertThat(verify().code()).isZero();

        behindItsBack("update ledger.balances set balance = balance + 1");

        var wrong = verify();
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.lines()).last().isEqualTo("9 checks, 2 failed");
        assertThat(wrong.lines()).anyMatch(line -> line.endsWith("keeps 101, its entries add up to 100"));
    }

    @Test
    void says_what_is_wrong_with_its_options() {
        assertThat(verify().code()).as("there is no data here").isEqualTo(2);
    }

    private ServerOptions options() {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return ServerOptions.in(folder.resolve("data")).withHttp(anyPort).withSip(anyPort);
    }

    private void behindItsBack(String sql) {
        var done = StoredDatabase.visit(folder.resolve("data"), Database.embedded(), access -> {
            execute(access, sql);
            return true;
        });
        assertThat(done).isTrue();
    }

    private static void execute(DatabaseAccess access, String sql) {
        var owner = access.owner();
        var connection = new SingleConnectionDataSource(access.url(), owner.role(), owner.password(), true);
        try {
            var jdbc = JdbcClient.create(connection);
            jdbc.sql("set hotline.tenant = '*'").update();
            jdbc.sql(sql).update();
        } finally {
            connection.destroy();
        }
    }

    private record Answer(int code, List<String> lines) {}

    private Answer verify() {
        var out = new StringWriter();
        var line = Hotline.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        int code = line.execute(
                "ledger", "verify", "--data", folder.resolve("data").toString());
        return new Answer(code, out.toString().lines().toList());
    }
}
