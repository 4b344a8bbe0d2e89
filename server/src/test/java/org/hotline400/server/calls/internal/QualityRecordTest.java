package org.hotline400.server.calls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.StoryTeller;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;

/// The quality of legs in records: kept, told, and absent in those of the release before.
class QualityRecordTest {

    @Test
    void theQualityOfEachLegIsKept() {
        var call = SampleCalls.call(TenantId.OPERATOR, EndReason.COMPLETED);
        assertThat(CallRecordJson.read(CallRecordJson.text(call))).isEqualTo(call);
        assertThat(CallRecordJson.read(CallRecordJson.text(call)).quality()).hasSize(2);
    }

    @Test
    void aRecordOfTheReleaseBeforeHasNone() {
        var call = SampleCalls.call(TenantId.OPERATOR, EndReason.COMPLETED);
        var text = CallRecordJson.text(call);
        var before = text.replaceFirst(",\"quality\":\\[.*]}$", "}");
        assertThat(before).isNotEqualTo(text).doesNotContain("quality");
        var read = CallRecordJson.read(before);
        assertThat(read.quality()).isEmpty();
        assertThat(read.route()).isEqualTo(call.route());
        assertThat(read.endingAt(call.times().endedAt())).isEqualTo(read);
    }

    @Test
    void theStoryTellsWhoWasHeardBadly() {
        var story = StoryTeller.tell(SampleCalls.call(TenantId.OPERATOR, EndReason.COMPLETED));
        assertThat(story)
                .filteredOn(line -> line.en().contains("MOS"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.en()).isEqualTo("13800138001 was heard badly: 10.4% lost, 12 ms jitter, MOS 2.5");
                    assertThat(line.zh()).contains("13800138001", "丢包 10.4%", "抖动 12 毫秒");
                });
        assertThat(story.getLast().en()).doesNotContain("MOS");
    }
}
