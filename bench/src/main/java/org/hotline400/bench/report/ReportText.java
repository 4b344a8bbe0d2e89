package org.hotline400.bench.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A report as people read it: on a terminal, and in Markdown.
public final class ReportText {
    /// Where somebody wanted the figures as well: his own affair, and no path for a page.
    private static final Pattern JSON_FILE = Pattern.compile(" --json[= ]\\S+");

    private static final List<String> HEAD =
            List.of("What", "Measured", "At least", "Aim", "Reached", "Peers, same kind of machine");

    private ReportText() {}

    /// For a terminal: columns of equal width.
    public static String plain(Report report) {
        var rows = rows(report);
        var widths = widths(rows);
        var text = new StringBuilder(report.title()).append('\n');
        text.append(report.machine().text()).append('\n');
        text.append("commit ")
                .append(report.machine().commit())
                .append(", ")
                .append(time(report))
                .append('\n');
        text.append(report.command()).append("\n\n");
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        report.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        return text.toString();
    }

    /// For a page: a section under a heading.
    public static String markdown(Report report) {
        var text = new StringBuilder("## ").append(report.title()).append("\n\n");
        text.append(time(report))
                .append(", commit `")
                .append(report.machine().commit())
                .append("`.\n");
        text.append(report.machine().text()).append(".\n\n");
        text.append("```sh\n")
                .append(JSON_FILE.matcher(report.command()).replaceAll(""))
                .append("\n```\n\n");
        var rows = rows(report);
        text.append(row(rows.getFirst())).append("|---|--:|--:|--:|---|---|\n");
        rows.subList(1, rows.size()).forEach(row -> text.append(row(row)));
        if (!report.notes().isEmpty()) {
            text.append('\n');
        }
        report.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String time(Report report) {
        return report.at().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static List<List<String>> rows(Report report) {
        var rows = new ArrayList<>(List.of(HEAD));
        for (var figure : report.figures()) {
            rows.add(List.of(
                    figure.what(),
                    figure.valueText(),
                    figure.goal().leastText(),
                    figure.goal().aimText(),
                    figure.verdict().word(),
                    figure.peersText()));
        }
        return rows;
    }

    private static int[] widths(List<List<String>> rows) {
        var widths = new int[HEAD.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
