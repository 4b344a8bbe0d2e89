package org.hotline400.server.enrolment.payments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.MistakeException;

/// What a bank calls one movement: its serial number, in capitals and without blanks, so that it is found again
/// however it was typed.
public record BankReference(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./_-]{3,63}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");

    public BankReference {
        if (!FORM.matcher(text).matches()) {
            throw new MistakeException(
                    "is the bank's serial number, 4 to 64 letters, digits and ./_-; was \"" + text + "\"",
                    "应为银行流水号：4 到 64 位字母、数字或 ./_-，收到的是“" + text + "”。");
        }
    }

    /// Reads it as people type it: full-width, with blanks, in small letters.
    public static BankReference parse(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return new BankReference(BLANKS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }
}
