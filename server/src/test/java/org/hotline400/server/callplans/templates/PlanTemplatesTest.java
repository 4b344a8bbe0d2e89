package org.hotline400.server.callplans.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.callplans.templates.Json.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.Inventory;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanChecker;
import org.hotline400.server.callplans.PlanDocument;
import org.hotline400.server.calls.Rehearsal;
import org.hotline400.server.calls.RehearsedCourse;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PlanTemplatesTest {
    private static final RehearsedCourse COURSE = new RehearsedCourse(Rehearsal.offline(
            (tenant, name, language) -> Optional.of(new Prompt(name, language, new short[16_000], ""))));

    private static CheckedPlan checked(JsonNode document) {
        var text = document.toString();
        return PlanDocument.prove(
                text,
                PlanChecker.check(text, PlanBounds.CUSTOMER, Inventory.EVERYTHING),
                (plan, situation) -> COURSE.of(TenantId.OPERATOR, new HotlineNumber("4008888888"), plan, situation));
    }

    private static JsonNode written(String template, Map<String, Object> answers) {
        return PlanTemplates.write(template, Json.node(answers)).orElseThrow();
    }

    static List<PlanTemplates.Offer> offers() {
        return PlanTemplates.all();
    }

    @ParameterizedTest
    @MethodSource("offers")
    void everyTemplateMakesASoundPlanWhoseExamplesHoldFromItsOwnExampleAnswers(PlanTemplates.Offer offer) {
        var answers = new LinkedHashMap<String, Object>();
        offer.questions().forEach(question -> answers.put(question.name(), question.example()));

        var document = written(offer.name(), answers);

        assertThat(checked(document)).isInstanceOf(CheckedPlan.Sound.class);
        assertThat(document.path("examples").size()).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("offers")
    void whatIsNotRequiredMayBeLeftOut(PlanTemplates.Offer offer) {
        var answers = new LinkedHashMap<String, Object>();
        offer.questions().stream()
                .filter(Question::required)
                .forEach(question -> answers.put(question.name(), question.example()));

        assertThat(checked(written(offer.name(), answers))).isInstanceOf(CheckedPlan.Sound.class);
    }

    @ParameterizedTest
    @MethodSource("offers")
    void whatIsRequiredIsAskedFor(PlanTemplates.Offer offer) {
        var required = offer.questions().stream()
                .filter(Question::required)
                .map(Question::name)
                .toList();

        assertThatThrownBy(() -> written(offer.name(), Map.of()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(violation -> violation.field())
                                .containsAll(required));
    }

    @Test
    void fourAnswersMakeThreeMobilesInOfficeHours() {
        var plan = written(
                "three-mobiles",
                object(
                        "mobiles",
                        List.of("13800138001", "13800138002", "13900139003"),
                        "hours",
                        object("days", List.of("sat", "sun"), "from", "10:00", "to", "16:30"),
                        "voicemail",
                        false,
                        "ringSeconds",
                        25));

        assertThat(plan.at("/settings/ringSeconds").asInt()).isEqualTo(25);
        assertThat(plan.at("/settings/charging").asString()).isEqualTo("ringback");
        assertThat(plan.at("/steps/office-hours/periods/0/to").asString()).isEqualTo("16:30");
        assertThat(plan.at("/steps/team/targets/2/to").asString()).isEqualTo("13900139003");
        assertThat(plan.at("/steps/after-hours/type").asString()).isEqualTo("hang-up");
        assertThat(checked(plan)).isInstanceOf(CheckedPlan.Sound.class);
    }

    @Test
    void hoursRoundTheClockClaimNothingAboutAnEvening() {
        var plan = written(
                "three-mobiles",
                object(
                        "mobiles",
                        List.of("13800138001"),
                        "hours",
                        object("days", OfficeHours.WEEK, "from", "00:00", "to", "24:00")));

        assertThat(checked(plan)).isInstanceOf(CheckedPlan.Sound.class);
    }

    @Test
    void everythingWrongWithAnswersIsSaidAtOnce() {
        var answers = object(
                "mobiles",
                List.of(),
                "hours",
                object("from", "9 o'clock"),
                "voicemail",
                "yes",
                "ringSeconds",
                5,
                "colour",
                "red");

        assertThatThrownBy(() -> written("three-mobiles", answers))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(violation -> violation.field())
                                .containsExactlyInAnyOrder("mobiles", "hours", "voicemail", "ringSeconds", "colour"));
    }

    @Test
    void anUnknownTemplateIsNone() {
        assertThat(PlanTemplates.write("circus", Json.node(Map.of()))).isEmpty();
    }
}
