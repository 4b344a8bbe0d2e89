package org.hotline400.server.enrolment.payments;

import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;

/// What is to be paid and what for, as it was when the application was handed in.
///
/// @param setUp once, for the number
/// @param rent in advance, for the package
public record Quote(SetUp setUp, Rent rent) {

    /// @param sold the class that the number was sold in
    /// @param listed by the price list
    /// @param promotion that the number was taken by
    /// @param fee that is paid
    public record SetUp(
            HotlineNumber number, NumberClass sold, Money listed, Optional<PromotionUsed> promotion, Money fee) {
        public SetUp {
            checkNotNegative(listed);
            checkNotNegative(fee);
        }
    }

    /// A promotion, by its names then.
    public record PromotionUsed(UUID id, String chinese, String english) {}

    /// @param tariff code of the package
    /// @param version its edition
    /// @param termMonths how long the contract runs at least
    /// @param months that are paid in advance
    /// @param amount for all of them
    public record Rent(String tariff, int version, int termMonths, int months, Money amount) {
        public Rent {
            checkNotNegative(amount);
            if (months < 1 || months > termMonths) {
                throw new IllegalArgumentException("1 to " + termMonths + " months are paid in advance");
            }
        }
    }

    private static void checkNotNegative(Money amount) {
        if (amount.compareTo(Money.ZERO) < 0) {
            throw new IllegalArgumentException("a price is 0 or more; was " + amount);
        }
    }

    public Money total() {
        return setUp.fee().plus(rent.amount());
    }

    /// Whether it is for this number, package and term.
    boolean isFor(HotlineNumber number, String tariff, int termMonths) {
        return setUp.number().equals(number) && rent.tariff().equals(tariff) && rent.termMonths() == termMonths;
    }
}
