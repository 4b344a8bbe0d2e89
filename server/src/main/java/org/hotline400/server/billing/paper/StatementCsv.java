package org.hotline400.server.billing.paper;

import java.util.List;
import org.hotline400.server.billing.Statement;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.web.CsvLine;

/// A statement as CSV, with a byte order mark, so that Chinese spreadsheets read it. Times are Asia/Shanghai's.
public final class StatementCsv {
    private StatementCsv() {}

    public static String write(Statement statement) {
        var text = new StringBuilder("\uFEFF")
                .append(CsvLine.join(List.of("at", "kind", "reference", "change", "balance")))
                .append(CsvLine.join(List.of(
                        statement.from().toString(),
                        "opening",
                        "",
                        "",
                        statement.opening().toString())));
        statement
                .entries()
                .forEach(entry -> text.append(CsvLine.join(List.of(
                        entry.at().atZone(BusinessTime.ZONE).toOffsetDateTime().toString(),
                        entry.kind(),
                        entry.reference(),
                        entry.change().toString(),
                        entry.balance().toString()))));
        return text.append(CsvLine.join(List.of(
                        statement.until().toString(),
                        "closing",
                        "",
                        "",
                        statement.closing().toString())))
                .toString();
    }
}
