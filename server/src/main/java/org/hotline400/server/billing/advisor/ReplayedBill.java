package org.hotline400.server.billing.advisor;

import java.util.List;
import java.util.Set;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;

/// A bill, and what it would have been with another package.
///
/// @param isRentRestated whether rent had been paid in advance: it stands on both sides as if it had not
/// @param kinds in the order of the lines
/// @param missing options of that month that the other package cannot have
public record ReplayedBill(Bill bill, Offer other, boolean isRentRestated, List<Kind> kinds, Set<Feature> missing) {
    public ReplayedBill {
        kinds = List.copyOf(kinds);
        missing = Set.copyOf(missing);
    }

    /// What one charge type comes to on both sides; one of them may have no lines.
    ///
    /// @param kind the charge type's text code
    public record Kind(String kind, List<Bill.Line> before, List<Bill.Line> after) {
        public Kind {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        public Money beforeAmount() {
            return sum(before);
        }

        public Money afterAmount() {
            return sum(after);
        }

        /// More than 0 when the other package costs more.
        public Money difference() {
            return afterAmount().minus(beforeAmount());
        }

        private static Money sum(List<Bill.Line> lines) {
            return lines.stream().map(Bill.Line::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    public Money before() {
        return kinds.stream().map(Kind::beforeAmount).reduce(Money.ZERO, Money::plus);
    }

    public Money after() {
        return kinds.stream().map(Kind::afterAmount).reduce(Money.ZERO, Money::plus);
    }
}
