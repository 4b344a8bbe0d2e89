package org.hotline400.server.tariffs.rating;

import java.time.LocalTime;
import java.util.List;

/// What calls cost from a time of day on, in Shanghai, until the next window begins: the last one of a day goes on
/// past midnight, until the first one of the next.
///
/// @param from to the minute
/// @param steps the first begins at second 0, the others later and later
public record Window(LocalTime from, List<Step> steps) {
    public Window {
        steps = List.copyOf(steps);
        if (from.getSecond() != 0 || from.getNano() != 0) {
            throw new IllegalArgumentException("a window begins at a full minute; was " + from);
        }
        if (steps.isEmpty() || steps.getFirst().fromSecond() != 0) {
            throw new IllegalArgumentException("the first step of a window begins at second 0");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).fromSecond() <= steps.get(i - 1).fromSecond()) {
                throw new IllegalArgumentException("each step begins later than the one before");
            }
        }
    }
}
