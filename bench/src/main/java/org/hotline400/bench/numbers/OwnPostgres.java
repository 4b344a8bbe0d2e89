package org.hotline400.bench.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.PostgresPrograms;

/// A PostgreSQL on a folder of its own, set up to read quickly: everything in shared memory, nothing written
/// twice. Closing it ends it and removes the folder.
final class OwnPostgres implements AutoCloseable {
    private static final Duration INITIALISED_WITHIN = Duration.ofMinutes(1);
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String SUPERUSER = "postgres";

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port = Ports.free();
    private final String password = UUID.randomUUID().toString();
    private final Process process;

    private OwnPostgres(PostgresPrograms programs, Path folder, int megabytes)
            throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = folder;
        initialise();
        this.process = programs.start(log(), "postgres", arguments(megabytes));
    }

    /// @param megabytes of shared memory for tables and indexes
    static OwnPostgres start(PostgresPrograms programs, int megabytes) throws InterruptedException {
        try {
            var postgres = new OwnPostgres(programs, Children.folder("postgres"), megabytes);
            postgres.awaitReady();
            return postgres;
        } catch (IOException e) {
            throw new BenchFailedException("PostgreSQL cannot be started: " + e.getMessage());
        }
    }

    private void initialise() throws IOException, InterruptedException {
        var secret = Files.writeString(folder.resolve("password"), password);
        programs.run(
                log(),
                INITIALISED_WITHIN,
                "initdb",
                List.of(
                        "--pgdata=" + data(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
    }

    private List<String> arguments(int megabytes) {
        var arguments = new ArrayList<>(List.of("-D", data().toString()));
        for (var setting : settings(megabytes)) {
            arguments.addAll(List.of("-c", setting));
        }
        return arguments;
    }

    private List<String> settings(int megabytes) {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "shared_buffers=" + megabytes + "MB",
                "effective_cache_size=" + 2 * megabytes + "MB",
                "work_mem=64MB",
                "maintenance_work_mem=" + Math.min(512, megabytes) + "MB",
                // All of it is in memory.
                "random_page_cost=1.1",
                "jit=off",
                // Filled once, and thrown away.
                "fsync=off",
                "full_page_writes=off",
                "wal_level=minimal",
                "max_wal_senders=0",
                "autovacuum=off");
    }

    private void awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                var printed = printed();
                close();
                throw new BenchFailedException("PostgreSQL does not start; it printed:\n" + printed);
            }
            Thread.sleep(POLL);
        }
    }

    private boolean isReady() {
        try (var _ = open()) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String printed() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "(nothing: " + e.getMessage() + ")";
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable", SUPERUSER, password);
    }

    Connection connect() {
        try {
            return open();
        } catch (SQLException e) {
            throw new BenchFailedException("PostgreSQL cannot be asked: " + e.getMessage());
        }
    }

    Path folder() {
        return folder;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("log");
    }

    /// At once: nothing of it is kept.
    @Override
    public void close() {
        try {
            programs.run(
                    log(),
                    ENDED_WITHIN,
                    "pg_ctl",
                    List.of("stop", "--pgdata=" + data(), "--mode=immediate", "--no-wait"));
        } catch (IOException | BenchFailedException e) {
            // It has ended already; or it is ended now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Children.end(process, ENDED_WITHIN);
        Children.remove(folder);
    }
}
