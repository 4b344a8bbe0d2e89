package org.hotline400.bench.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Looks for the largest load that is carried: step by step up to the first that fails twice.
final class Climb {
    static final List<Integer> LOADS =
            List.of(100, 300, 500, 600, 700, 800, 900, 1000, 1200, 1350, 1500, 1750, 2000, 2250, MediaLab.MOST_CALLS);

    private final Attempt attempt;

    /// Puts a load on and measures.
    @FunctionalInterface
    interface Attempt {
        MediaStep at(int calls) throws IOException, InterruptedException;
    }

    Climb(Attempt attempt) {
        this.attempt = attempt;
    }

    /// @return all steps, in order: a load that failed and was tried again has two
    List<MediaStep> run() throws IOException, InterruptedException {
        var steps = new ArrayList<MediaStep>();
        for (var load : LOADS) {
            steps.add(attempt.at(load));
            if (!steps.getLast().good()) {
                steps.add(attempt.at(load));
            }
            if (!steps.getLast().good()) {
                break;
            }
        }
        return steps;
    }
}
