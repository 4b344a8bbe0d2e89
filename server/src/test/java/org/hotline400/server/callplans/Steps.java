package org.hotline400.server.callplans;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Single steps for tests, read as part of a plan in which every step they lead to is there.
final class Steps {
    private static final Pattern EXIT = Pattern.compile(
            "\"(?:next|open|closed|holiday|otherwise|to|failed|afterTalk|busy|noAnswer|unreachable)\": \"([a-z-]+)\"");

    private Steps() {}

    static <S extends Step> S read(String step, Class<S> kind) {
        var name = new StepName("tested");
        return switch (PlanChecker.check(plan(step), PlanBounds.OPERATOR, _ -> true)) {
            case CheckedPlan.Sound sound -> kind.cast(sound.plan().step(name).orElseThrow());
            case CheckedPlan.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }

    private static String plan(String step) {
        Set<String> exits = new TreeSet<>();
        var found = EXIT.matcher(step);
        while (found.find()) {
            exits.add(found.group(1));
        }
        var plan = new StringBuilder("{\"start\": \"tested\", \"steps\": {\"tested\": ").append(step);
        exits.forEach(exit -> plan.append(", \"").append(exit).append("\": {\"type\": \"hang-up\"}"));
        return plan.append("}}").toString();
    }
}
