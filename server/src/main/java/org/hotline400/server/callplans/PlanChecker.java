package org.hotline400.server.callplans;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hotline400.server.prompts.PromptName;

/// Checks a plan before it is published: finds everything that is wrong in one go, each with where and the fix.
public final class PlanChecker {
    private PlanChecker() {}

    /// @param bounds what the author may ask for
    /// @param promptExists whether a prompt of this name can be played for this number
    public static CheckedPlan check(String document, PlanBounds bounds, Predicate<PromptName> promptExists) {
        return check(document, bounds, Inventory.of(promptExists, _ -> true));
    }

    /// @param phoneExists whether the number's holder has a phone with this extension
    public static CheckedPlan check(
            String document,
            PlanBounds bounds,
            Predicate<PromptName> promptExists,
            Predicate<Target.Extension> phoneExists) {
        return check(document, bounds, Inventory.of(promptExists, phoneExists));
    }

    /// @param bounds what the author may ask for
    public static CheckedPlan check(String document, PlanBounds bounds, Inventory inventory) {
        var findings = new Findings();
        var draft = PlanReader.read(document, bounds, findings);
        if (draft == null) {
            return new CheckedPlan.Faulty(findings.all());
        }
        var plan = draft.plan();
        stepsExist(draft, findings);
        loopsEnd(plan, findings);
        new PlanNames(plan, inventory, findings).check();
        everyStepIsReached(plan, findings);
        depthIsBearable(plan, findings);
        answersWhereKeysAreWanted(plan, findings);
        return findings.faulty() ? new CheckedPlan.Faulty(findings.all()) : new CheckedPlan.Sound(plan, findings.all());
    }

    private static void stepsExist(PlanReader.Draft draft, Findings findings) {
        var plan = draft.plan();
        if (!draft.named().contains(plan.start())) {
            findings.error("/start", "plan.step-missing", missing(plan, plan.start()));
        }
        plan.settings()
                .failing()
                .step()
                .filter(step -> !draft.named().contains(step))
                .ifPresent(step -> findings.error("/settings/fallbackStep", "plan.step-missing", missing(plan, step)));
        plan.steps()
                .forEach((name, step) -> step.exits().stream()
                        .filter(exit -> !draft.named().contains(exit.to()))
                        .forEach(exit -> findings.error(
                                "/steps/" + name + "/" + exit.field(), "plan.step-missing", missing(plan, exit.to()))));
    }

    private static String missing(CallPlan plan, StepName name) {
        var known = plan.steps().keySet().stream()
                .map(StepName::value)
                .sorted()
                .limit(20)
                .toList();
        return "there is no step \"" + name + "\"; add it or name one of " + String.join(", ", known);
    }

    /// A loop is sound where only a key of the caller can go round it; any other goes round for ever.
    private static void loopsEnd(CallPlan plan, Findings findings) {
        var done = new HashSet<StepName>();
        for (var name : plan.steps().keySet().stream().sorted(byName()).toList()) {
            findLoop(plan, name, new ArrayList<>(), done, findings);
        }
    }

    private static Comparator<StepName> byName() {
        return Comparator.comparing(StepName::value);
    }

    private static void findLoop(
            CallPlan plan, StepName name, List<StepName> way, Set<StepName> done, Findings findings) {
        int before = way.indexOf(name);
        if (before >= 0) {
            var loop = way.subList(before, way.size()).stream()
                    .map(StepName::value)
                    .toList();
            findings.error(
                    "/steps/" + name,
                    "plan.loop-without-exit",
                    "the call would go round for ever: " + String.join(" → ", loop) + " → " + name
                            + "; let one of them end or lead elsewhere");
            return;
        }
        if (!done.add(name)) {
            return;
        }
        way.add(name);
        plan.step(name).map(Step::exits).orElse(List.of()).stream()
                .filter(exit -> !exit.byCaller())
                .forEach(exit -> findLoop(plan, exit.to(), way, done, findings));
        way.removeLast();
    }

    private static void everyStepIsReached(CallPlan plan, Findings findings) {
        var reached = plan.reachable();
        plan.steps().keySet().stream()
                .filter(name -> !reached.contains(name))
                .sorted(byName())
                .forEach(name -> findings.warning(
                        "/steps/" + name, "plan.step-unreached", "no way leads to this step; remove it or link it"));
    }

    private static void depthIsBearable(CallPlan plan, Findings findings) {
        var levels = new MenuLevels(plan).deepest();
        if (levels > 3) {
            findings.warning(
                    "/steps",
                    "plan.menus-too-deep",
                    "callers meet " + levels + " menus in a row; more than three and they hang up");
        }
    }

    private static void answersWhereKeysAreWanted(CallPlan plan, Findings findings) {
        if (plan.settings().charging() == ChargingMode.RINGBACK && plan.wantsKeys()) {
            findings.warning(
                    "/settings/charging",
                    "plan.answers-first",
                    "a menu wants keys, which only an answered call can send: this plan answers first, so callers"
                            + " pay from the start");
        }
    }

    /// Counts menus along the shortest way to each step.
    private record MenuLevels(CallPlan plan) {
        int deepest() {
            Map<StepName, Integer> level = new HashMap<>();
            var open = new ArrayDeque<StepName>();
            level.put(plan.start(), 0);
            open.add(plan.start());
            while (!open.isEmpty()) {
                var name = open.remove();
                var step = plan.step(name).orElse(null);
                if (step == null) {
                    continue;
                }
                int next = level.getOrDefault(name, 0) + (step instanceof Menu ? 1 : 0);
                step.exits().stream()
                        // After a talk nobody counts menus any more.
                        .filter(exit -> !exit.field().equals("afterTalk"))
                        .map(Step.Exit::to)
                        .filter(to -> level.putIfAbsent(to, next) == null)
                        .forEach(open::add);
            }
            return plan.steps().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Menu)
                    .filter(entry -> level.containsKey(entry.getKey()))
                    .mapToInt(entry -> level.getOrDefault(entry.getKey(), 0) + 1)
                    .max()
                    .orElse(0);
        }
    }
}
