package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.HangUpStep;
import org.hotline400.server.numbers.NumberStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoryTellerTest {

    @ParameterizedTest
    @EnumSource(Why.class)
    void everyReasonHasWordsInBothLanguages(Why why) {
        assertThat(StoryTeller.hasWords(why.code())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(HangupSide.class)
    void everyEndHasWordsInBothLanguages(HangupSide side) {
        assertThat(StoryTeller.hasWords("ended." + side.code())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(LegQuality.Leg.class)
    void badQualityHasWordsInBothLanguages(LegQuality.Leg leg) {
        assertThat(StoryTeller.hasWords("quality-bad.received." + leg.code())).isTrue();
        assertThat(StoryTeller.hasWords("quality-bad.sent." + leg.code())).isTrue();
    }

    @Test
    void aStoryIsReadFromTheFirstRingToTheHangUp() {
        var call = Rehearsed.sample("4006173952")
                .at("2026-03-03T10:00")
                .target("13800138001", Rehearsed.busy())
                .take();

        assertThat(StoryTeller.tell(call))
                .extracting(StoryLine::en)
                .containsExactly(
                        "13812345678 called 4008888888",
                        "It is Tue 10:00, within the hours 09:00-18:00: goes on to \"staff\"",
                        "Calls 13800138001, letting it ring for at most 15 s",
                        "13800138001: busy the called carrier answered 486 Busy Here",
                        "Calls 13800138002, letting it ring for at most 15 s",
                        "The platform answered",
                        "13800138002 answered",
                        "The called party hung up: completed");
    }

    @Test
    void theChineseStoryHasNoEnglishCodesNorSentences() {
        var call = Rehearsed.sample("4006173952")
                .at("2026-03-03T10:00")
                .target("13800138001", Rehearsed.busy())
                .take();

        assertThat(StoryTeller.tell(call))
                .extracting(StoryLine::zh)
                .containsExactly(
                        "13812345678 拨打 4008888888",
                        "现在是 周二 10:00，在营业时间 09:00-18:00 内，转到“staff”",
                        "呼叫 13800138001，最长振铃 15 秒",
                        "13800138001：忙线 对方线路应答 486 Busy Here",
                        "呼叫 13800138002，最长振铃 15 秒",
                        "平台接听",
                        "13800138002 已接听",
                        "被叫方挂机：通话完成");
    }

    @Test
    void everyCodeHasChineseWords() {
        assertThat(ChineseFacts.without("reason", codes(EndReason.values()))).isEmpty();
        assertThat(ChineseFacts.without("result", codes(Attempt.Result.values())))
                .isEmpty();
        assertThat(ChineseFacts.without("by", codes(VoicemailOutcome.EndedBy.values())))
                .isEmpty();
        assertThat(ChineseFacts.without("cause", codes(HangUpStep.Cause.values())))
                .isEmpty();
        assertThat(ChineseFacts.without("strategy", codes(Distribute.Strategy.values())))
                .isEmpty();
        assertThat(ChineseFacts.without("state", codes(NumberStatus.values()))).isEmpty();
    }

    private static List<String> codes(Enum<?>[] all) {
        return Stream.of(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    @Test
    void aRefusalIsToldInChinese() {
        var step = new StepTaken(
                "",
                "admission",
                Instant.EPOCH,
                null,
                Why.NOT_ADMITTED,
                Map.of(
                        "reason", "rejected-concurrency",
                        "text", "the number takes 10 calls at the same time, and has them now"));

        assertThat(StoryTeller.tell(step).zh()).isEqualTo("呼叫在进入方案之前被拒绝：并发已满 该号码最多同时接入 10 通，现已占满");
        assertThat(StoryTeller.tell(step).en()).contains("rejected-concurrency");
    }
}
