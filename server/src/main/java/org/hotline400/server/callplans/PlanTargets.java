package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.List;

/// The lines, phones and addresses that a plan may ring.
final class PlanTargets {
    private PlanTargets() {}

    /// @param path where the plan names it, as a JSON pointer
    record Named(String path, Target target) {}

    static List<Named> of(CallPlan plan) {
        var named = new ArrayList<Named>();
        plan.steps().forEach((name, step) -> {
            var rung = step.rung();
            for (int i = 0; i < rung.size(); i++) {
                var target = rung.get(i).target();
                if (target != null) {
                    named.add(new Named(path(name, step, i), target));
                }
            }
        });
        return named;
    }

    /// Where the plan names a step's target.
    static String path(StepName name, Step step, int target) {
        return "/steps/" + name + (step instanceof Dial ? "" : "/targets/" + target) + "/to";
    }
}
