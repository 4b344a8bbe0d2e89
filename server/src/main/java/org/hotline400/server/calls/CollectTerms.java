package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Optional;

/// How many keys are collected from a caller, and how long for.
///
/// @param least fewer than this are [Collected.TooFew]; at least 1
/// @param most the keys are complete as soon as there are so many
/// @param terminator ends them when pressed and is none of them, often `#`; empty: none does
/// @param patience for the first key, counted from the announcement's end
/// @param between the longest pause after a key; then the caller is taken to have finished
public record CollectTerms(int least, int most, Optional<Character> terminator, Duration patience, Duration between) {
    /// Longer than any account number a person types.
    public static final int MOST = 32;

    public CollectTerms {
        if (least < 1 || least > most || most > MOST) {
            throw new IllegalArgumentException(
                    "between 1 and " + MOST + " keys can be collected, was " + least + " to " + most);
        }
    }
}
