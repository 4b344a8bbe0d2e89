package org.hotline400.server.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.telephony.Switchboard;

/// A server in a process of its own, so that it can be killed. It lives until its standard input ends, and so not
/// longer than the test.
final class ServerProcess implements AutoCloseable {
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final Process process;
    private final InetSocketAddress sip;
    private final InetSocketAddress http;
    private final RestClient rest;

    /// @param ready SIP port, HTTP port and the operator's key, as [#announce] wrote them
    private ServerProcess(Process process, String[] ready) {
        this.process = process;
        this.sip = loopback(ready[0]);
        this.http = loopback(ready[1]);
        this.rest = new RestClient(http, ready[2]);
    }

    /// Starts it on this folder and waits until it serves.
    static ServerProcess start(Path data, int branchPort) throws IOException {
        return start(data, List.of(String.valueOf(branchPort)), Map.of());
    }

    /// Starts it on this folder and a database that it shares with others, and waits until it serves.
    ///
    /// @param first whether it is to fill in the sample customers
    static ServerProcess start(Path data, int branchPort, DatabaseAccess database, boolean first) throws IOException {
        return start(
                data,
                List.of(String.valueOf(branchPort), database.url(), String.valueOf(first)),
                Map.of(
                        // All servers of one database have the same one.
                        "HOTLINE_MASTER_KEY", MASTER_KEY,
                        "HOTLINE_DATABASE_USER", database.owner().role(),
                        "HOTLINE_DATABASE_PASSWORD", database.owner().password()));
    }

    private static ServerProcess start(Path data, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                ServerProcess.class.getName(),
                data.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        Path ready = readyFile(data, process.pid());
        try {
            Awaitility.await("the server serves")
                    .atMost(START)
                    .failFast("the server ended, see " + log, () -> !process.isAlive())
                    .until(() -> Files.exists(ready));
            return new ServerProcess(process, Files.readString(ready).split(" ", -1));
        } catch (RuntimeException | IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static InetSocketAddress loopback(String port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    InetSocketAddress sip() {
        return sip;
    }

    InetSocketAddress http() {
        return http;
    }

    RestClient rest() {
        return rest;
    }

    /// As `kill -9`: nothing of it runs on, nothing is tidied up.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("SIGKILL did not end the server");
        }
    }

    /// Stops it as an operator does, and its PostgreSQL in any case.
    @Override
    public void close() throws IOException {
        rest.close();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the PostgreSQL that a killed server left behind, unless a later one has done so.
    static void endOrphan(Path data) throws IOException {
        Path file = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// The process itself. Arguments: data folder, port of the branch; of a database that is shared its URL, and
    /// whether
    /// to fill in the sample customers.
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        try (var server = Hotline400Server.start(options(data, args))) {
            var sip = server.context().getBean(Switchboard.class).sipAddress();
            announce(
                    data,
                    sip.getPort() + " " + server.httpAddress().getPort() + " " + InteropServer.operatorKey(server));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static ServerOptions options(Path data, String[] args) {
        var options = InteropServer.options(data, Integer.parseInt(args[1]));
        if (args.length == 2) {
            return options;
        }
        return new ServerOptions(
                data,
                options.http(),
                options.sip(),
                options.advertise(),
                options.rtpPorts(),
                options.trunk(),
                Optional.of(args[2]),
                Boolean.parseBoolean(args[3]));
    }

    private static void announce(Path data, String line) throws IOException {
        Path fresh = Files.writeString(data.resolveSibling(data.getFileName() + ".new"), line);
        Files.move(fresh, readyFile(data, ProcessHandle.current().pid()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path readyFile(Path data, long pid) {
        return data.resolveSibling(data.getFileName() + ".ready-" + pid);
    }
}
