package org.hotline400.server.tariffs;

import java.util.Arrays;
import java.util.Locale;

/// Something a hotline can do that a package has, or that is an option beside it.
public enum Feature {
    /// Hours, holidays, greetings.
    HOURS(Tier.BASIC),
    /// More than one target: in turn, together, by shares.
    DISTRIBUTION(Tier.BASIC),
    BLACKLIST(Tier.BASIC),
    MENU(Tier.VALUE_ADDED),
    RECORDING(Tier.VALUE_ADDED),
    VOICEMAIL(Tier.VALUE_ADDED),
    OWN_RINGBACK(Tier.VALUE_ADDED),
    REGION_ROUTING(Tier.VALUE_ADDED),
    EXTENSIONS(Tier.VALUE_ADDED),
    SURVEY(Tier.ADVANCED),
    VIP_LISTS(Tier.ADVANCED),
    DATA_DIP(Tier.ADVANCED),
    WEBHOOKS(Tier.ADVANCED),
    QUEUES(Tier.ADVANCED);

    /// How the trade groups them.
    public enum Tier {
        BASIC,
        VALUE_ADDED,
        ADVANCED
    }

    private final Tier tier;

    Feature(Tier tier) {
        this.tier = tier;
    }

    public Tier tier() {
        return tier;
    }

    /// The text code: `region-routing`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Feature of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feature is named \"" + code + "\""));
    }
}
