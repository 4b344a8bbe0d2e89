package org.hotline400.server.tariffs.entitlements;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.tariffs.Feature;

/// Which feature that is sold stands behind what a call plan can use.
final class PlanFeatures {
    private static final Map<Feature, Set<PlanFeature>> BEHIND = behind();

    private PlanFeatures() {}

    /// What is sold for a thing that a plan can do.
    static Feature sold(PlanFeature used) {
        return switch (used) {
            case MENUS -> Feature.MENU;
            case SCHEDULES -> Feature.HOURS;
            case REGIONS -> Feature.REGION_ROUTING;
            case BLACKLISTS -> Feature.BLACKLIST;
            case LISTS -> Feature.VIP_LISTS;
            case DISTRIBUTION -> Feature.DISTRIBUTION;
            case EXTENSIONS -> Feature.EXTENSIONS;
            case RECORDING -> Feature.RECORDING;
            case VOICEMAIL -> Feature.VOICEMAIL;
            case SURVEYS -> Feature.SURVEY;
            case DATA -> Feature.DATA_DIP;
            case OWN_RINGBACK -> Feature.OWN_RINGBACK;
        };
    }

    /// Whether a plan shows that this one is used; of others, such as webhooks, it says nothing.
    static boolean show(Feature feature) {
        return BEHIND.containsKey(feature);
    }

    /// What a plan may use by these.
    static Set<PlanFeature> granted(Set<Feature> features) {
        var granted = EnumSet.noneOf(PlanFeature.class);
        features.forEach(feature -> granted.addAll(BEHIND.getOrDefault(feature, Set.of())));
        return Collections.unmodifiableSet(granted);
    }

    private static Map<Feature, Set<PlanFeature>> behind() {
        var behind = new EnumMap<Feature, Set<PlanFeature>>(Feature.class);
        for (var used : PlanFeature.ALL) {
            behind.computeIfAbsent(sold(used), _ -> EnumSet.noneOf(PlanFeature.class))
                    .add(used);
        }
        return behind;
    }
}
