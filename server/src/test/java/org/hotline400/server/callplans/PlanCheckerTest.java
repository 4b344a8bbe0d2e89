package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCheckerTest {
    private static final String GOOD = """
            {"settings": {"charging": "ringback"}, "start": "hours", "steps": {
              "hours": {"type": "schedule", "periods": [{"days": ["mon"], "from": "09:00", "to": "18:00"}],
                        "open": "staff", "closed": "bye"},
              "staff": {"type": "distribute", "targets": [{"to": "138 0013 8001"}, {"to": "010-6666 0001"}]},
              "bye": {"type": "hang-up", "prompts": ["system-closed"]}}}
            """;

    @Test
    void aSoundPlanIsReadWithItsDefaults() {
        var plan = sound(GOOD);

        assertThat(plan.settings().limits().attempts()).isEqualTo(3);
        assertThat(plan.settings().limits().ringTime()).hasSeconds(15);
        assertThat(plan.settings().recording().retention()).hasDays(180);
        assertThat(plan.answersFirst()).isFalse();
        assertThat(((Distribute) plan.steps().get(new StepName("staff"))).targets())
                .extracting(rung -> rung.target().text())
                .containsExactly("13800138001", "01066660001");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceEachWithItsPlace() {
        var findings = faulty("""
                {"settings": {"charging": "later", "maxCallSeconds": 5}, "start": "nowhere", "steps": {
                  "menu": {"type": "menu", "prompts": ["hello"], "keys": {"1": "gone", "12": "menu", "2": 7},
                           "otherwise": "staff"},
                  "staff": {"type": "distribute", "targets": [{"to": "66668888"}, {"to": "4001234567"}]},
                  "tea": {"type": "coffee"},
                  "hours": {"type": "schedule", "periods": [{"days": ["someday"], "from": "25:00", "to": "18:00"}],
                            "open": "menu", "closed": "tea", "extra": 1}}}
                """);

        assertThat(findings)
                .extracting(finding -> finding.path() + " " + finding.code())
                .contains(
                        "/settings/charging plan.choice-unknown",
                        "/settings/maxCallSeconds plan.out-of-range",
                        "/start plan.step-missing",
                        "/steps/menu/keys/1 plan.step-missing",
                        "/steps/menu/keys/12 plan.key-unknown",
                        "/steps/menu/keys/2 plan.not-a-text",
                        "/steps/staff/targets/0/to plan.target-area-code-missing",
                        "/steps/staff/targets/1/to plan.target-is-400",
                        "/steps/tea/type plan.step-type-unknown",
                        "/steps/hours/periods/0/days/0 plan.day-unknown",
                        "/steps/hours/periods/0/from plan.time-malformed",
                        "/steps/hours/extra plan.field-unknown");
        // The way to a step whose own reading failed is no second fault.
        assertThat(findings).extracting(Finding::path).doesNotContain("/steps/hours/closed");
    }

    @Test
    void anExtensionMustBeAPhoneOfTheNumbersHolder() {
        var document = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "targets": [{"to": "ext:8001"}, {"to": "ext:8002"}]}}}
                """;
        var checked = PlanChecker.check(
                document,
                PlanBounds.OPERATOR,
                _ -> true,
                extension -> extension.number().equals("8001"));
        assertThat(((CheckedPlan.Faulty) checked).findings())
                .extracting(finding -> finding.path() + " " + finding.code())
                .containsExactly("/steps/staff/targets/1/to plan.extension-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "66668888, plan.target-area-code-missing, 01066668888",
        "1066668888, plan.target-zero-missing, 01066668888",
        "013800138000, plan.target-zero-too-many, 13800138000",
        "4008888888, plan.target-is-400, 400",
        "0085212345678, plan.target-abroad, mainland",
        "12, plan.target-malformed, 13800138000",
        "sip:desk@192.0.2.1, plan.target-not-allowed, operator"
    })
    void aTargetThatCannotBeCalledComesWithItsLikelyFix(String target, String code, String fix) {
        var findings = faulty("""
                {"start": "staff", "steps": {"staff": {"type": "distribute", "targets": [{"to": "%s"}]}}}""".formatted(target));

        assertThat(findings.getFirst().code()).isEqualTo(code);
        assertThat(findings.getFirst().message()).contains(fix);
    }

    @Test
    void aLoopThatNoKeyLeavesIsRefused() {
        var findings = faulty("""
                {"start": "a", "steps": {
                  "a": {"type": "announce", "prompts": ["one"], "next": "b"},
                  "b": {"type": "menu", "prompts": ["two"], "keys": {"1": "bye"}, "otherwise": "a"},
                  "bye": {"type": "hang-up"}}}
                """);

        assertThat(findings).extracting(Finding::code).containsExactly("plan.loop-without-exit");
        assertThat(findings.getFirst().message()).contains("a → b → a");
    }

    @Test
    void aLoopThatOnlyTheCallersKeyGoesRoundIsFine() {
        var plan = sound("""
                {"start": "menu", "steps": {
                  "menu": {"type": "menu", "prompts": ["one"], "keys": {"*": "menu"}, "otherwise": "bye"},
                  "bye": {"type": "hang-up"}}}
                """);

        assertThat(plan.answersFirst()).isTrue();
    }

    @Test
    void warningsDoNotStopAPlan() {
        var checked = PlanChecker.check("""
                {"settings": {"charging": "ringback"}, "start": "menu", "steps": {
                  "menu": {"type": "menu", "prompts": ["one"], "keys": {"1": "bye"}, "otherwise": "bye"},
                  "bye": {"type": "hang-up"}, "lost": {"type": "hang-up"}}}
                """, PlanBounds.CUSTOMER, _ -> true);

        assertThat(checked)
                .isInstanceOfSatisfying(
                        CheckedPlan.Sound.class,
                        sound -> assertThat(sound.warnings())
                                .extracting(Finding::code)
                                .containsExactlyInAnyOrder("plan.answers-first", "plan.step-unreached"));
    }

    @Test
    void aPromptThatNobodyUploadedIsNamed() {
        var checked = PlanChecker.check(
                GOOD, PlanBounds.CUSTOMER, name -> !name.value().equals("system-closed"));

        assertThat(((CheckedPlan.Faulty) checked).findings())
                .extracting(finding -> finding.path() + " " + finding.code())
                .containsExactly("/steps/bye plan.prompt-unknown");
    }

    @Test
    void customersRingBetween15And60SecondsOperatorsLonger() {
        var plan = """
                {"start": "s", "steps": {"s": {"type": "distribute",
                  "targets": [{"to": "13800138001", "ringSeconds": 90}]}}}
                """;

        assertThat(faulty(plan)).extracting(Finding::path).containsExactly("/steps/s/targets/0/ringSeconds");
        assertThat(PlanChecker.check(plan, PlanBounds.OPERATOR, _ -> true)).isInstanceOf(CheckedPlan.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "{", "{\"start\": \"a\"} x", "{\"start\": \"a\", \"start\": \"b\"}"})
    void whatIsNoPlanIsRefusedWithAReason(String document) {
        assertThat(faulty(document))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    }

    @Test
    void sizeDepthAndNumberOfStepsAreBounded() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"s%d\": {\"type\": \"hang-up\"}".formatted(i))
                .collect(Collectors.joining(","));

        assertThat(codes("{\"start\": \"s1\", \"steps\": {" + many + "}}")).contains("plan.too-many");
        assertThat(codes("[".repeat(100_000))).containsExactly("plan.not-json");
        assertThat(codes("\"" + "x".repeat(PlanBounds.MAX_BYTES) + "\"")).containsExactly("plan.too-large");
    }

    private static List<String> codes(String document) {
        return faulty(document).stream().map(Finding::code).toList();
    }

    private static CallPlan sound(String document) {
        return switch (PlanChecker.check(document, PlanBounds.CUSTOMER, _ -> true)) {
            case CheckedPlan.Sound sound -> sound.plan();
            case CheckedPlan.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }

    @Test
    void whatThePackageDoesNotGrantIsSaidWithItsPlace() {
        var basic = new Inventory(
                _ -> true,
                _ -> true,
                _ -> true,
                new Inventory.Grants(
                        EnumSet.complementOf(EnumSet.of(PlanFeature.SCHEDULES)),
                        feature -> new Words(
                                "套餐不含" + feature.words().zh(),
                                "lacks " + feature.words().en())),
                _ -> true,
                LocalDate.of(2026, 3, 3));

        var checked = PlanChecker.check(GOOD, PlanBounds.CUSTOMER, basic);

        assertThat(((CheckedPlan.Faulty) checked).findings())
                .extracting(finding -> finding.path() + " " + finding.code())
                .containsExactly("/steps/hours plan.feature-not-included");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "dial", "to": "13800138001", "acceptKey": "5"}                                    | plan.whisper-missing
            {"type": "dial", "to": "13800138001", "hours": [{"days": ["holiday"], "from": "09:00", "to": "10:00"}]} | plan.day-unknown
            {"type": "http", "url": "https://a.example/${caller}", "body": {"a": "b"}, "next": "e", "failed": "e"}  | plan.body-unused
            {"type": "http", "url": "https://a.example/", "headers": {"Host": "b"}, "next": "e", "failed": "e"}     | plan.header-malformed
            {"type": "http", "url": "https://${caller}.example/", "next": "e", "failed": "e"}           | plan.url-malformed
            {"type": "http", "url": "https://a.example:99999/", "next": "e", "failed": "e"}             | plan.url-malformed
            {"type": "distribute", "strategy": "percentage", "targets": [{"to": "13800138001", "percent": 99}]} | plan.percentages-sum
            {"type": "region", "cases": [{"to": "e"}], "otherwise": "e"}                                | plan.case-empty
            {"type": "set", "variables": {"caller": "x"}, "next": "e"}                                  | plan.variable-is-a-fact
            {"type": "branch", "cases": [{"when": [{"variable": "x", "atLeast": 1e999}], "to": "e"}], "otherwise": "e"} | plan.not-a-number
            {"type": "menu", "prompts": ["hello"], "keys": {"1": "e"}}                                  | plan.field-missing
            """)
    void aStepThatCannotWorkIsSaidSo(String step, String code) {
        var findings = faulty("""
                {"start": "s", "steps": {"s": %s, "e": {"type": "hang-up"}}}
                """.formatted(step));

        assertThat(findings).extracting(Finding::code).contains(code);
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals(code))
                .allSatisfy(finding -> assertThat(finding.path()).startsWith("/steps/s"));
    }

    private static List<Finding> faulty(String document) {
        return switch (PlanChecker.check(document, PlanBounds.CUSTOMER, _ -> true)) {
            case CheckedPlan.Sound sound -> throw new AssertionError("passed: " + sound.plan());
            case CheckedPlan.Faulty faulty -> faulty.findings();
        };
    }
}
