package org.hotline400.bench.calls;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.ProcessUsage;

/// Kamailio as a mere proxy in the platform's place: it relays calls to the carrier, statefully, and stays on their
/// way.
final class Kamailio implements Road, AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(10);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    /// A transaction stays for seconds: with the usual 64 MB it would run out of memory, not of time.
    private static final String SHARED_MEGABYTES = "1024";

    private static final String WORKER_MEGABYTES = "32";

    private final Process process;
    private final Path folder;
    private final InetSocketAddress address;

    private Kamailio(Process process, Path folder, InetSocketAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    static boolean isInstalled() {
        return Programs.isOnPath("kamailio");
    }

    static Kamailio start(InetSocketAddress address, InetSocketAddress carrier) throws InterruptedException {
        try {
            var folder = Children.folder("kamailio");
            Files.writeString(folder.resolve("kamailio.cfg"), configuration(address, carrier));
            var command = new ArrayList<>(List.of(
                    "kamailio",
                    "-DD",
                    "-E",
                    "-f",
                    "kamailio.cfg",
                    "-Y",
                    folder.toString(),
                    "-P",
                    folder + "/pid",
                    "-m",
                    SHARED_MEGABYTES,
                    "-M",
                    WORKER_MEGABYTES));
            var process = Children.start(new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(folder.resolve("output.log").toFile()));
            var kamailio = new Kamailio(process, folder, address);
            kamailio.awaitReady();
            return kamailio;
        } catch (IOException e) {
            throw new BenchFailedException("Kamailio cannot be started: " + e.getMessage());
        }
    }

    private static String configuration(InetSocketAddress address, InetSocketAddress carrier) throws IOException {
        try (var in = Kamailio.class.getResourceAsStream("/calls/kamailio.cfg")) {
            if (in == null) {
                throw new IOException("the bench has no kamailio.cfg");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@port@", "" + address.getPort())
                    .replace("@carrier@", "" + carrier.getPort());
        }
    }

    private void awaitReady() throws InterruptedException {
        if (!FirstCall.isAnswered(address, READY_WITHIN)) {
            var output = output();
            close();
            throw new BenchFailedException("Kamailio relays no call; it printed:\n" + output);
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "(nothing: " + e.getMessage() + ")";
        }
    }

    @Override
    public String name() {
        return "Kamailio";
    }

    @Override
    public InetSocketAddress sip() {
        return address;
    }

    /// Its workers are children of its first process.
    @Override
    public ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    @Override
    public void prepare() {
        if (!process.isAlive()) {
            throw new BenchFailedException("Kamailio ended by accident; it printed:\n" + output());
        }
    }

    @Override
    public Settled settle(long completed) {
        return Settled.KEEPS_NONE;
    }

    @Override
    public void close() {
        Children.end(process, ENDED_WITHIN);
        Children.remove(folder);
    }
}
