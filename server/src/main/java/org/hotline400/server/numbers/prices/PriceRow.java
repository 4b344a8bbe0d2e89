package org.hotline400.server.numbers.prices;

import java.util.Optional;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;

/// A line of a price list. Of those that fit a number, the dearest counts.
///
/// @param kind empty: for every number of the class
public record PriceRow(NumberClass numberClass, Optional<PatternKind> kind, NumberPrice price) {
    private static final Money ORDINARY_MOST = Money.ofYuan(500);
    private static final Money SPECIAL_MOST = Money.ofYuan(5_000);

    /// Whether such a fee is of this class's band: 0 to 500 yuan, 500 to 5,000, 5,000 and up.
    static boolean isInBand(NumberClass numberClass, Money fee) {
        return switch (numberClass) {
            case ORDINARY -> fee.compareTo(ORDINARY_MOST) <= 0;
            case SPECIAL -> fee.compareTo(ORDINARY_MOST) >= 0 && fee.compareTo(SPECIAL_MOST) <= 0;
            case PREMIUM -> fee.compareTo(SPECIAL_MOST) >= 0;
        };
    }

    static String band(NumberClass numberClass) {
        return switch (numberClass) {
            case ORDINARY -> "0 to 500 yuan";
            case SPECIAL -> "500 to 5000 yuan";
            case PREMIUM -> "5000 yuan and up";
        };
    }

    /// `special aaaa`.
    String name() {
        return numberClass.code() + kind.map(one -> " " + one.code()).orElse("");
    }

    /// The bit of its pattern; every bit for a whole class.
    long kinds() {
        return kind.map(PatternKind::bit).orElse(-1L);
    }
}
