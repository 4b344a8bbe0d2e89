package org.hotline400.server.tariffs.rating;

/// What a call costs from one of its seconds on.
///
/// @param fromSecond of the call, 0 for its beginning
/// @param increment seconds that are charged together, 1 to 86,400
public record Step(int fromSecond, Rate rate, int increment) {
    public Step {
        if (fromSecond < 0) {
            throw new IllegalArgumentException("a step begins at a second of the call; was " + fromSecond);
        }
        if (increment < 1 || increment > Rate.MOST_SECONDS) {
            throw new IllegalArgumentException("an increment has 1 to 86400 seconds; was " + increment);
        }
    }
}
