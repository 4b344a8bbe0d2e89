package org.hotline400.server.numbers.stock;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// What holds of the numbers that begin with a prefix, for some days.
///
/// @param prefix four to seven digits that begin with 400; of two that fit a number the longer one counts
/// @param carrier empty: nobody knows, and nothing of it is on sale
/// @param from the first day, in Shanghai
/// @param to the first day that it no longer holds; empty: for good
/// @param why where it is known from, 1 to 500 characters
public record Segment(
        String prefix,
        Optional<NumberCarrier> carrier,
        boolean onSale,
        LocalDate from,
        Optional<LocalDate> to,
        String why) {
    private static final Pattern PREFIX = Pattern.compile("400[0-9]{1,4}");
    private static final int LONGEST_WHY = 500;

    public Segment {
        checkPrefix(prefix);
        if (to.isPresent() && !to.get().isAfter(from)) {
            throw new IllegalArgumentException("a segment ends after it begins; was " + from + " to " + to.get());
        }
        if (onSale && carrier.isEmpty()) {
            throw new IllegalArgumentException("a segment on sale has a carrier; " + prefix + " has none");
        }
        checkWhy(why);
    }

    /// @throws IllegalArgumentException naming the fix
    public static String checkPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a prefix is four to seven digits that begin with 400, such as 4006; was \"" + prefix + "\"");
        }
        return prefix;
    }

    /// @throws IllegalArgumentException naming the fix
    public static String checkWhy(String why) {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("says why, in 1 to " + LONGEST_WHY + " characters");
        }
        return why;
    }

    /// Its numbers.
    public NumberRange numbers() {
        return NumberRange.behind(prefix);
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
    }

    /// Whether there is a day on which both hold; meant for two of the same prefix.
    public boolean overlaps(Segment other) {
        return other.to.map(from::isBefore).orElse(true)
                && to.map(other.from::isBefore).orElse(true);
    }
}
