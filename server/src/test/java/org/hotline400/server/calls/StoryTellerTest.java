package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

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
}
