package org.hotline400.bench.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.BenchFailedException;

/// PostgreSQL's programs, started as the platform starts them: PostgreSQL refuses to be root, so for root in a
/// user namespace of their own.
///
/// @param folder that holds `bin/postgres`
public record PostgresPrograms(Path folder) {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    /// Those that the platform runs; they stay as long as it is not closed, also when it is stopped.
    public static PostgresPrograms of(PlatformUnderTest platform) {
        var file = platform.data().resolve("postgres").resolve("postmaster.opts");
        try {
            // The program, then its arguments, each in quotes.
            var line = Files.readString(file).strip();
            int arguments = line.indexOf(" \"");
            var postgres = Path.of(arguments < 0 ? line : line.substring(0, arguments));
            return new PostgresPrograms(postgres.resolve("../..").normalize());
        } catch (IOException e) {
            throw new BenchFailedException("the platform's PostgreSQL is not found: " + e.getMessage());
        }
    }

    /// Starts one of them.
    ///
    /// @param log what it prints is put behind what is there
    public Process start(Path log, String program, List<String> arguments) throws IOException {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return Children.start(builder);
    }

    /// Runs one of them to its end.
    ///
    /// @throws BenchFailedException when it fails or takes longer
    public void run(Path log, Duration within, String program, List<String> arguments)
            throws IOException, InterruptedException {
        var process = start(log, program, arguments);
        boolean ended = process.waitFor(within);
        Children.end(process, ENDED_WITHIN);
        if (!ended || process.exitValue() != 0) {
            throw new BenchFailedException("PostgreSQL's " + program + " failed:\n" + Files.readString(log));
        }
    }
}
