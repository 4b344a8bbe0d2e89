package org.hotline400.server.callplans;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a package may grant or not.
public enum Feature {
    MENUS,
    SCHEDULES,
    REGIONS,
    LISTS,
    /// More than ringing targets as they are written.
    DISTRIBUTION,
    RECORDING,
    VOICEMAIL,
    SURVEYS,
    /// Questions to the enterprise's own systems.
    DATA,
    OWN_RINGBACK;

    /// The text code: `own-ringback`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The features that a plan uses, each with the first place where it does, as a JSON pointer.
    static Map<Feature, String> usedBy(CallPlan plan) {
        var used = new EnumMap<Feature, String>(Feature.class);
        var settings = plan.settings();
        if (settings.recording().on()) {
            used.put(RECORDING, "/settings/recording");
        }
        if (settings.sounds().ownRingback().isPresent()) {
            used.put(OWN_RINGBACK, "/settings/ringback");
        }
        if (!settings.screening().lists().isEmpty()) {
            used.put(LISTS, "/settings/screening");
        }
        plan.steps().forEach((name, step) -> {
            var feature = of(step);
            if (feature != null) {
                used.merge(feature, "/steps/" + name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        });
        return used;
    }

    private static @Nullable Feature of(Step step) {
        return switch (step) {
            case Menu _, Collect _ -> MENUS;
            case Schedule _ -> SCHEDULES;
            case RegionRoute _ -> REGIONS;
            case ListCheck _ -> LISTS;
            case Distribute distribute -> distribute.strategy() == Distribute.Strategy.SEQUENTIAL ? null : DISTRIBUTION;
            case Voicemail _ -> VOICEMAIL;
            case Survey _ -> SURVEYS;
            case DataDip _ -> DATA;
            case Announce _, Branch _, Dial _, HangUpStep _, SetVariables _ -> null;
        };
    }
}
