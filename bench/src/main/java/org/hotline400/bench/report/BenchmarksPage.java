package org.hotline400.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.bench.BenchFailedException;

/// The page that keeps the last result of each bench, `docs/benchmarks.md`: one section each, between the markers
/// `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`. All other text is its authors'.
public final class BenchmarksPage {
    private final Path file;

    public BenchmarksPage(Path file) {
        this.file = file;
    }

    /// Puts the report in the place of the last one of the same bench.
    public void keep(Report report) {
        try {
            var page = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
            Files.writeString(file, with(page, report));
        } catch (IOException e) {
            throw new BenchFailedException("the result cannot be kept in " + file + ": " + e.getMessage());
        }
    }

    static String with(String page, Report report) {
        var begin = "<!-- bench:" + report.bench() + " -->";
        var end = "<!-- /bench:" + report.bench() + " -->";
        var section = begin + "\n" + ReportText.markdown(report) + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 && to < 0) {
            return page.stripTrailing() + "\n\n" + section + "\n";
        }
        if (from < 0 || to < from) {
            throw new BenchFailedException("the page lacks one of the markers " + begin + " and " + end);
        }
        return page.substring(0, from) + section + page.substring(to + end.length());
    }
}
