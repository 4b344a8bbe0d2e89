package org.hotline400.server.billing.invoices;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.CsvLine;

/// What came back from the operator's tax system, row by row: the sound rows, and all that is wrong with the others.
public record ResultsFile(List<Row> rows, List<Violation> violations) {
    static final int MOST_ROWS = 10_000;

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("申请编号", "request"),
            Map.entry("request", "request"),
            Map.entry("结果", "result"),
            Map.entry("result", "result"),
            Map.entry("发票代码", "code"),
            Map.entry("code", "code"),
            Map.entry("发票号码", "number"),
            Map.entry("number", "number"),
            Map.entry("开票日期", "day"),
            Map.entry("day", "day"),
            Map.entry("拒绝原因", "reason"),
            Map.entry("reason", "reason"));

    /// @param line from 1
    public record Row(int line, InvoiceId request, InvoiceResult result) {}

    public ResultsFile {
        rows = List.copyOf(rows);
        violations = List.copyOf(violations);
    }

    /// @param today the last day that an invoice can have
    /// @throws InvalidInputException when its first line does not name the columns
    public static ResultsFile read(CsvFile file, LocalDate today) throws IOException {
        var reading = new Reading(today);
        file.forEachLine(reading::line);
        reading.headWasThere();
        return new ResultsFile(reading.rows, reading.violations);
    }

    private static final class Reading {
        private final LocalDate today;
        private final List<Row> rows = new ArrayList<>();
        private final List<Violation> violations = new ArrayList<>();
        private final Map<InvoiceId, Integer> seen = new HashMap<>();
        private Map<String, Integer> columns = Map.of();

        Reading(LocalDate today) {
            this.today = today;
        }

        void line(int number, String text) {
            if (columns.isEmpty()) {
                columns = head(number, text);
            } else if (rows.size() < MOST_ROWS) {
                row(number, text);
            } else {
                throw new InvalidInputException(
                        List.of(new Violation("body", "invoices.too-many", "has at most " + MOST_ROWS + " rows")));
            }
        }

        void headWasThere() {
            if (columns.isEmpty()) {
                throw new InvalidInputException(
                        List.of(new Violation("body", "invoices.columns", "is empty", Optional.of("文件为空。"))));
            }
        }

        private static Map<String, Integer> head(int number, String text) {
            var found = new HashMap<String, Integer>();
            var names = CsvLine.split(text);
            for (int i = 0; i < names.size(); i++) {
                var column = COLUMNS.get(names.get(i).strip());
                if (column != null) {
                    found.put(column, i);
                }
            }
            if (!found.containsKey("request") || !found.containsKey("result")) {
                throw new InvalidInputException(List.of(new Violation(
                        CsvFile.field(number),
                        "invoices.columns",
                        "the first line names the columns request, result, code, number, day, reason",
                        Optional.of("首行应为列名：申请编号、结果、发票代码、发票号码、开票日期、拒绝原因。"))));
            }
            return found;
        }

        private void row(int number, String text) {
            var checks = new Checks();
            var path = CsvFile.field(number);
            try {
                var cells = CsvLine.split(text);
                var request = checks.read(
                        path + ".request", "invoices.request", cell(cells, "request"), one -> id(one, number));
                var result = resultRow(cells).read(checks, path + ".", today);
                checks.done();
                rows.add(new Row(number, request.get(), result.get()));
            } catch (InvalidInputException wrong) {
                violations.addAll(wrong.violations());
            } catch (IllegalArgumentException quotes) {
                violations.add(new Violation(path, "invoices.malformed", String.valueOf(quotes.getMessage())));
            }
        }

        private ResultRow resultRow(List<String> cells) {
            return new ResultRow(
                    cell(cells, "result"),
                    cell(cells, "code"),
                    cell(cells, "number"),
                    cell(cells, "day"),
                    cell(cells, "reason"));
        }

        private InvoiceId id(String text, int number) {
            InvoiceId id;
            try {
                id = InvoiceId.of(text.strip());
            } catch (IllegalArgumentException _) {
                throw new MistakeException("is the id of a request as the batch has it", "应为批次文件中的申请编号。");
            }
            var before = seen.putIfAbsent(id, number);
            if (before != null) {
                throw new MistakeException("stands in line " + before + " already", "与第 " + before + " 行重复。");
            }
            return id;
        }

        private String cell(List<String> cells, String column) {
            var at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at);
        }
    }
}
