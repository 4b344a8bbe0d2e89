package org.hotline400.server.billing.invoices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;
import org.jspecify.annotations.Nullable;

/// What came back for one request, as it is written.
///
/// @param result `made-out` or `refused`
/// @param code 发票代码, 10 or 12 digits; empty for a fully digital invoice
/// @param number 发票号码: 8 digits with a code, 20 without
/// @param day 开票日期, such as `2026-12-03`
/// @param reason of a refusal
public record ResultRow(
        @Nullable String result,
        @Nullable String code,
        @Nullable String number,
        @Nullable String day,
        @Nullable String reason) {
    private static final Pattern CODE = Pattern.compile("[0-9]{10}|[0-9]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8}");
    private static final Pattern DIGITAL = Pattern.compile("[0-9]{20}");
    private static final int LONGEST_REASON = 500;

    private enum Kind {
        MADE_OUT,
        REFUSED;

        static Kind of(String text) {
            return switch (text.strip()) {
                case "made-out", "已开票" -> MADE_OUT;
                case "refused", "已拒绝" -> REFUSED;
                default ->
                    throw new MistakeException(
                            "is made-out or refused; was \"" + text + "\"",
                            "应为 已开票（made-out）或 已拒绝（refused），收到的是“" + text + "”。");
            };
        }
    }

    /// Reads it; what is wrong is in the checks then, and the result is there only when nothing is.
    ///
    /// @param path before the names of its fields: `lines[3].`, or nothing
    /// @param today the last day that it can be
    public Checks.Checked<InvoiceResult> read(Checks checks, String path, LocalDate today) {
        var kind = checks.read(path + "result", "invoices.result", blankToNull(result), Kind::of)
                .value();
        return kind.map(one -> switch (one) {
                    case MADE_OUT -> madeOut(checks, path, today);
                    case REFUSED -> refused(checks, path);
                })
                .orElseGet(() -> new Checks.Checked<>(Optional.empty()));
    }

    private Checks.Checked<InvoiceResult> madeOut(Checks checks, String path, LocalDate today) {
        var codeText = code == null ? "" : code.strip();
        var form = codeText.isEmpty() ? DIGITAL : NUMBER;
        if (!codeText.isEmpty() && !CODE.matcher(codeText).matches()) {
            checks.add(path + "code", "invoices.code", "has 10 or 12 digits, or is empty", "发票代码为 10 或 12 位数字；数电票留空。");
        }
        var digits = checks.read(path + "number", "invoices.number", blankToNull(number), text -> digits(text, form))
                .value();
        var on = checks.read(path + "day", "invoices.day", blankToNull(day), text -> day(text, today))
                .value();
        return new Checks.Checked<>(digits.flatMap(
                one -> on.map(date -> new InvoiceResult.MadeOut(new Invoice.Made(codeText, one, date)))));
    }

    private static String digits(String text, Pattern form) {
        if (!form.matcher(text.strip()).matches()) {
            throw new MistakeException(
                    form == DIGITAL ? "has 20 digits where there is no code" : "has 8 digits where there is a code",
                    form == DIGITAL ? "没有发票代码时，发票号码为 20 位数字（数电票）。" : "有发票代码时，发票号码为 8 位数字。");
        }
        return text.strip();
    }

    /// Reads a day that is not after today.
    public static LocalDate day(String text, LocalDate today) {
        try {
            var day = IsoText.day(text.strip().replace('/', '-'));
            if (!day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new MistakeException(
                "is a day such as 2026-12-03, not after " + today + "; was \"" + text + "\"",
                "应为日期，例如 2026-12-03，不晚于 " + today + "，收到的是“" + text + "”。");
    }

    private Checks.Checked<InvoiceResult> refused(Checks checks, String path) {
        return new Checks.Checked<>(
                checks.read(path + "reason", "invoices.reason", blankToNull(reason), ResultRow::reason)
                        .value()
                        .map(InvoiceResult.Refused::new));
    }

    private static String reason(String text) {
        if (text.strip().length() > LONGEST_REASON) {
            throw new MistakeException(
                    "has at most " + LONGEST_REASON + " characters", "最多 " + LONGEST_REASON + " 个字符。");
        }
        return text.strip();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
