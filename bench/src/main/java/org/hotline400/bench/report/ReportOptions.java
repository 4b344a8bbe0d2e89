package org.hotline400.bench.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.HomeFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a result goes beside the terminal: options of every bench.
public final class ReportOptions {
    private static final String TERMINAL = "-";

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the result as JSON; - for the terminal.")
    private @Nullable String json;

    @Option(names = "--keep", description = "Keeps the result in docs/benchmarks.md.")
    private boolean keep;

    /// Prints the report, and puts it where the options say.
    public void deliver(Report report, PrintWriter out) {
        out.println();
        out.print(ReportText.plain(report));
        if (TERMINAL.equals(json)) {
            out.print(ReportJson.of(report));
        } else if (json != null) {
            write(Path.of(json), report);
        }
        out.flush();
        if (keep) {
            new BenchmarksPage(HomeFolder.path().resolve("docs").resolve("benchmarks.md")).keep(report);
        }
    }

    private static void write(Path file, Report report) {
        try {
            Files.writeString(file, ReportJson.of(report));
        } catch (IOException e) {
            throw new BenchFailedException("--json " + file + " cannot be written: " + e.getMessage());
        }
    }
}
