package org.hotline400.server.numbers.promotions;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.prices.NumberPrice;

/// A campaign of the operator's.
///
/// @param name in Chinese, 1 to 100 characters
/// @param englishName 1 to 100 characters
/// @param query which numbers it is for: all that it finds, whatever they are sold for
/// @param begin inclusive
/// @param end exclusive; when it was ended early, that instant
/// @param used numbers that were taken by it
public record Promotion(
        UUID id,
        String name,
        String englishName,
        NumberQuery query,
        Discount discount,
        Instant begin,
        Instant end,
        Quota quota,
        int used) {
    private static final int LONGEST_NAME = 100;

    public Promotion {
        checkName(name);
        checkName(englishName);
        // One that is ended before it begins has no time at all.
        if (used < 0) {
            throw new IllegalArgumentException("a promotion was used 0 times or more; was " + used);
        }
    }

    /// @throws IllegalArgumentException naming the fix
    public static String checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters in one line");
        }
        return name;
    }

    /// Whether it can be used: in its time, and with something left of its quota.
    public boolean isRunning(Instant now) {
        return isTime(now) && !quota.isUsedUp(used);
    }

    boolean isTime(Instant now) {
        return !now.isBefore(begin) && now.isBefore(end);
    }

    /// What a number of this price costs by it. The term stays.
    public NumberPrice priceOf(NumberPrice listed) {
        return new NumberPrice(discount.of(listed.setUpFee()), listed.minimumMonths());
    }
}
