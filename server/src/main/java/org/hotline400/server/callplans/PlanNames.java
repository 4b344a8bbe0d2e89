package org.hotline400.server.callplans;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.hotline400.server.prompts.PromptName;

/// Checks that what a plan names is there: prompts, phones, lists, variables, and days to come.
record PlanNames(CallPlan plan, Inventory inventory, Findings findings) {

    void check() {
        features();
        prompts();
        plan.steps().forEach(this::phones);
        lists();
        variables();
        plan.steps().forEach(this::days);
    }

    private void features() {
        var grants = inventory.grants();
        FeatureUse.in(plan).stream()
                .filter(use -> !grants.features().contains(use.feature()))
                .forEach(use -> {
                    var offer = grants.offer().apply(use.feature());
                    findings.error(use.path(), "plan.feature-not-included", offer.en(), offer);
                });
    }

    private void prompts() {
        var settings = plan.settings();
        missing(settings.failing().prompts(), "/settings/fallback");
        missing(settings.sounds().arrears(), "/settings/arrears");
        settings.sounds().ownRingback().ifPresent(ringback -> missing(List.of(ringback), "/settings/ringback"));
        if (settings.recording().on()) {
            missing(settings.recording().notice(), "/settings/recording/notice");
        }
        plan.steps().forEach((name, step) -> missing(step.prompts(), "/steps/" + name));
    }

    private void missing(Collection<PromptName> prompts, String path) {
        prompts.stream()
                .distinct()
                .filter(Predicate.not(inventory.prompts()))
                .forEach(prompt -> findings.error(
                        path, "plan.prompt-unknown", "there is no prompt \"" + prompt + "\"; upload it first"));
    }

    private void phones(StepName name, Step step) {
        var targets = step.rung();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).target() instanceof Target.Extension extension
                    && !inventory.phones().test(extension)) {
                findings.error(
                        PlanTargets.path(name, step, i),
                        "plan.extension-unknown",
                        "no phone of yours has the extension " + extension.number() + "; add the phone first");
            }
        }
    }

    private void lists() {
        plan.settings().screening().lists().stream()
                .filter(Predicate.not(inventory.lists()))
                .forEach(list -> findings.error("/settings/screening", "plan.list-unknown", unknownList(list)));
        plan.steps()
                .forEach((name, step) -> step.lists().stream()
                        .filter(Predicate.not(inventory.lists()))
                        .forEach(list -> findings.error("/steps/" + name, "plan.list-unknown", unknownList(list))));
    }

    private static String unknownList(Object list) {
        return "there is no list \"" + list + "\"; make it first";
    }

    private void variables() {
        var set = new HashSet<>(VariableName.FACTS);
        plan.steps().values().forEach(step -> set.addAll(step.sets()));
        plan.steps()
                .forEach((name, step) -> step.variables().stream()
                        .distinct()
                        .filter(variable -> !set.contains(variable))
                        .forEach(variable -> findings.warning(
                                "/steps/" + name,
                                "plan.variable-never-set",
                                "no step sets \"" + variable + "\": it will always be empty")));
    }

    private void days(StepName name, Step step) {
        if (!(step instanceof Schedule schedule)) {
            return;
        }
        var dates = schedule.dates();
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).to().isBefore(inventory.today())) {
                findings.warning(
                        "/steps/" + name + "/dates/" + i, "plan.dates-past", "these dates are over; take them out");
            }
        }
        if (schedule.customs().holidays() == Schedule.Holidays.AS_USUAL && schedule.speaksOfHolidays()) {
            findings.warning(
                    "/steps/" + name + "/holidays",
                    "plan.holidays-unused",
                    "what is said of holidays here counts only with \"holidays\": \"closed\"");
        }
        // The next year's are announced in November.
        int year = inventory.today().plusMonths(2).getYear();
        if (schedule.customs().holidays() == Schedule.Holidays.CLOSED
                && !inventory.holidayYears().test(year)) {
            findings.warning(
                    "/steps/" + name + "/holidays",
                    "plan.holidays-unknown",
                    "the official holidays of " + year + " are not known here: every week is taken as a plain one until"
                            + " the operator imports them");
        }
    }
}
