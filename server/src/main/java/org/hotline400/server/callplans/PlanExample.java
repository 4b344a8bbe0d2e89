package org.hotline400.server.callplans;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a plan itself says about a call: given this, expect that. Must hold before the plan is published.
///
/// ```json
/// {"name": "after hours", "given": {"at": "2026-03-03T21:40"},
///  "expect": {"path": ["shop-hours", "after-hours"], "end": "voicemail"}}
/// ```
///
/// @param name for people
/// @param given see [SituationReader]; without `at` it is Tuesday, 3 March 2026, ten o'clock, an ordinary working day
public record PlanExample(String name, Situation given, Expected expected) {

    /// At least one of them is there.
    ///
    /// @param steps the whole path, step by step; null: any
    /// @param end the end reason; null: any
    /// @param reached the target that talks with the caller; null: any or none
    public record Expected(
            @Nullable List<String> steps,
            @Nullable String end,
            @Nullable String reached) {
        public Expected {
            steps = steps == null ? null : List.copyOf(steps);
        }

        public Optional<List<String>> path() {
            return Optional.ofNullable(steps);
        }
    }

    /// How it went otherwise than expected, in plain words; empty when it holds.
    Optional<String> contradiction(PlanRehearsal.Course course) {
        var path = expected.path().filter(steps -> !steps.equals(course.path()));
        var end = Optional.ofNullable(expected.end()).filter(reason -> !reason.equals(course.end()));
        var reached = Optional.ofNullable(expected.reached())
                .filter(target -> !target.equals(course.reached().orElse("")));
        if (path.isEmpty() && end.isEmpty() && reached.isEmpty()) {
            return Optional.empty();
        }
        var said = new StringBuilder("\"" + name + "\" does not hold:");
        path.ifPresent(steps -> said.append(" expected the path ")
                .append(arrows(steps))
                .append(", came out as ")
                .append(arrows(course.path()))
                .append(parting(steps, course))
                .append(';'));
        end.ifPresent(reason -> said.append(" expected the end ")
                .append(reason)
                .append(", came out as ")
                .append(course.end())
                .append(';'));
        reached.ifPresent(target -> said.append(" expected to reach ")
                .append(target)
                .append(", came out as ")
                .append(course.reached().orElse("nobody"))
                .append(';'));
        return Optional.of(said.substring(0, said.length() - 1));
    }

    private static String arrows(List<String> steps) {
        return steps.isEmpty() ? "(no step)" : String.join(" → ", steps);
    }

    /// Why the ways parted: what the last step they have in common says of itself.
    private static String parting(List<String> steps, PlanRehearsal.Course course) {
        int common = 0;
        while (common < Math.min(steps.size(), course.steps().size())
                && steps.get(common).equals(course.path().get(common))) {
            common++;
        }
        return common == 0 ? "" : " (" + course.steps().get(common - 1).why().en() + ")";
    }
}
