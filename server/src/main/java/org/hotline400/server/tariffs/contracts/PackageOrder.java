package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;

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
        public By {
            if (author.isBlank() || reason.isBlank() || reason.length() > 500) {
                throw new IllegalArgumentException("a change has an author, and a reason of 1 to 500 characters");
            }
        }
    }
}
