package org.hotline400.bench.report;

import java.time.Instant;
import java.util.List;
import org.hotline400.bench.platform.Machine;

/// The result of a bench.
///
/// @param bench its name on the command line: `calls`
/// @param title of its section
/// @param command how to measure the same again
/// @param notes what a reader must know to judge the figures, a sentence each
public record Report(
        String bench,
        String title,
        Instant at,
        Machine machine,
        String command,
        List<Figure> figures,
        List<String> notes) {
    public Report {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}
