package org.hotline400.server.billing.invoices;

import java.util.Arrays;
import java.util.Locale;
import org.hotline400.server.kernel.MistakeException;

/// The kinds of VAT invoices.
public enum InvoiceKind {
    /// 增值税普通发票.
    NORMAL("增值税普通发票"),
    /// 增值税专用发票: the buyer deducts its tax, and says where he has his seat and his bank.
    SPECIAL("增值税专用发票");

    private final String chinese;

    InvoiceKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /// The text code: `special`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static InvoiceKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MistakeException(
                        "is normal or special; was \"" + code + "\"",
                        "应为 normal（普通发票）或 special（专用发票），收到的是“" + code + "”。"));
    }
}
