package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// Which features a plan uses, each with the place where it does.
class FeatureUseTest {
    private static final String EVERYTHING = """
            {"settings": {"recording": {"on": true}, "ringback": "our-song",
                          "screening": {"blacklists": ["nuisance"], "barredPlaces": ["西藏"]}},
             "start": "hours",
             "steps": {
               "hours": {"type": "schedule", "periods": [{"days": ["mon"], "from": "09:00", "to": "18:00"}],
                         "open": "gold", "closed": "message"},
               "gold": {"type": "list", "cases": [{"list": "gold", "to": "pin"}], "otherwise": "where"},
               "pin": {"type": "collect", "prompts": ["pin"], "into": "pin", "check": {"pinOf": "gold"},
                       "next": "ask", "otherwise": "where"},
               "where": {"type": "region", "cases": [{"provinces": ["广东"], "to": "ask"}], "otherwise": "choose"},
               "ask": {"type": "http", "url": "https://crm.example.com/", "into": {"a": "/a"},
                       "next": "choose", "failed": "choose"},
               "choose": {"type": "menu", "prompts": ["choose"], "keys": {"1": "staff", "2": "desk"},
                          "otherwise": "staff"},
               "staff": {"type": "distribute", "strategy": "round-robin", "afterTalk": "rate",
                         "targets": [{"to": "13800138001"}, {"to": "ext:8001"}]},
               "desk": {"type": "dial", "to": "ext:8002", "otherwise": "message"},
               "rate": {"type": "survey"},
               "message": {"type": "voicemail"}}}
            """;

    private static CallPlan plan(String document) {
        return switch (PlanChecker.check(document, PlanBounds.CUSTOMER, _ -> true)) {
            case CheckedPlan.Sound sound -> sound.plan();
            case CheckedPlan.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }

    @Test
    void each_use_is_found_where_the_author_wrote_it() {
        assertThat(FeatureUse.in(plan(EVERYTHING)))
                .extracting(use -> use.path() + " " + use.feature().code())
                .containsExactly(
                        "/settings/recording recording",
                        "/settings/ringback own-ringback",
                        "/settings/screening/blacklists blacklists",
                        "/settings/screening/barredPlaces blacklists",
                        "/steps/ask data",
                        "/steps/choose menus",
                        "/steps/desk/to extensions",
                        "/steps/gold lists",
                        "/steps/hours schedules",
                        "/steps/message voicemail",
                        "/steps/pin menus",
                        "/steps/pin lists",
                        "/steps/rate surveys",
                        "/steps/staff/strategy distribution",
                        "/steps/staff/targets/1/to extensions",
                        "/steps/where regions");
    }

    @Test
    void ringing_targets_as_they_are_written_needs_nothing() {
        assertThat(FeatureUse.in(plan("""
                        {"start": "staff", "steps": {"staff": {"type": "distribute",
                         "targets": [{"to": "13800138001"}, {"to": "13800138002"}]}}}
                        """))).isEmpty();
    }

    @Test
    void what_is_not_granted_is_taken_from_the_settings_and_nothing_else() {
        var plan = plan(EVERYTHING);
        var withoutRecording = EnumSet.complementOf(EnumSet.of(PlanFeature.RECORDING));

        var left = plan.within(withoutRecording);

        assertThat(plan.settingsBeyond(withoutRecording)).containsExactly(PlanFeature.RECORDING);
        assertThat(left.settings().recording().on()).isFalse();
        assertThat(left.settings().screening()).isEqualTo(plan.settings().screening());
        assertThat(left.settings().sounds()).isEqualTo(plan.settings().sounds());
        assertThat(left.steps()).isEqualTo(plan.steps());
        assertThat(plan.settingsBeyond(PlanFeature.ALL)).isEmpty();
    }
}
