package org.hotline400.bench.calls;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.ProcessUsage;

/// A running SIPp with one of our scenarios, in a folder of its own. Ends at the latest when it is closed.
final class Sipp implements AutoCloseable {
    /// More than any load here has open; SIPp holds calls back beyond it, which [LoadResult] would show.
    static final int MOST_OPEN_CALLS = 18_000;

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(3);
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int STATISTICS_SECONDS = 1;
    /// Its clock ticks every 4 ms at best: a finer resolution only spreads the calls better.
    private static final int TIMER_MILLISECONDS = 1;

    private final Process process;
    private final Path folder;

    private Sipp(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /// Answers calls at this address until closed.
    static Sipp carrier(InetSocketAddress address) {
        return start("carrier", List.of("-p", "" + address.getPort(), "-recv_timeout", "20000"));
    }

    /// Calls.
    ///
    /// @param calls the file of numbers, see [CallList]
    static Sipp callers(InetSocketAddress target, Path calls, Load load) {
        return start(
                "caller",
                List.of(
                        "127.0.0.1:" + target.getPort(),
                        "-inf",
                        calls.toString(),
                        "-r",
                        "" + load.rate(),
                        "-m",
                        "" + load.calls(),
                        "-l",
                        "" + MOST_OPEN_CALLS,
                        "-recv_timeout",
                        "" + Load.PATIENCE.toMillis(),
                        "-timeout",
                        load.atMost().toSeconds() + "s"));
    }

    private static Sipp start(String scenario, List<String> more) {
        try {
            var folder = Children.folder("sipp-" + scenario);
            copy(scenario + ".xml", folder);
            var command = new ArrayList<>(List.of("sipp"));
            command.addAll(more);
            command.addAll(List.of(
                    "-sf",
                    scenario + ".xml",
                    "-i",
                    "127.0.0.1",
                    "-nostdin",
                    "-timer_resol",
                    "" + TIMER_MILLISECONDS,
                    "-buff_size",
                    "" + BUFFER_BYTES,
                    "-deadcall_wait",
                    "0",
                    "-watchdog_minor_maxtriggers",
                    "1000000",
                    "-watchdog_major_maxtriggers",
                    "1000000",
                    "-trace_stat",
                    "-stf",
                    "statistics.csv",
                    "-fd",
                    "" + STATISTICS_SECONDS,
                    "-trace_counts",
                    "-trace_err",
                    "-error_file",
                    "errors.log"));
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return new Sipp(Children.start(builder), folder);
        } catch (IOException e) {
            throw new BenchFailedException("SIPp cannot be started: " + e.getMessage());
        }
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (var in = Sipp.class.getResourceAsStream("/calls/" + resource)) {
            if (in == null) {
                throw new IOException("the bench has no " + resource);
            }
            Files.copy(in, folder.resolve(resource), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// @throws BenchFailedException naming the package when SIPp is missing
    static void requireInstalled() {
        if (!Programs.isOnPath("sipp")) {
            throw new BenchFailedException(
                    "SIPp is not installed, which places the calls: on Debian and Ubuntu, apt-get install sip-tester");
        }
    }

    /// Waits until it has placed all its calls, or given up.
    LoadResult await(Load load) throws InterruptedException {
        if (!process.waitFor(load.atMost().plus(Load.PATIENCE).toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new BenchFailedException(
                    "SIPp did not end within " + load.atMost().toSeconds() + " s");
        }
        return result(load);
    }

    private LoadResult result(Load load) {
        try {
            return LoadResult.read(load, lines("statistics.csv"), lines(find("_counts.csv")));
        } catch (IOException | IllegalArgumentException e) {
            throw new BenchFailedException("SIPp ended with exit code " + process.exitValue()
                    + " and without statistics (" + e.getMessage() + "); its errors:\n" + errors());
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }

    private String find(String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no file *" + ending));
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "(none)";
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// What it has used of the machine.
    ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    @Override
    public void close() {
        Children.end(process, ENDED_WITHIN);
        Children.remove(folder);
    }
}
