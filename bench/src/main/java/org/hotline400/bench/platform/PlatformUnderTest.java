package org.hotline400.bench.platform;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hotline400.bench.BenchFailedException;

/// The platform as an operator starts it: `./hotline run` on a fresh data folder, on free ports of loopback. Closing it
/// ends it and removes the folder.
public final class PlatformUnderTest implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int SHOWN_LINES = 40;
    private static final String DRAIN_SECONDS = "5";
    private static final Pattern KEY = Pattern.compile("(?m)^api-key operator=(\\S+)$");
    private static final Pattern READY = Pattern.compile("(?m)^hotline ready: .*$");

    private final Path folder;
    private final PlatformSettings settings;
    private final int sipPort = Ports.free();
    private final int httpPort = Ports.free();
    private Process process;
    private String operatorKey = "";

    private PlatformUnderTest(Path folder, PlatformSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.process = launch(settings.javaOptions());
    }

    /// Starts it and waits until it takes calls.
    ///
    /// @throws BenchFailedException when it does not; shows what it printed
    public static PlatformUnderTest start(PlatformSettings settings) {
        try {
            var platform = new PlatformUnderTest(Children.folder("platform"), settings);
            platform.awaitReady();
            platform.operatorKey = platform.find(KEY)
                    .orElseThrow(() -> platform.failed("printed no API key of the operator"))
                    .group(1);
            return platform;
        } catch (IOException e) {
            throw new BenchFailedException("the platform cannot be started: " + e.getMessage());
        }
    }

    private Process launch(List<String> javaOptions) throws IOException {
        Files.deleteIfExists(log());
        var builder = new ProcessBuilder(new java.util.ArrayList<>(List.of(
                HomeFolder.path().resolve("hotline").toString(),
                "run",
                "--data",
                data().toString(),
                "--http",
                Integer.toString(httpPort),
                "--sip",
                Integer.toString(sipPort),
                "--rtp-ports",
                settings.firstRtpPort() + "-" + settings.lastRtpPort(),
                "--drain",
                DRAIN_SECONDS,
                "--trunk",
                settings.trunk().getAddress().getHostAddress() + ":"
                        + settings.trunk().getPort())));
        // What is measured stays the same, whatever is edited meanwhile.
        builder.environment().put("HOTLINE_BUILD", "no");
        builder.environment().put("HOTLINE_JAVA_OPTS", String.join(" ", javaOptions));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Children.start(builder.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log().toFile()));
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (find(READY).isEmpty()) {
            if (!process.isAlive()) {
                throw failed("ended with exit code " + process.exitValue() + " while starting");
            }
            if (System.nanoTime() > deadline) {
                throw failed("was not ready within " + READY_WITHIN.toSeconds() + " s");
            }
            waitAMoment();
        }
    }

    private void waitAMoment() {
        try {
            process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted while starting");
        }
    }

    private Optional<java.util.regex.MatchResult> find(Pattern pattern) {
        return pattern.matcher(read(log())).results().findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "(" + file + " cannot be read: " + e.getMessage() + ")\n";
        }
    }

    /// Says that the platform did this, with the last it printed and logged; ends it.
    public BenchFailedException failed(String what) {
        var printed = lastLines(read(log()));
        var logged = lastLines(read(data().resolve("logs").resolve("hotline.log")));
        close();
        return new BenchFailedException(
                "the platform " + what + "; it printed:\n" + printed + "and logged:\n" + logged);
    }

    private static String lastLines(String text) {
        var lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())) + "\n";
    }

    /// Ends it as an operator does; its data stay for [#restart].
    public void stop() {
        Children.end(process, STOPPED_WITHIN);
    }

    /// Starts it again on the same data and ports, without waiting: a stopwatch may run.
    ///
    /// @param javaOptions instead of those of the first start
    public void restart(List<String> javaOptions) {
        if (process.isAlive()) {
            throw new IllegalStateException("it runs");
        }
        try {
            process = launch(javaOptions);
        } catch (IOException e) {
            throw failed("cannot be started again: " + e.getMessage());
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Of the Java process; its PostgreSQL is a child of it.
    public long pid() {
        return process.pid();
    }

    public InetSocketAddress sip() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), sipPort);
    }

    /// Such as `http://127.0.0.1:8400`.
    public URI http() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /// An API key that may do everything.
    public String operatorKey() {
        return operatorKey;
    }

    public Path data() {
        return folder.resolve("data");
    }

    /// What it prints.
    public Path log() {
        return folder.resolve("output.log");
    }

    @Override
    public void close() {
        stop();
        Children.remove(folder);
    }
}
