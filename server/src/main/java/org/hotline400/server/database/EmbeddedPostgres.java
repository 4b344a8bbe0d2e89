package org.hotline400.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline400.server.database.internal.OrphanedPostmaster;
import org.hotline400.server.database.internal.PostgresBinaries;
import org.hotline400.server.database.internal.PostgresCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL as a child process of the server, with its data in `<data>/postgres` and its log in
/// `<data>/logs/postgres.log`.
///
/// It listens on 127.0.0.1 only, on a free port, and asks every user for a password (SCRAM). When its process
/// ends by accident it is started again on the same port. It survives `kill -9` of the server: the next start
/// ends the orphan cleanly and goes on with its data.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);
    private static final int ATTEMPTS = 10;
    private static final String SUPERUSER = "postgres";

    /// What a committed transaction survives.
    public enum Durability {
        /// Everything, a power cut included: `fsync=on`, `synchronous_commit=on`.
        POWER_LOSS,
        /// The end of PostgreSQL's process only. For tests.
        PROCESS
    }

    private final DataFolder folder;
    private final Durability durability;
    private final PostgresCommand command;
    private final int port;
    private @Nullable Process process;
    private boolean wanted;

    private EmbeddedPostgres(DataFolder folder, Durability durability) {
        this.folder = folder;
        this.durability = durability;
        this.command = new PostgresCommand(PostgresBinaries.unpacked(folder.path()));
        this.port = freePort();
    }

    /// Starts PostgreSQL on this folder, making its cluster at the first start. Ends an orphan first.
    ///
    /// @throws DatabaseFailedException when it is not ready within two minutes
    public static EmbeddedPostgres start(DataFolder folder, Durability durability) {
        var postgres = new EmbeddedPostgres(folder, durability);
        postgres.initialise();
        postgres.resume();
        return postgres;
    }

    /// Where clients find this database of it.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    public Login superuser() {
        return new Login(SUPERUSER, folder.secret("postgres-superuser"));
    }

    public boolean isRunning() {
        var current = process;
        return current != null && current.isAlive();
    }

    /// Starts it again after [#stop()], on the same port.
    public synchronized void resume() {
        wanted = true;
        if (isRunning()) {
            return;
        }
        OrphanedPostmaster.end(data(), command, STOPPED_WITHIN);
        var started = startPatiently();
        process = started;
        var _ = started.onExit().thenAccept(this::revive);
    }

    /// Ends PostgreSQL cleanly; bounded. Does nothing when it does not run.
    public synchronized void stop() {
        wanted = false;
        var current = process;
        if (current != null && current.isAlive()) {
            command.stop(data(), current.toHandle(), STOPPED_WITHIN);
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    private void revive(Process ended) {
        try {
            synchronized (this) {
                if (wanted) {
                    LOG.warn("PostgreSQL ended by accident with exit code {}; starting it again", ended.exitValue());
                    resume();
                }
            }
        } catch (RuntimeException e) {
            LOG.error("PostgreSQL could not be started again: {}", e.getMessage());
        }
    }

    private Path data() {
        return folder.path().resolve("postgres");
    }

    private Path log() {
        return folder.folder("logs").resolve("postgres.log");
    }

    /// Makes the cluster beside its final place, so that a first start that is killed half-way leaves no half
    /// cluster.
    private void initialise() {
        if (Files.exists(data())) {
            return;
        }
        var fresh = folder.path().resolve("postgres.new");
        try {
            FileSystemUtils.deleteRecursively(fresh);
            folder.secret("postgres-superuser");
            var password = folder.path().resolve("secrets").resolve("postgres-superuser");
            command.initialise(fresh, SUPERUSER, password, log());
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> postgres() {
        var arguments = new ArrayList<>(List.of("-D", data().toString()));
        settings().forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
        return arguments;
    }

    private Map<String, String> settings() {
        var durable = durability == Durability.POWER_LOSS ? "on" : "off";
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                // No socket file: its folder would have to be private as well, and TCP with a password does.
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", durable),
                Map.entry("full_page_writes", durable),
                Map.entry("synchronous_commit", durable),
                Map.entry("shared_buffers", "128MB"),
                // A thousand charged calls a second write 6 MB of WAL in it, and twice that behind each checkpoint, as
                // every page comes whole once more: with the usual 1 GB that would be every 90 s.
                Map.entry("max_wal_size", "4GB"),
                Map.entry("checkpoint_timeout", "10min"),
                Map.entry("max_connections", "100"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("jit", "off"),
                Map.entry("log_min_messages", "warning"));
    }

    /// Tries again for a while: after a `kill -9` of the postmaster its children need a moment to notice, and
    /// PostgreSQL rightly refuses to start beside them.
    private Process startPatiently() {
        for (var attempt = 1; ; attempt++) {
            var started = command.start(postgres(), log());
            if (becomesReady(started)) {
                return started;
            }
            if (attempt == ATTEMPTS) {
                throw new DatabaseFailedException("the embedded PostgreSQL ended with exit code " + started.exitValue()
                        + " while starting; " + log() + " says why");
            }
            PostgresCommand.pause(BETWEEN_ATTEMPTS);
        }
    }

    private boolean becomesReady(Process started) {
        var end = System.nanoTime() + READY_WITHIN.toNanos();
        while (started.isAlive() && !PostgresCommand.isReady(data(), started.pid())) {
            if (System.nanoTime() > end) {
                started.destroyForcibly();
                throw new DatabaseFailedException(
                        "the embedded PostgreSQL was not ready within " + READY_WITHIN + "; see " + log());
            }
            PostgresCommand.pause(POLL);
        }
        return started.isAlive();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
