package org.hotline400.server.callplans;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;

/// What shall happen to the calls of one number: its settings and a graph of named steps. A value: it never changes,
/// a call keeps the one it began with.
///
/// @param wantsKeys whether a path from the start meets a step that wants keys
public record CallPlan(PlanSettings settings, StepName start, Map<StepName, Step> steps, boolean wantsKeys) {
    public CallPlan {
        steps = Map.copyOf(steps);
    }

    static CallPlan of(PlanSettings settings, StepName start, Map<StepName, Step> steps) {
        boolean keys = reachable(settings, start, steps).stream()
                .map(steps::get)
                .anyMatch(step -> step != null && step.wantsKeys());
        return new CallPlan(settings, start, steps, keys);
    }

    public Optional<Step> step(StepName name) {
        return Optional.ofNullable(steps.get(name));
    }

    /// The settings' features that are not among these.
    public Set<PlanFeature> settingsBeyond(Set<PlanFeature> features) {
        if (features.size() == PlanFeature.ALL.size()) {
            return Set.of();
        }
        return FeatureUse.in(settings).stream()
                .map(FeatureUse::feature)
                .filter(feature -> !features.contains(feature))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same plan, its settings without what is not among these features. Steps stay: a call meets them or not.
    public CallPlan within(Set<PlanFeature> features) {
        return new CallPlan(settings.within(features), start, steps, wantsKeys);
    }

    /// Whether the platform answers before anything else: asked for, or forced by a reachable step that wants keys.
    public boolean answersFirst() {
        return settings.charging() == ChargingMode.ANSWER_FIRST || wantsKeys;
    }

    /// The steps that a call can come to, the start first.
    public Set<StepName> reachable() {
        return reachable(settings, start, steps);
    }

    private static Set<StepName> reachable(PlanSettings settings, StepName start, Map<StepName, Step> steps) {
        var seen = new LinkedHashSet<StepName>();
        var open = new ArrayDeque<StepName>();
        open.add(start);
        settings.failing().step().ifPresent(open::add);
        while (!open.isEmpty()) {
            var name = open.remove();
            var step = steps.get(name);
            if (seen.add(name) && step != null) {
                step.exits().forEach(exit -> open.add(exit.to()));
            }
        }
        return seen;
    }

    /// Every list of callers that the plan names.
    public Set<ListName> lists() {
        var all = new LinkedHashSet<ListName>(settings.screening().lists());
        steps.values().forEach(step -> all.addAll(step.lists()));
        return all;
    }

    /// Every prompt that the plan names.
    public Set<PromptName> prompts() {
        var all = new LinkedHashSet<PromptName>(settings.prompts());
        steps.values().forEach(step -> all.addAll(step.prompts()));
        return all;
    }
}
