package org.hotline400.server.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of somebody else, running for one test. Closing it ends it for certain.
final class ForeignProgram implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int CAP_NET_RAW = 13;

    private final Process process;
    private final Path log;

    private ForeignProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts it in `folder`; what it prints goes to `output.log` there.
    static ForeignProgram start(Path folder, List<String> command) throws IOException {
        Path log = folder.resolve("output.log");
        var process = builder(folder, command, log)
                .redirectInput(new File("/dev/null"))
                .start();
        return new ForeignProgram(process, log);
    }

    /// As [#start], for a program that is told what to do with [#say].
    static ForeignProgram startCommanded(Path folder, List<String> command, Map<String, String> environment)
            throws IOException {
        Path log = folder.resolve("output.log");
        var builder = builder(folder, command, log);
        builder.environment().putAll(environment);
        return new ForeignProgram(builder.start(), log);
    }

    private static ProcessBuilder builder(Path folder, List<String> command, Path log) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
    }

    /// Writes a line to its standard input.
    void say(String line) throws IOException {
        var out = process.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Skips the test where the program is missing.
    static void assumeInstalled(String program, String debianPackage) {
        assumeTrue(
                onPath(program),
                () -> program + " is not installed: on Debian and Ubuntu, apt-get install " + debianPackage);
    }

    /// Skips the test where this user may not open raw sockets, through which SIPp sends recorded RTP.
    static void assumeRawSockets() {
        assumeTrue(mayOpenRawSockets(), "SIPp sends audio through raw sockets: run as root or with CAP_NET_RAW");
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayOpenRawSockets() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .map(line -> line.substring("CapEff:".length()).strip())
                    .anyMatch(set -> ((Long.parseUnsignedLong(set, 16) >> CAP_NET_RAW) & 1) == 1);
        } catch (IOException e) {
            return false;
        }
    }

    /// Waits for the end.
    ///
    /// @return its exit code
    /// @throws AssertionError when it is still running after `atMost`
    int awaitExit(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + atMost + ":\n" + output());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Returns when it has ended, or after 100 ms.
    void waitAMoment() throws InterruptedException {
        process.waitFor(100, TimeUnit.MILLISECONDS);
    }

    /// What it has printed.
    String output() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "(no output: " + e + ")";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
