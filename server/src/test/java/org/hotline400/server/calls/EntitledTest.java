package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.calls.Rehearsed.busy;
import static org.hotline400.server.calls.Rehearsed.path;
import static org.hotline400.server.calls.Rehearsed.reached;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.callplans.PlanFeature;
import org.junit.jupiter.api.Test;

/// What a call makes of a plan that uses more than its number's package has: a plan that was published before the
/// feature was dropped.
class EntitledTest {
    private static Rehearsed call(String step) {
        return call("", step);
    }

    private static Rehearsed call(String settings, String step) {
        return Rehearsed.call(Rehearsed.plan("""
                {"settings": {"charging": "answer-first"%s}, "start": "first",
                 "steps": {"first": %s,
                   "staff": {"type": "distribute", "targets": [{"to": "13800138001"}]},
                   "sorry": {"type": "hang-up", "cause": "busy"}}}
                """.formatted(settings, step)));
    }

    private static List<String> passedOver(CallRecord call) {
        return call.steps().stream()
                .filter(step -> step.why() == Why.FEATURE_NOT_INCLUDED)
                .map(step -> step.step() + " " + step.facts().get("feature"))
                .toList();
    }

    @Test
    void a_menu_leads_where_it_leads_those_who_press_nothing_and_nobody_is_asked() {
        var menu = """
                {"type": "menu", "prompts": ["hello"], "keys": {"1": "sorry"}, "otherwise": "staff"}
                """;

        var call = call(menu).keys("1").lacks(PlanFeature.MENUS).take();

        assertThat(path(call)).containsExactly("first", "staff");
        assertThat(passedOver(call)).containsExactly("first menus");
        assertThat(reached(call)).containsExactly("13800138001 reached");
        assertThat(call(menu).keys("1").take().steps())
                .extracting(StepTaken::why)
                .contains(Why.KEY_CHOSEN)
                .doesNotContain(Why.FEATURE_NOT_INCLUDED);
    }

    @Test
    void steps_that_only_decide_lead_on_by_their_usual_way() {
        assertThat(path(call("""
                        {"type": "schedule", "periods": [{"days": ["sun"], "from": "09:00", "to": "10:00"}],
                         "open": "staff", "closed": "sorry"}
                        """).lacks(PlanFeature.SCHEDULES).take())).containsExactly("first", "staff");
        assertThat(path(call("""
                        {"type": "region", "cases": [{"cities": ["深圳"], "to": "sorry"}], "otherwise": "staff"}
                        """).livesIn("广东", "深圳").lacks(PlanFeature.REGIONS).take()))
                .containsExactly("first", "staff");
        assertThat(path(call("""
                        {"type": "list", "cases": [{"list": "gold", "to": "sorry"}], "otherwise": "staff"}
                        """).lacks(PlanFeature.LISTS).take())).containsExactly("first", "staff");
        assertThat(path(call("""
                        {"type": "http", "method": "get", "url": "https://crm.example.com/", "into": {"a": "/a"},
                         "next": "sorry", "failed": "staff"}
                        """).lacks(PlanFeature.DATA).take())).containsExactly("first", "staff");
    }

    @Test
    void a_message_that_may_not_be_taken_is_a_step_that_failed() {
        var settings = ", \"fallbackStep\": \"sorry\"";

        var call = call(settings, "{\"type\": \"voicemail\"}")
                .lacks(PlanFeature.VOICEMAIL)
                .take();
        var noWay =
                call("{\"type\": \"voicemail\"}").lacks(PlanFeature.VOICEMAIL).take();

        assertThat(path(call)).containsExactly("first", "sorry");
        assertThat(call.steps())
                .extracting(StepTaken::why)
                .containsSubsequence(Why.FEATURE_NOT_INCLUDED, Why.STEP_FAILED);
        assertThat(noWay.end().reason()).isEqualTo(EndReason.PLAN_FAILURE);
        assertThat(noWay.end().detail()).contains("voicemail");
    }

    @Test
    void a_survey_without_a_next_step_just_ends_the_call() {
        var call = call("{\"type\": \"survey\"}")
                .keys("5")
                .lacks(PlanFeature.SURVEYS)
                .take();

        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(passedOver(call)).containsExactly("first surveys");
    }

    @Test
    void targets_ring_as_they_are_written_where_another_order_is_not_granted() {
        var round = """
                {"type": "distribute", "strategy": "round-robin",
                 "targets": [{"to": "13800138002"}, {"to": "13800138003"}]}
                """;
        var second = new Draw(0, 1, Map.of(), Optional.empty());

        assertThat(reached(call(round).draw("first", second).take())).containsExactly("13800138003 reached");
        var call = call(round)
                .draw("first", second)
                .lacks(PlanFeature.DISTRIBUTION)
                .take();
        assertThat(reached(call)).containsExactly("13800138002 reached");
        assertThat(passedOver(call)).containsExactly("first distribution");
    }

    @Test
    void a_phone_of_the_enterprise_is_skipped_and_the_next_target_rings() {
        var both = """
                {"type": "distribute", "targets": [{"to": "ext:8001"}, {"to": "13800138002"}]}
                """;

        var call = call(both).lacks(PlanFeature.EXTENSIONS).take();

        assertThat(reached(call)).containsExactly("13800138002 reached");
        assertThat(passedOver(call)).containsExactly("first extensions");
        assertThat(reached(call(both).target("ext:8001", busy()).take()))
                .containsExactly("ext:8001 busy", "13800138002 reached");
    }

    @Test
    void settings_that_are_not_granted_have_no_effect_and_the_record_says_so() {
        var settings = """
                , "recording": {"on": true}, "ringback": "our-song", "screening": {"barredKinds": ["mobile"]}
                """;
        var staff = "{\"type\": \"distribute\", \"targets\": [{\"to\": \"13800138002\"}]}";

        var whole = call(settings, staff).take();
        var call = call(settings, staff)
                .lacks(PlanFeature.RECORDING, PlanFeature.OWN_RINGBACK, PlanFeature.BLACKLISTS)
                .take();
        var recorded = call(settings.replace("mobile", "international"), staff).take();

        assertThat(whole.end().reason()).isEqualTo(EndReason.REJECTED_REGION);
        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(passedOver(call)).containsExactly(" blacklists", " recording", " own-ringback");
        assertThat(call.steps()).extracting(StepTaken::why).doesNotContain(Why.RECORDING_ANNOUNCED);
        assertThat(recorded.steps()).extracting(StepTaken::why).contains(Why.RECORDING_ANNOUNCED);
    }

    @Test
    void the_story_names_the_feature_in_both_languages() {
        var call = call("{\"type\": \"survey\"}").lacks(PlanFeature.SURVEYS).take();

        assertThat(StoryTeller.tell(call)).extracting(StoryLine::zh).contains("当前套餐不含“满意度评价”，此处略过");
        assertThat(StoryTeller.tell(call))
                .extracting(StoryLine::en)
                .contains("The package does not include surveys: passed over here");
    }
}
