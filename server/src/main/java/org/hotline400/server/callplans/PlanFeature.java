package org.hotline400.server.callplans;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a package may grant or not.
public enum PlanFeature {
    MENUS("语音导航", "menus"),
    SCHEDULES("时间路由", "schedules"),
    REGIONS("地区路由", "routing by region"),
    /// Who is turned away before the plan.
    BLACKLISTS("黑名单与来电限制", "blacklists and bars"),
    /// Ways of their own for callers on a list.
    LISTS("VIP 名单", "lists of callers"),
    /// More than ringing targets as they are written.
    DISTRIBUTION("话务分配", "call distribution"),
    EXTENSIONS("分机", "extensions"),
    RECORDING("通话录音", "recording"),
    VOICEMAIL("语音留言", "voicemail"),
    SURVEYS("满意度评价", "surveys"),
    /// Questions to the enterprise's own systems.
    DATA("业务系统查询", "questions to your own systems"),
    OWN_RINGBACK("企业彩铃", "a ringback tone of your own");

    /// All there are. Cannot be changed.
    public static final Set<PlanFeature> ALL = Collections.unmodifiableSet(EnumSet.allOf(PlanFeature.class));

    private final String chinese;
    private final String english;

    PlanFeature(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// What people call it.
    public Words words() {
        return new Words(chinese, english);
    }

    /// The text code: `own-ringback`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
