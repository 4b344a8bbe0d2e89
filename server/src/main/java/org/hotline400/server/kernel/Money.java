package org.hotline400.server.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// An amount of Chinese yuan, exact to the millionth; may be negative.
///
/// @param microYuan millionths of a yuan, as stored
public record Money(long microYuan) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private static final int DIGITS = 6;
    private static final int MOST_SHOWN = 40;
    /// No exponent: a few characters of it would make a number of millions of digits.
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 1_000_000L));
    }

    /// Reads decimal yuan as in the API: `12.5`, `-0.000001`.
    ///
    /// @throws IllegalArgumentException when it is no decimal number, has more than six decimals or is too
    ///     large
    public static Money parse(String yuan) {
        if (!DECIMAL.matcher(yuan).matches()) {
            throw new IllegalArgumentException("an amount is decimal yuan such as 12.50; was \"" + shown(yuan) + "\"");
        }
        try {
            return new Money(new BigDecimal(yuan)
                    .movePointRight(DIGITS)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "an amount has at most six decimals and is below nine billion yuan; was \"" + yuan + "\"", e);
        }
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    /// @throws ArithmeticException when the sum does not fit
    public Money plus(Money other) {
        return new Money(Math.addExact(microYuan, other.microYuan));
    }

    /// @throws ArithmeticException when the difference does not fit
    public Money minus(Money other) {
        return new Money(Math.subtractExact(microYuan, other.microYuan));
    }

    /// @throws ArithmeticException when the product does not fit
    public Money times(long factor) {
        return new Money(Math.multiplyExact(microYuan, factor));
    }

    public Money negated() {
        return new Money(Math.negateExact(microYuan));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(microYuan, other.microYuan);
    }

    /// Decimal yuan with at least two decimals, as in the API: `12.50`, `0.000001`.
    @Override
    public String toString() {
        var exact = BigDecimal.valueOf(microYuan, DIGITS).stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
