package org.hotline400.server.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline400.server.database.DatabaseFailedException;

/// Runs PostgreSQL's programs.
///
/// They start in a session of their own (`setsid`), so that Ctrl-C in a terminal reaches the server alone,
/// which needs its database until it has finished. For root they start in a user namespace of their own
/// (`unshare -U`), because PostgreSQL refuses to be root.
public final class PostgresCommand {
    private static final Duration INITIALISED_WITHIN = Duration.ofMinutes(2);
    private static final Duration QUIT_WITHIN = Duration.ofSeconds(5);

    private final Path home;
    private final List<String> prefix;

    public PostgresCommand(Path home) {
        this.home = home;
        this.prefix = prefix();
    }

    private static List<String> prefix() {
        var words = new ArrayList<String>();
        if (exists("setsid")) {
            words.add("setsid");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        return List.copyOf(words);
    }

    private static boolean exists(String program) {
        return List.of("/usr/bin", "/bin").stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Makes a cluster whose one user is this superuser.
    public void initialise(Path data, String superuser, Path passwordFile, Path log) {
        var ended = run(
                log,
                INITIALISED_WITHIN,
                "initdb",
                "--pgdata=" + data,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        if (ended != 0) {
            throw new DatabaseFailedException("PostgreSQL's initdb failed with exit code " + ended + "; " + log
                    + " says why (root needs user namespaces: `unshare -U true` must work; otherwise start as another"
                    + " user, or name a PostgreSQL server with --database JDBC_URL)");
        }
    }

    /// Starts `postgres` with these arguments; its output goes to the log.
    public Process start(List<String> arguments, Path log) {
        return begin(log, "postgres", arguments);
    }

    /// Ends the postmaster on this folder: the fast way, then the immediate one, then by force. All are safe
    /// for committed data.
    public void stop(Path data, ProcessHandle postmaster, Duration within) {
        signal(data, "fast", within);
        if (ended(postmaster, within)) {
            return;
        }
        signal(data, "immediate", QUIT_WITHIN);
        if (!ended(postmaster, QUIT_WITHIN)) {
            postmaster.destroyForcibly();
            ended(postmaster, QUIT_WITHIN);
        }
    }

    private void signal(Path data, String mode, Duration within) {
        run(Path.of("/dev/null"), within, "pg_ctl", "stop", "--no-wait", "--pgdata=" + data, "--mode=" + mode);
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private int run(Path log, Duration within, String program, String... arguments) {
        var process = begin(log, program, List.of(arguments));
        // Not by the handle: it may tell the end a moment before the process knows its exit code.
        try {
            if (process.waitFor(within)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }

    private Process begin(Path log, String program, List<String> arguments) {
        var words = new ArrayList<>(prefix);
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run PostgreSQL's " + program + ": " + e.getMessage(), e);
        }
    }

    /// Whether the postmaster with this process id says in its `postmaster.pid` that clients may come.
    public static boolean isReady(Path data, long pid) {
        return PostmasterFile.read(data)
                .filter(file -> file.pid() == pid && file.ready())
                .isPresent();
    }

    /// A short rest between two looks at a process.
    public static void pause(Duration rest) {
        try {
            TimeUnit.NANOSECONDS.sleep(rest.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailedException("interrupted while PostgreSQL was starting", e);
        }
    }
}
