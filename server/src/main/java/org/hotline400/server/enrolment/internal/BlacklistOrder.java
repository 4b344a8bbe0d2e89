package org.hotline400.server.enrolment.internal;

import java.util.Arrays;
import java.util.Locale;
import org.hotline400.server.kernel.MistakeException;

/// Who shall get no number.
///
/// @param value a credit code, or the number of an identity document; normalised
/// @param reason 1 to 500 characters
/// @param source who says so, such as `Ministry list 2026-03`; 1 to 200 characters
public record BlacklistOrder(Kind kind, String value, String reason, String source) {

    /// By what somebody is known.
    public enum Kind {
        CREDIT_CODE,
        DOCUMENT;

        /// The text code: `credit-code`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// @throws MistakeException when there is none with this code
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new MistakeException(
                            "is credit-code or document", "取值为 credit-code（信用代码）或 document（证件号码）。"));
        }
    }

    @Override
    public String toString() {
        return "BlacklistOrder[" + kind + "]";
    }
}
