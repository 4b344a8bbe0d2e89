package org.hotline400.server.statistics.internal;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Why;

/// What a caller did at a step.
///
/// @param key pressed; empty when none was
/// @param next where it led; empty when the caller hung up
record Turn(String step, Kind kind, String key, String next) {

    enum Kind {
        PRESSED(1),
        UNDECIDED(2),
        LEFT(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind of(int code) {
            return switch (code) {
                case 1 -> PRESSED;
                case 2 -> UNDECIDED;
                case 3 -> LEFT;
                default -> throw new IllegalArgumentException("no turn has the code " + code);
            };
        }
    }

    /// In their order.
    static List<Turn> of(CallRecord call) {
        var turns = new ArrayList<Turn>();
        for (var step : call.steps()) {
            if (step.why() == Why.KEY_CHOSEN) {
                turns.add(new Turn(step.step(), Kind.PRESSED, step.key() == null ? "" : step.key(), next(step)));
            } else if (step.why() == Why.TRIES_SPENT) {
                turns.add(new Turn(step.step(), Kind.UNDECIDED, "", next(step)));
            }
        }
        if (call.end().reason() == EndReason.ABANDONED_IN_IVR) {
            turns.add(new Turn(lastStep(call), Kind.LEFT, "", ""));
        }
        return turns;
    }

    /// Where the caller was: a step says where it leads once it is done with, and what was tried there
    /// before.
    private static String lastStep(CallRecord call) {
        if (call.steps().isEmpty()) {
            return "";
        }
        var last = call.steps().getLast();
        return next(last).isEmpty() ? last.step() : next(last);
    }

    private static String next(StepTaken step) {
        return step.facts().getOrDefault("next", "");
    }
}
