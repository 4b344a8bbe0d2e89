package org.hotline400.server.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.PlanRehearsal;
import org.hotline400.server.callplans.Situation;
import org.hotline400.server.callplans.Words;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Tells plans what would happen to a call, by the engine that leads live ones.
public final class RehearsedCourse implements PlanRehearsal {
    /// The version of a plan that was never published.
    public static final int UNPUBLISHED = 0;

    private final Rehearsal rehearsal;

    public RehearsedCourse(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public Course of(TenantId tenant, HotlineNumber number, CallPlan plan, Situation situation) {
        var listing = new PlanDirectory.Listing.InService(tenant, UNPUBLISHED, plan);
        return course(rehearsal.of(number, listing, situation).call());
    }

    /// The way that a call took through its plan: each step once in a row, with all reasons it gave.
    public static Course course(CallRecord call) {
        return new Course(passed(call), call.end().reason().code(), reached(call));
    }

    private static Optional<String> reached(CallRecord call) {
        return call.times().targetAnsweredAt() == null
                ? Optional.empty()
                : Optional.of(call.attempts().getLast().target());
    }

    private static List<PlanRehearsal.Passed> passed(CallRecord call) {
        var runs = new ArrayList<List<StepTaken>>();
        for (var taken : call.steps()) {
            if (runs.isEmpty() || !runs.getLast().getFirst().step().equals(taken.step())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(taken);
        }
        return runs.stream().map(RehearsedCourse::passed).toList();
    }

    private static PlanRehearsal.Passed passed(List<StepTaken> run) {
        var lines = run.stream().map(StoryTeller::tell).toList();
        return new PlanRehearsal.Passed(
                run.getFirst().step(),
                new Words(
                        lines.stream().map(StoryLine::zh).collect(Collectors.joining("；")),
                        lines.stream().map(StoryLine::en).collect(Collectors.joining("; "))));
    }
}
