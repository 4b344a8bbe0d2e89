package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.hotline400.server.callplans.PlanDifference.Change;
import org.hotline400.server.callplans.PlanDifference.Kind;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {
    private static final String BEFORE = """
            {"settings": {"ringSeconds": 15}, "start": "staff", "steps": {
               "staff": {"type": "forward", "targets": [{"to": "13800138001"}, {"to": "13800138002"}], "otherwise": "bye"},
               "bye": {"type": "hang-up", "prompts": ["system-goodbye"]}}}
            """;

    @Test
    void theSameWrittenOtherwiseIsNoDifference() {
        assertThat(PlanDifference.between(BEFORE, BEFORE.replace(" ", ""))).isEmpty();
        assertThat(PlanDifference.between("{\"a\": 1, \"b\": 2}", "{\"b\": 2, \"a\": 1}"))
                .isEmpty();
    }

    @Test
    void aTargetThatWasExchangedIsNamedByItsPlace() {
        var changes = PlanDifference.between(BEFORE, BEFORE.replace("13800138002", "13900139003"));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.path()).isEqualTo("/steps/staff/targets/1/to");
            assertThat(change.before().asString()).isEqualTo("13800138002");
            assertThat(change.after().asString()).isEqualTo("13900139003");
            assertThat(change.words().zh()).isEqualTo("步骤“staff”的 targets.1.to 由 \"13800138002\" 改为 \"13900139003\"");
            assertThat(change.words().en())
                    .isEqualTo("step \"staff\", targets.1.to changed from \"13800138002\" to \"13900139003\"");
        });
    }

    @Test
    void stepsAndSettingsComeAndGo() {
        var after = """
                {"settings": {"ringSeconds": 15, "attempts": 2}, "start": "mail", "steps": {
                   "staff": {"type": "forward", "targets": [{"to": "13800138001"}], "otherwise": "mail"},
                   "mail": {"type": "voicemail"}}}
                """;

        var changes = PlanDifference.between(BEFORE, after);

        assertThat(changes)
                .extracting(Change::path, Change::kind)
                .containsExactlyInAnyOrder(
                        tuple("/settings/attempts", Kind.ADDED),
                        tuple("/start", Kind.CHANGED),
                        tuple("/steps/staff/targets/1", Kind.REMOVED),
                        tuple("/steps/staff/otherwise", Kind.CHANGED),
                        tuple("/steps/bye", Kind.REMOVED),
                        tuple("/steps/mail", Kind.ADDED));
        assertThat(changes)
                .extracting(change -> change.words().en())
                .contains("added setting attempts: 2", "removed step \"bye\"", "added step \"mail\"");
    }

    @Test
    void whatIsNoJsonHasNoDifference() {
        assertThatThrownBy(() -> PlanDifference.between(BEFORE, "{")).isInstanceOf(IllegalArgumentException.class);
    }
}
