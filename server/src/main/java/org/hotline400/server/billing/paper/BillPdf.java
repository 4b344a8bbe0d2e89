package org.hotline400.server.billing.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.month.ChargeKind;
import org.hotline400.server.billing.month.Fen;
import org.hotline400.server.billing.paper.ColumnTable.Cell;
import org.hotline400.server.billing.paper.ColumnTable.Column;
import org.hotline400.server.enrolment.papers.sheet.Sheet;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;

/// A bill on A4, Chinese first.
public final class BillPdf {
    private static final float AMOUNT = 72;
    private static final float KIND = 104;
    private static final float NUMBER = 26;
    private static final float PAYING = 110;
    private static final float WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(BusinessTime.ZONE);

    private BillPdf() {}

    /// Who bills whom.
    ///
    /// @param howToPay one sentence in Chinese
    /// @param howToPayInEnglish the same
    public record Parties(String seller, String customer, String howToPay, String howToPayInEnglish) {}

    /// @throws UncheckedIOException never in practice: all is in memory
    public static byte[] write(Bill bill, Parties parties) {
        try (Sheet sheet = new Sheet("账单 " + bill.number().orElse("草稿"))) {
            head(sheet, bill, parties);
            lines(sheet, bill);
            totals(sheet, bill);
            taxes(sheet, bill.taxes());
            pay(sheet, parties);
            sheet.foot(foot(bill));
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String foot(Bill bill) {
        return bill.number().orElse("草稿 Draft")
                + bill.issued().map(issue -> "　SHA-256 " + issue.hash()).orElse("　未出账，仅供参考");
    }

    private static void head(Sheet sheet, Bill bill, Parties parties) throws IOException {
        sheet.text(parties.seller(), 11, Sheet.LEFT, sheet.y());
        sheet.textRight("账单 Bill", 20, Sheet.RIGHT, sheet.y() - 4);
        sheet.down(30);
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y());
        sheet.down(8);
        pair(sheet, "客户 Customer", parties.customer(), "账单号 No.", bill.number().orElse("草稿 Draft"));
        pair(sheet, "400 号码 Number", bill.hotline().display(), "出账日 Issued", issued(bill));
        pair(sheet, "账期 Month", period(bill.month()), "到期日 Due", due(bill));
        sheet.down(10);
    }

    private static String issued(Bill bill) {
        return bill.issued().map(Bill.Issue::at).map(BillPdf::day).orElse("—");
    }

    private static String due(Bill bill) {
        return bill.due().map(LocalDate::toString).orElse("—");
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    private static String period(LocalDate month) {
        return month + " 至 " + month.plusMonths(1).minusDays(1);
    }

    static void pair(Sheet sheet, String label, String value, String otherLabel, String otherValue) throws IOException {
        float middle = Sheet.LEFT + WIDTH * 0.6f;
        var lines = sheet.wrap(value, 9.5f, WIDTH * 0.6f - 96);
        float top = sheet.y();
        sheet.text(label, 8.5f, Sheet.LEFT, top + 1);
        sheet.text(otherLabel, 8.5f, middle, top + 1);
        sheet.text(otherValue, 9.5f, middle + 72, top);
        for (String line : lines) {
            sheet.text(line, 9.5f, Sheet.LEFT + 90, sheet.y());
            sheet.down(14);
        }
        sheet.down(2);
    }

    private static void lines(Sheet sheet, Bill bill) throws IOException {
        var table = new ColumnTable(
                sheet,
                List.of(
                        new Column("", NUMBER, false),
                        new Column("项目 Item", KIND, false),
                        new Column("说明 Why", WIDTH - NUMBER - KIND - 40 - AMOUNT, false),
                        new Column("税率", 40, true),
                        new Column("金额（元）", AMOUNT, true)));
        table.head();
        for (int i = 0; i < bill.lines().size(); i++) {
            var line = bill.lines().get(i);
            var kind = ChargeKind.of(line.kind());
            table.row(List.of(
                    Cell.of(Integer.toString(i + 1)),
                    new Cell(kind.chinese(), kind.english()),
                    new Cell(line.chinese(), line.english()),
                    Cell.of(line.taxPercent() + "%"),
                    Cell.of(amount(line.amount()))));
        }
    }

    /// `1,234.50`; what is below a fen is shown only where there is some.
    static String amount(Money money) {
        var text = (money.compareTo(Money.ZERO) < 0 ? money.negated() : money).toString();
        int point = text.indexOf('.');
        var whole = String.format(Locale.ROOT, "%,d", Long.parseLong(text.substring(0, point)));
        return (money.compareTo(Money.ZERO) < 0 ? "-" : "") + whole + text.substring(point);
    }

    private static void totals(Sheet sheet, Bill bill) throws IOException {
        sheet.need(64);
        sheet.down(8);
        total(sheet, "合计（含税） Total, with tax", amount(bill.total()), 12);
        if (bill.issued().isPresent()) {
            // What came and what calls took is to the micro-yuan; paper has whole fen.
            var paid = Fen.round(bill.paid());
            total(sheet, "已付 Paid", amount(paid), 9.5f);
            total(sheet, "未付 Open", amount(bill.total().minus(paid)), 9.5f);
        }
    }

    static void total(Sheet sheet, String label, String amount, float size) throws IOException {
        sheet.textRight(label, size, Sheet.RIGHT - 110, sheet.y());
        sheet.textRight(amount, size, Sheet.RIGHT - 4, sheet.y());
        sheet.down(size + 6);
    }

    static void taxes(Sheet sheet, List<Bill.TaxGroup> taxes) throws IOException {
        if (taxes.isEmpty()) {
            return;
        }
        sheet.need(30 + 22 * taxes.size());
        sheet.down(6);
        sheet.text("其中增值税 Value-added tax contained", 9.5f, Sheet.LEFT, sheet.y());
        sheet.down(16);
        var table = new ColumnTable(
                sheet,
                List.of(
                        new Column("税率 Rate", WIDTH / 4, false),
                        new Column("含税金额 With tax", WIDTH / 4, true),
                        new Column("不含税金额 Without", WIDTH / 4, true),
                        new Column("税额 Tax", WIDTH / 4, true)));
        table.head();
        for (var group : taxes) {
            table.row(List.of(
                    Cell.of(group.percent() + "%"),
                    Cell.of(amount(group.gross())),
                    Cell.of(amount(group.gross().minus(group.tax()))),
                    Cell.of(amount(group.tax()))));
        }
    }

    private static void pay(Sheet sheet, Parties parties) throws IOException {
        // Together on one page.
        sheet.need(PAYING);
        sheet.down(14);
        sheet.text("缴费说明 How to pay", 9.5f, Sheet.LEFT, sheet.y());
        sheet.down(15);
        for (String text : List.of(parties.howToPay(), parties.howToPayInEnglish())) {
            for (String line : sheet.wrap(text, 8.5f, WIDTH)) {
                sheet.need(13);
                sheet.text(line, 8.5f, Sheet.LEFT, sheet.y());
                sheet.down(13);
            }
        }
    }
}
