package org.hotline400.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.database.EmbeddedPostgres.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path data;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) {
            one.close();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> postmasters().isEmpty());
    }

    private DataFolder folder() {
        var folder = DataFolder.open(data);
        open.add(folder);
        return folder;
    }

    private EmbeddedPostgres start(DataFolder folder) {
        var postgres = EmbeddedPostgres.start(folder, Durability.POWER_LOSS);
        open.add(postgres);
        return postgres;
    }

    @Test
    void keeps_committed_rows_though_the_server_was_killed() throws Exception {
        var killed = killAfterCommit();
        // The orphan lives on: that is what the next start has to cope with.
        assertThat(postmasters()).hasSize(1);
        assertThat(killed.isAlive()).isFalse();

        var postgres = start(folder());

        assertThat(query(postgres, "select text from kept")).isEqualTo("committed before the kill");
        assertThat(postmasters()).hasSize(1);
    }

    @Test
    void keeps_committed_rows_though_server_and_database_were_killed() throws Exception {
        killAfterCommit();
        postmasters().forEach(ProcessHandle::destroyForcibly);

        var postgres = start(folder());

        assertThat(query(postgres, "select text from kept")).isEqualTo("committed before the kill");
    }

    @Test
    void durable_loopback_only_with_a_password_for_everybody() throws Exception {
        var postgres = start(folder());

        assertThat(query(postgres, "show fsync")).isEqualTo("on");
        assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(postgres, "show full_page_writes")).isEqualTo("on");
        assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(postgres, "show unix_socket_directories")).isEmpty();
        assertThat(query(postgres, "show log_timezone")).isEqualTo("UTC");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(query(postgres, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        var secret = data.resolve("secrets/postgres-superuser");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void comes_back_on_the_same_port_after_an_accident() throws Exception {
        var postgres = start(folder());
        postmasters().forEach(ProcessHandle::destroyForcibly);

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(query(postgres, "select 'here'")).isEqualTo("here"));
    }

    @Test
    void a_second_server_on_one_folder_is_told_who_has_it() {
        folder();

        assertThatThrownBy(() -> DataFolder.open(data))
                .isInstanceOf(DataFolderInUseException.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }

    private Process killAfterCommit() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        open.add(() -> process.destroyForcibly());
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("committed");
            process.destroyForcibly().waitFor();
        }
        return process;
    }

    private List<ProcessHandle> postmasters() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains(data.resolve("postgres").toString()))
                .toList();
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        var login = postgres.superuser();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("postgres"), login.role(), login.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
