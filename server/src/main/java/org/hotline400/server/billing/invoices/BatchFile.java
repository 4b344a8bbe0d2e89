package org.hotline400.server.billing.invoices;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.web.CsvLine;

/// A batch as the operator's tax system takes it: one line for each rate of each request. Made of nothing that ever
/// changes, so the same batch is the same bytes however often it is asked for. The columns are in `docs/invoices.md`.
public final class BatchFile {
    /// Tells spreadsheets that it is UTF-8.
    private static final char MARK = '\uFEFF';

    private static final List<String> HEAD = List.of(
            "批次", "申请编号", "账单号", "发票类型", "购方名称", "购方税号", "购方地址", "购方电话", "开户银行", "银行账号", "收件邮箱", "项目名称", "税率", "含税金额",
            "不含税金额", "税额", "备注");

    private BatchFile() {}

    /// @param invoices of one batch, in the order of their ids
    public static String csv(List<Invoice> invoices) {
        var text = new StringBuilder().append(MARK).append(CsvLine.join(HEAD));
        invoices.forEach(invoice -> lines(invoice).forEach(line -> text.append(CsvLine.join(line.fields(invoice)))));
        return text.toString();
    }

    /// What is made out at one rate; amounts are decimal yuan.
    ///
    /// @param item what stands on the invoice
    public record Line(String item, int percent, String gross, String net, String tax) {
        private List<String> fields(Invoice invoice) {
            var asked = invoice.asked();
            var buyer = asked.buyer();
            var seat = buyer.seat();
            return List.of(
                    invoice.batch().map(batch -> batch.id().toString()).orElse(""),
                    invoice.id().toString(),
                    asked.billNumber(),
                    asked.kind().chinese(),
                    buyer.title(),
                    buyer.taxNumber(),
                    text(seat.map(Buyer.Seat::address)),
                    text(seat.map(Buyer.Seat::phone)),
                    text(seat.map(Buyer.Seat::bank)),
                    text(seat.map(Buyer.Seat::account)),
                    buyer.mail(),
                    item,
                    percent + "%",
                    gross,
                    net,
                    tax,
                    remark(invoice));
        }
    }

    private static String text(Optional<String> field) {
        return field.orElse("");
    }

    /// What the invoice says of what it is for.
    public static String remark(Invoice invoice) {
        var asked = invoice.asked();
        return asked.hotline().digits() + " " + asked.month().toString().substring(0, 7);
    }

    public static List<Line> lines(Invoice invoice) {
        return invoice.asked().taxes().stream()
                .filter(group -> !group.gross().equals(Money.ZERO))
                .map(BatchFile::line)
                .toList();
    }

    private static Line line(Bill.TaxGroup group) {
        return new Line(
                group.percent() == 9 ? "基础电信服务" : "增值电信服务",
                group.percent(),
                group.gross().toString(),
                group.gross().minus(group.tax()).toString(),
                group.tax().toString());
    }
}
