package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/// What a plan document says beside the plan: the examples that it carries.
public final class PlanDocument {
    private PlanDocument() {}

    /// Plays the examples of a plan that was found sound; one that does not hold makes it faulty.
    ///
    /// @param rehearse what would happen to a call
    public static CheckedPlan prove(
            String document, CheckedPlan checked, BiFunction<CallPlan, Situation, PlanRehearsal.Course> rehearse) {
        var findings = new ArrayList<Finding>();
        var examples = PlanExamples.of(document, findings);
        if (checked instanceof CheckedPlan.Sound sound && findings.isEmpty()) {
            for (int i = 0; i < examples.size(); i++) {
                var path = "/" + PlanExamples.MEMBER + "/" + i;
                examples.get(i)
                        .contradiction(
                                rehearse.apply(sound.plan(), examples.get(i).given()))
                        .ifPresent(said -> findings.add(Finding.error(path, PlanExamples.FAILED, said)));
            }
        }
        return worsened(checked, findings);
    }

    /// The same outcome with more errors, if there are any.
    static CheckedPlan worsened(CheckedPlan checked, List<Finding> errors) {
        if (errors.isEmpty()) {
            return checked;
        }
        var all = new ArrayList<>(errors);
        all.addAll(
                switch (checked) {
                    case CheckedPlan.Sound sound -> sound.warnings();
                    case CheckedPlan.Faulty faulty -> faulty.findings();
                });
        all.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::path));
        return new CheckedPlan.Faulty(all.subList(0, Math.min(all.size(), PlanBounds.MAX_FINDINGS)));
    }
}
