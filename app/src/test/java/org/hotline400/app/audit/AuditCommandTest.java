package org.hotline400.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hotline400.app.Hotline;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.StoredDatabase;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.identity.audit.AuditEntry;
import org.hotline400.server.identity.audit.AuditTrail;
import org.hotline400.server.kernel.HotlineSettings.Database;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Timeout(180)
class AuditCommandTest {
    @TempDir
    Path folder;

    @Test
    void the_trail_is_proved_while_the_platform_runs_and_after() throws IOException {
        var heads = folder.resolve("heads.txt");
        TenantId shop;
        try (var server = Hotline400Server.start(options())) {
            shop = server.context()
                    .getBean(Tenants.class)
                    .create("Mother and baby")
                    .id();
            var trail = server.context().getBean(AuditTrail.class);
            for (int i = 1; i <= 3; i++) {
                trail.note(new AuditEntry(shop, UUID.randomUUID(), "Mrs Wang", "did", "s" + i, "201", "192.0.2.1"));
            }

            var head = hotline("head");
            assertThat(head.code()).isZero();
            assertThat(head.lines()).singleElement().asString().matches(shop + " 3 [0-9a-f]{64}");
            Files.write(heads, head.lines());
            assertThat(hotline("verify").lines())
                    .containsExactly(head.lines().getFirst() + " ok", "1 chains, 0 broken");
        }
        assertThat(hotline("verify", "--tenant", shop.toString(), "--head", heads.toString())
                        .code())
                .isZero();

        behindItsBack("delete from identity.audit_entries where sequence = 3");
        behindItsBack("update identity.audit_heads h set sequence = 2, hash ="
                + " (select hash from identity.audit_entries e where e.sequence = 2)");

        assertThat(hotline("verify").code()).as("the chain by itself holds").isZero();
        var cutOff = hotline("verify", "--head", heads.toString());
        assertThat(cutOff.code()).isEqualTo(1);
        assertThat(cutOff.lines().getFirst()).contains("BROKEN at entry 3");
        behindItsBack("update identity.audit_entries set detail = 'nothing' where sequence = 1");
        var changed = hotline("verify");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.lines().getFirst())
                .contains("BROKEN at entry 1: the entry is not as it was written (0 before it hold)");
        assertThat(hotline("verify", "--tenant", UUID.randomUUID().toString()).lines())
                .containsExactly("0 chains, 0 broken");
    }

    @Test
    void says_what_is_wrong_with_its_options() {
        assertThat(hotline("verify", "--tenant", "shop").code()).isEqualTo(2);
        assertThat(hotline("verify", "--head", folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
        assertThat(hotline("head").code()).as("there is no data here").isEqualTo(2);
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
            for (var one : List.of(
                    "set hotline.tenant = '*'",
                    "alter table identity.audit_entries disable trigger user",
                    "alter table identity.audit_heads disable trigger user",
                    sql)) {
                jdbc.sql(one).update();
            }
        } finally {
            connection.destroy();
        }
    }

    private record Answer(int code, List<String> lines) {}

    private Answer hotline(String command, String... arguments) {
        var all = new ArrayList<>(List.of("audit", command));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        var out = new StringWriter();
        var line = Hotline.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        int code = line.execute(all.toArray(String[]::new));
        return new Answer(code, out.toString().lines().toList());
    }
}
