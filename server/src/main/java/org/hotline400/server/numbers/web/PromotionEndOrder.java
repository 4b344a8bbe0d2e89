package org.hotline400.server.numbers.web;

import org.jspecify.annotations.Nullable;

/// That a promotion shall end now.
///
/// @param reason why, for the record
public record PromotionEndOrder(@Nullable String reason) {
    private static final int LONGEST = 500;

    static String checkReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new IllegalArgumentException("says why, in 1 to " + LONGEST + " characters");
        }
        return reason;
    }
}
