package org.hotline400.server.billing.invoices.web;

import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.billing.invoices.Invoice;
import org.hotline400.server.billing.invoices.InvoiceChange;
import org.hotline400.server.billing.invoices.InvoiceFiles;
import org.hotline400.server.billing.invoices.InvoiceState;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// Why something is not done with an invoice.
final class InvoiceProblems {
    static final Problem UNKNOWN =
            Problem.notFound("invoices.unknown", "There is no such request for an invoice.", "没有这张发票申请。");
    static final Problem NO_BATCH = Problem.notFound("invoices.unknown-batch", "There is no such batch.", "没有这个批次。");
    static final Problem NOTHING_WAITS =
            Problem.conflict("invoices.nothing-waits", "No request waits to be exported.", "没有待导出的发票申请。");
    static final Problem NO_PDF =
            Problem.notFound("invoices.no-pdf", "The invoice itself is not attached yet.", "发票文件尚未上传。");
    private static final Problem NO_BILL =
            Problem.notFound("invoices.unknown-bill", "There is no such bill.", "没有这张账单。");
    private static final Problem NOT_PAID = Problem.conflict(
            "invoices.bill-not-paid",
            "An invoice is made out for a bill that was issued, is paid in full and was not credited in full.",
            "账单已出具、已付清且扣除调减单后金额大于零，才能申请发票。");
    private static final Problem KEY_USED = Problem.conflict(
            "invoices.key-used",
            "This Idempotency-Key came with something else before; take a new one.",
            "此 Idempotency-Key 已用于另一张发票申请，请换一个。");
    private static final Problem NUMBER_USED = Problem.conflict(
            "invoices.number-used", "This invoice is written down for another request already.", "该发票号码已登记在另一张申请名下。");

    private InvoiceProblems() {}

    /// The invoice after a change that was done, now or before.
    static Invoice done(InvoiceChange change) {
        return switch (change) {
            case InvoiceChange.Done(var invoice) -> invoice;
            case InvoiceChange.AsBefore(var invoice) -> invoice;
            case InvoiceChange.Unknown _,
                    InvoiceChange.NoBill _,
                    InvoiceChange.NotPaid _,
                    InvoiceChange.Requested _,
                    InvoiceChange.KeyUsed _,
                    InvoiceChange.Impossible _,
                    InvoiceChange.TooEarly _,
                    InvoiceChange.NumberUsed _ ->
                throw new ProblemException(of(change).orElseThrow());
        };
    }

    /// What is said of a change that was not done; empty when it was.
    static Optional<Problem> of(InvoiceChange change) {
        return switch (change) {
            case InvoiceChange.Done _, InvoiceChange.AsBefore _ -> Optional.empty();
            case InvoiceChange.Unknown _ -> Optional.of(UNKNOWN);
            case InvoiceChange.NoBill _ -> Optional.of(NO_BILL);
            case InvoiceChange.NotPaid _ -> Optional.of(NOT_PAID);
            case InvoiceChange.Requested(var live) -> Optional.of(requested(live));
            case InvoiceChange.KeyUsed _ -> Optional.of(KEY_USED);
            case InvoiceChange.Impossible(var state) -> Optional.of(impossible(state));
            case InvoiceChange.TooEarly(var made) -> Optional.of(tooEarly(made));
            case InvoiceChange.NumberUsed _ -> Optional.of(NUMBER_USED);
        };
    }

    private static Problem requested(Invoice live) {
        return Problem.conflict(
                "invoices.requested-already",
                "This bill has the request " + live.id() + " already, which is "
                        + live.state().code() + ".",
                "该账单已有发票申请 " + live.id() + "，状态为 " + live.state().code() + "。");
    }

    private static Problem impossible(InvoiceState state) {
        return Problem.conflict(
                "invoices.not-now",
                "The request is " + state.code() + ": this cannot be done now.",
                "该申请当前状态为 " + state.code() + "，不能进行此操作。");
    }

    private static Problem tooEarly(LocalDate made) {
        return Problem.conflict(
                "invoices.reversal-too-early",
                "The invoice is of " + made + ": what takes it back is of that day or later.",
                "该发票开具于 " + made + "，红字发票的日期不能早于它。");
    }

    static Problem of(InvoiceFiles.Fault fault) {
        return switch (fault) {
            case EMPTY -> new Problem(400, "invoices.pdf-empty", "The file is empty.", "文件为空。");
            case TOO_LARGE -> new Problem(413, "invoices.pdf-too-large", "The file has at most 5 MB.", "文件不得超过 5 MB。");
            case NOT_A_PDF -> new Problem(400, "invoices.not-a-pdf", "The file is no PDF.", "文件不是 PDF。");
            case UNREADABLE ->
                new Problem(
                        400,
                        "invoices.pdf-unreadable",
                        "The PDF is locked, damaged or has no page.",
                        "该 PDF 已加密、损坏或没有页面。");
        };
    }
}
