package org.hotline400.bench.platform;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.BenchFailedException;

/// A command of `./hotline` that measures itself and prints, in a process of its own. Short commands are
/// compiled little and have little heap; this one is compiled as the platform is.
///
/// @param heap its largest, such as `1g`
/// @param words behind `./hotline`
public record HotlineCommand(String heap, List<String> words) {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    /// Makes something of what a command prints, and reads it to its end.
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream printed) throws IOException;
    }

    public HotlineCommand {
        words = List.copyOf(words);
    }

    /// Runs it.
    ///
    /// @return what it printed
    /// @throws BenchFailedException when it fails or takes longer
    public String printed(Duration within) throws IOException, InterruptedException {
        var folder = Children.folder(words.getFirst());
        try {
            var output = folder.resolve("printed");
            var process = start(ProcessBuilder.Redirect.to(output.toFile()));
            if (!process.waitFor(within)) {
                Children.end(process, ENDED_WITHIN);
                throw tookLonger(within);
            }
            requireSuccess(process);
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Children.remove(folder);
        }
    }

    /// Runs it, and has what it prints read as it comes: for what would be too much to keep.
    ///
    /// @throws BenchFailedException when it fails or takes longer
    public <T> T stream(Duration within, Reader<T> reader) throws IOException, InterruptedException {
        var process = start(ProcessBuilder.Redirect.PIPE);
        var bound = Thread.ofVirtual().start(() -> endLate(process, within));
        try (var printed = process.getInputStream()) {
            var made = reader.read(printed);
            if (!process.waitFor(ENDED_WITHIN)) {
                throw new BenchFailedException("not all that hotline " + words.getFirst() + " printed was read");
            }
            requireSuccess(process);
            return made;
        } finally {
            bound.interrupt();
            Children.end(process, ENDED_WITHIN);
        }
    }

    /// What is read from it ends then, and its exit code is not 0.
    private static void endLate(Process process, Duration within) {
        try {
            if (!process.waitFor(within)) {
                Children.end(process, ENDED_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BenchFailedException tookLonger(Duration within) {
        return new BenchFailedException(
                "hotline " + words.getFirst() + " took longer than " + within.toSeconds() + " s");
    }

    private void requireSuccess(Process process) {
        if (process.exitValue() != 0) {
            throw new BenchFailedException("hotline " + words.getFirst() + " ended with " + process.exitValue());
        }
    }

    private Process start(ProcessBuilder.Redirect output) throws IOException {
        var line = new ArrayList<String>();
        line.add(HomeFolder.path().resolve("hotline").toString());
        line.addAll(words);
        var builder = new ProcessBuilder(line);
        builder.environment().put("HOTLINE_BUILD", "no");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOTLINE_JAVA_OPTS", "-XX:TieredStopAtLevel=4 -Xmx" + heap);
        return Children.start(builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output));
    }
}
