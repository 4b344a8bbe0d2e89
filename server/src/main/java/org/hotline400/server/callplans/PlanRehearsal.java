package org.hotline400.server.callplans;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Says what a plan would do with an imagined call; answered by the engine that leads live calls.
public interface PlanRehearsal {

    Course of(TenantId tenant, HotlineNumber number, CallPlan plan, Situation situation);

    /// What would happen.
    ///
    /// @param steps in order, one after the other never the same
    /// @param end why the call would end: `completed`
    /// @param reached the target that would talk with the caller
    record Course(List<Passed> steps, String end, Optional<String> reached) {
        public Course {
            steps = List.copyOf(steps);
        }

        public List<String> path() {
            return steps.stream().map(Passed::step).toList();
        }
    }

    /// @param why the call went on from this step as it did, in plain words
    record Passed(String step, Words why) {}
}
