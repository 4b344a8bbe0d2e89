package org.hotline400.server.tariffs;

import java.util.List;
import org.hotline400.server.kernel.Money;

/// A package as it is offered.
///
/// @param code such as `basic`
/// @param version counts its editions; a contract keeps the one it was made with
/// @param rentPerMonth before discounts
/// @param minutes bundled a month
/// @param terms how long one may bind oneself, and for what
public record Tariff(
        String code, int version, String chinese, String english, Money rentPerMonth, int minutes, List<Term> terms) {
    public Tariff {
        terms = List.copyOf(terms);
    }

    /// A time that one may bind oneself for.
    ///
    /// @param months 1 to 60
    /// @param percentOff of the rent, 0 to 100
    public record Term(int months, int percentOff) {}
}
