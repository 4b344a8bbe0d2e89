package org.hotline400.server.billing.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hotline400.server.billing.CreditNote;
import org.hotline400.server.billing.month.ChargeKind;
import org.hotline400.server.billing.paper.ColumnTable.Cell;
import org.hotline400.server.billing.paper.ColumnTable.Column;
import org.hotline400.server.enrolment.papers.sheet.Sheet;

/// A credit note on A4, Chinese first.
public final class CreditNotePdf {
    private static final float WIDTH = Sheet.RIGHT - Sheet.LEFT;

    private CreditNotePdf() {}

    public static byte[] write(CreditNote note, BillPdf.Parties parties) {
        try (Sheet sheet = new Sheet("贷项通知单 " + note.number())) {
            head(sheet, note, parties);
            lines(sheet, note);
            sheet.down(8);
            BillPdf.total(sheet, "合计（含税） Total, with tax", BillPdf.amount(note.total()), 12);
            BillPdf.taxes(sheet, note.taxes());
            sheet.foot(note.number() + "　SHA-256 " + note.hash());
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Sheet sheet, CreditNote note, BillPdf.Parties parties) throws IOException {
        sheet.text(parties.seller(), 11, Sheet.LEFT, sheet.y());
        sheet.textRight("贷项通知单 Credit note", 18, Sheet.RIGHT, sheet.y() - 4);
        sheet.down(30);
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y());
        sheet.down(8);
        BillPdf.pair(sheet, "客户 Customer", parties.customer(), "编号 No.", note.number());
        BillPdf.pair(sheet, "原账单 Bill", note.billNumber(), "日期 Issued", BillPdf.day(note.issued()));
        for (String line : sheet.wrap("原因 Reason：" + note.reason(), 9.5f, WIDTH)) {
            sheet.need(14);
            sheet.text(line, 9.5f, Sheet.LEFT, sheet.y());
            sheet.down(14);
        }
        sheet.down(8);
    }

    private static void lines(Sheet sheet, CreditNote note) throws IOException {
        var table = new ColumnTable(
                sheet,
                List.of(
                        new Column("原账单行 Line", WIDTH / 4, false),
                        new Column("项目 Item", WIDTH / 4, false),
                        new Column("税率 Rate", WIDTH / 4, true),
                        new Column("金额（元）", WIDTH / 4, true)));
        table.head();
        for (var line : note.lines()) {
            var kind = ChargeKind.of(line.kind());
            table.row(List.of(
                    Cell.of(Integer.toString(line.line())),
                    new Cell(kind.chinese(), kind.english()),
                    Cell.of(line.taxPercent() + "%"),
                    Cell.of(BillPdf.amount(line.amount()))));
        }
    }
}
