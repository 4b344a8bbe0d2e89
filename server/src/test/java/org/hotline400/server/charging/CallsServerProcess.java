package org.hotline400.server.charging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.telephony.Switchboard;
import org.springframework.context.ApplicationContext;

/// A server with one paying customer in a process of its own, so that it can be killed. It lives until its
/// standard input ends, and so not longer than the test. Over and over it writes down how the customer stands.
final class CallsServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final long LOOK_MILLIS = 200;

    private final Process process;
    private final Path folder;

    private CallsServerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /// How the customer stands, as the server writes it down.
    record Standing(Money balance, Money reserved, int legs, Money cost) {
        static Standing read(String line) {
            var words = line.split(" ", -1);
            return new Standing(
                    Money.parse(words[0]), Money.parse(words[1]), Integer.parseInt(words[2]), Money.parse(words[3]));
        }
    }

    /// Starts it in this folder, the first time with a new customer, and waits until it serves.
    static CallsServerProcess start(Path folder, int carrierPort) throws IOException {
        Files.deleteIfExists(folder.resolve("ready"));
        Files.deleteIfExists(folder.resolve("standing"));
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java, "-cp", classes, CallsServerProcess.class.getName(), folder.toString(), "" + carrierPort))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        try {
            Awaitility.await("the server serves")
                    .atMost(START)
                    .failFast("the server ended, see " + folder.resolve("log"), () -> !process.isAlive())
                    .until(() -> Files.exists(folder.resolve("ready")));
            return new CallsServerProcess(process, folder);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    InetSocketAddress sip() throws IOException {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(folder.resolve("ready"))));
    }

    HotlineNumber number() throws IOException {
        return new HotlineNumber(Files.readString(folder.resolve("customer")).split(" ", -1)[1]);
    }

    Standing standing() throws IOException {
        return Standing.read(Files.readString(folder.resolve("standing")));
    }

    /// Whether it has written down how the customer stands.
    boolean tells() {
        return Files.exists(folder.resolve("standing"));
    }

    /// As `kill -9`: nothing of it runs on, nothing is tidied up.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("SIGKILL did not end the server");
        }
    }

    /// Ends the PostgreSQL that a killed server left behind, unless a later one has done so.
    static void endOrphan(Path folder) throws IOException {
        var file = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() throws IOException {
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

    /// The process itself. Arguments: its folder, the port of the carrier.
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        try (var server = Hotline400Server.start(options(folder, Integer.parseInt(args[1])));
                var looks = Executors.newSingleThreadScheduledExecutor()) {
            var customer = customer(server, folder);
            write(
                    folder,
                    "ready",
                    ""
                            + server.context()
                                    .getBean(Switchboard.class)
                                    .sipAddress()
                                    .getPort());
            var _ = looks.scheduleWithFixedDelay(() -> tell(folder, customer), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            System.in.transferTo(OutputStream.nullOutputStream());
            looks.shutdownNow();
        }
    }

    private static void tell(Path folder, CallsCustomer customer) {
        try {
            write(folder, "standing", line(customer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallsCustomer customer(RunningServer server, Path folder) throws IOException {
        ApplicationContext context = server.context();
        var known = folder.resolve("customer");
        if (Files.exists(known)) {
            var words = Files.readString(known).split(" ", -1);
            return new CallsCustomer(context, TenantId.of(words[0]), new HotlineNumber(words[1]));
        }
        CallsCustomer.offer(context);
        var customer = CallsCustomer.sign(context, 0, "1.00");
        write(folder, "customer", customer.tenant + " " + customer.number.digits());
        return customer;
    }

    private static String line(CallsCustomer customer) {
        var standing = customer.standing();
        var legs = customer.legs();
        var cost = legs.stream().map(RatedLeg::cost).reduce(Money.ZERO, Money::plus);
        return standing.balance() + " " + standing.reserved() + " " + legs.size() + " " + cost;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        var fresh = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static ServerOptions options(Path folder, int carrierPort) {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var plain = ServerOptions.in(folder.resolve("data")).withHttp(anyPort).withSip(anyPort);
        return new ServerOptions(
                plain.data(),
                plain.http(),
                plain.sip(),
                plain.advertise(),
                plain.rtpPorts(),
                Optional.of(new HostPort("127.0.0.1", carrierPort)),
                plain.database(),
                false);
    }
}
