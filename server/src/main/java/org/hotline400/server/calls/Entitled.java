package org.hotline400.server.calls;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.DataDip;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.FeatureUse;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.callplans.RungTarget;
import org.hotline400.server.callplans.Step;
import org.hotline400.server.callplans.Survey;
import org.hotline400.server.calls.Interpreter.Move;

/// Keeps one call within what its number's package grants. A plan is checked when it is published; what was dropped
/// since is passed over, and the record says so. The caller is led on wherever the plan knows a way.
final class Entitled {
    private final Set<PlanFeature> features;
    private final boolean toAll;
    private final Course course;
    private final CallNotes notes;

    Entitled(Set<PlanFeature> features, Course course, CallNotes notes) {
        this.features = features;
        this.toAll = features.size() == PlanFeature.ALL.size();
        this.course = course;
        this.notes = notes;
    }

    /// The plan without settings that are not granted, each of which is noted.
    static CallPlan settings(CallPlan plan, Set<PlanFeature> features, CallNotes notes) {
        var beyond = plan.settingsBeyond(features);
        if (beyond.isEmpty()) {
            return plan;
        }
        beyond.forEach(feature -> note(feature, notes));
        return plan.within(features);
    }

    private static void note(PlanFeature feature, CallNotes notes) {
        var words = feature.words();
        notes.because(Why.FEATURE_NOT_INCLUDED, Map.of("feature", feature.code(), "zh", words.zh(), "en", words.en()));
    }

    /// Where the call goes instead of a step that it may not take; empty when it may.
    ///
    /// @param ledHere how a call ends that has nowhere to go
    /// @throws PlanFailedException when the plan has no way round it: the step is one that failed
    Optional<Move> passOver(Step step, Ending ledHere) {
        if (toAll) {
            return Optional.empty();
        }
        return FeatureUse.of(step).stream()
                .filter(feature -> !features.contains(feature))
                .findFirst()
                .map(feature -> {
                    note(feature, notes);
                    return passOver(step, feature, ledHere);
                });
    }

    private Move passOver(Step step, PlanFeature feature, Ending ledHere) {
        if (step instanceof DataDip dip) {
            dip.defaults().forEach(course::set);
        }
        var way = step.bypass();
        if (way.isEmpty() && step instanceof Survey) {
            return new Move.Over(ledHere);
        }
        return way.<Move>map(Move.GoTo::new)
                .orElseThrow(() -> new PlanFailedException(
                        "the package does not include " + feature.words().en()));
    }

    /// Rings them as they are written where another order is not granted.
    Distribute order(Distribute step) {
        if (toAll || features.contains(PlanFeature.DISTRIBUTION) || step.strategy() == Distribute.Strategy.SEQUENTIAL) {
            return step;
        }
        note(PlanFeature.DISTRIBUTION, notes);
        return step.inTurn();
    }

    /// Whether a target may be rung; that it may not is noted.
    boolean mayRing(RungTarget target) {
        if (toAll || features.contains(PlanFeature.EXTENSIONS) || !target.wantsExtensions()) {
            return true;
        }
        note(PlanFeature.EXTENSIONS, notes);
        return false;
    }
}
