package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A place where a plan wants a feature.
///
/// @param path as a JSON pointer (RFC 6901)
public record FeatureUse(PlanFeature feature, String path) {

    /// All places of a plan, its settings first, then its steps by name.
    public static List<FeatureUse> in(CallPlan plan) {
        var uses = new ArrayList<>(in(plan.settings()));
        plan.steps().keySet().stream()
                .sorted(Comparator.comparing(StepName::value))
                .forEach(name -> plan.step(name).ifPresent(step -> add(name, step, uses)));
        return List.copyOf(uses);
    }

    /// Those of the settings alone.
    static List<FeatureUse> in(PlanSettings settings) {
        var uses = new ArrayList<FeatureUse>();
        if (settings.recording().on()) {
            uses.add(new FeatureUse(PlanFeature.RECORDING, "/settings/recording"));
        }
        if (settings.sounds().ownRingback().isPresent()) {
            uses.add(new FeatureUse(PlanFeature.OWN_RINGBACK, "/settings/ringback"));
        }
        var screening = settings.screening();
        addBar(screening.blacklists(), "blacklists", uses);
        addBar(screening.allowOnly(), "allowOnly", uses);
        addBar(screening.barredPlaces(), "barredPlaces", uses);
        addBar(screening.barredKinds(), "barredKinds", uses);
        return uses;
    }

    private static void addBar(Collection<?> barred, String field, List<FeatureUse> uses) {
        if (!barred.isEmpty()) {
            uses.add(new FeatureUse(PlanFeature.BLACKLISTS, "/settings/screening/" + field));
        }
    }

    private static void add(StepName name, Step step, List<FeatureUse> uses) {
        var path = "/steps/" + name;
        of(step).forEach(feature -> uses.add(new FeatureUse(feature, path)));
        if (step instanceof Distribute distribute && distribute.strategy() != Distribute.Strategy.SEQUENTIAL) {
            uses.add(new FeatureUse(PlanFeature.DISTRIBUTION, path + "/strategy"));
        }
        var rung = step.rung();
        for (int i = 0; i < rung.size(); i++) {
            if (rung.get(i).wantsExtensions()) {
                uses.add(new FeatureUse(PlanFeature.EXTENSIONS, PlanTargets.path(name, step, i)));
            }
        }
    }

    /// What a step is nothing without; not what a part of it wants.
    public static Set<PlanFeature> of(Step step) {
        return switch (step) {
            case Menu _ -> EnumSet.of(PlanFeature.MENUS);
            case Collect collect ->
                collect.lists().isEmpty()
                        ? EnumSet.of(PlanFeature.MENUS)
                        : EnumSet.of(PlanFeature.MENUS, PlanFeature.LISTS);
            case Schedule _ -> EnumSet.of(PlanFeature.SCHEDULES);
            case RegionRoute _ -> EnumSet.of(PlanFeature.REGIONS);
            case ListCheck _ -> EnumSet.of(PlanFeature.LISTS);
            case Voicemail _ -> EnumSet.of(PlanFeature.VOICEMAIL);
            case Survey _ -> EnumSet.of(PlanFeature.SURVEYS);
            case DataDip _ -> EnumSet.of(PlanFeature.DATA);
            case Announce _, Branch _, Dial _, Distribute _, HangUpStep _, SetVariables _ -> Set.of();
        };
    }
}
