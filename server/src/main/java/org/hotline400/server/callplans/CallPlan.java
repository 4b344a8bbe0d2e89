package org.hotline400.server.callplans;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What shall happen to the calls of one number: its settings and a graph of named steps. A value: it never changes,
/// a call keeps the one it began with.
public record CallPlan(PlanSettings settings, StepName start, Map<StepName, Step> steps) {
    public CallPlan {
        steps = Map.copyOf(steps);
    }

    public Optional<Step> step(StepName name) {
        return Optional.ofNullable(steps.get(name));
    }

    /// Whether the platform answers before anything else: asked for, or forced by a reachable step that wants keys.
    public boolean answersFirst() {
        return settings.charging() == ChargingMode.ANSWER_FIRST || wantsKeys();
    }

    /// Whether a path from the start meets a step that wants keys.
    public boolean wantsKeys() {
        return reachable().stream().flatMap(name -> step(name).stream()).anyMatch(Step::wantsKeys);
    }

    /// The steps that a call can come to, the start first.
    public Set<StepName> reachable() {
        var seen = new LinkedHashSet<StepName>();
        var open = new ArrayDeque<StepName>();
        open.add(start);
        while (!open.isEmpty()) {
            var name = open.remove();
            if (seen.add(name)) {
                step(name).ifPresent(step -> step.exits().forEach(exit -> open.add(exit.to())));
            }
        }
        return seen;
    }
}
