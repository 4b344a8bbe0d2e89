package org.hotline400.server.billing.paper;

import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.month.ChargeKind;
import org.hotline400.server.web.CsvLine;

/// A bill's lines as CSV, with a byte order mark, so that Chinese spreadsheets read it.
public final class BillCsv {
    private static final List<String> HEAD =
            List.of("bill", "hotline", "month", "line", "kind", "item", "amount", "taxPercent", "chinese", "english");

    private BillCsv() {}

    public static String write(Bill bill) {
        var text = new StringBuilder("\uFEFF").append(CsvLine.join(HEAD));
        for (int i = 0; i < bill.lines().size(); i++) {
            var line = bill.lines().get(i);
            text.append(CsvLine.join(List.of(
                    bill.number().orElse(""),
                    bill.hotline().digits(),
                    bill.month().toString(),
                    Integer.toString(i + 1),
                    line.kind(),
                    ChargeKind.of(line.kind()).chinese(),
                    line.amount().toString(),
                    Integer.toString(line.taxPercent()),
                    line.chinese(),
                    line.english())));
        }
        return text.toString();
    }
}
