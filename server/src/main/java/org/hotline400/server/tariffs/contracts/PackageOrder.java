package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import org.hotline400.server.kernel.MistakeException;

/// Another package, or another term of the same one, from a day on.
///
/// @param tariff the code of a package that is sold today: its edition of today
/// @param termMonths one of its terms; 0: from month to month, at the list's rent
/// @param from today or later
/// @param by who wants it
public record PackageOrder(ContractId contract, String tariff, int termMonths, LocalDate from, By by) {

    /// Who wants it, and why.
    ///
    /// @param isOperator whether it may also have what customers may not
    public record By(String author, String reason, boolean isOperator) {
        private static final int LONGEST_REASON = 500;

        public By {
            if (author.isBlank()) {
                throw new IllegalArgumentException("a change has an author");
            }
            // PostgreSQL keeps no NUL.
            if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
                throw new MistakeException(
                        "has 1 to " + LONGEST_REASON + " characters, none of them NUL",
                        "应为 1 到 " + LONGEST_REASON + " 个字，且不含空字符（NUL）。");
            }
        }
    }
}
