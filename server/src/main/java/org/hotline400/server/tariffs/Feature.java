package org.hotline400.server.tariffs;

import java.util.Arrays;
import java.util.Locale;

/// Something a hotline can do that a package has, or that is an option beside it.
public enum Feature {
    /// Hours, holidays, greetings.
    HOURS(Tier.BASIC, "时间路由", "schedules"),
    /// More than one target: in turn, together, by shares.
    DISTRIBUTION(Tier.BASIC, "话务分配", "call distribution"),
    BLACKLIST(Tier.BASIC, "黑名单与来电限制", "blacklists and bars"),
    MENU(Tier.VALUE_ADDED, "语音导航", "menus"),
    RECORDING(Tier.VALUE_ADDED, "通话录音", "recording"),
    VOICEMAIL(Tier.VALUE_ADDED, "语音留言", "voicemail"),
    OWN_RINGBACK(Tier.VALUE_ADDED, "企业彩铃", "a ringback tone of one's own"),
    REGION_ROUTING(Tier.VALUE_ADDED, "地区路由", "routing by region"),
    EXTENSIONS(Tier.VALUE_ADDED, "分机", "extensions"),
    SURVEY(Tier.ADVANCED, "满意度评价", "surveys"),
    VIP_LISTS(Tier.ADVANCED, "VIP 名单", "lists of callers"),
    DATA_DIP(Tier.ADVANCED, "业务系统查询", "questions to one's own systems"),
    WEBHOOKS(Tier.ADVANCED, "事件推送", "webhooks"),
    QUEUES(Tier.ADVANCED, "排队", "queues");

    /// How the trade groups them.
    public enum Tier {
        BASIC,
        VALUE_ADDED,
        ADVANCED
    }

    private final Tier tier;
    private final String chinese;
    private final String english;

    Feature(Tier tier, String chinese, String english) {
        this.tier = tier;
        this.chinese = chinese;
        this.english = english;
    }

    /// What people call it.
    public String chinese() {
        return chinese;
    }

    /// What people call it.
    public String english() {
        return english;
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
