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
            if (step instanceof Forward forward) {
                for (int i = 0; i < forward.targets().size(); i++) {
                    named.add(new Named(
                            "/steps/" + name + "/targets/" + i + "/to",
                            forward.targets().get(i).target()));
                }
            }
        });
        return named;
    }
}
