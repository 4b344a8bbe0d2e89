package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.media.ToneDetector;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.Acceptance;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.RecordingOrder;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.server.calls.VoicemailOrder;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.simulator.Call;

/// What the stories of the laboratory usually order, and what they usually look at.
final class LabOrders {
    static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    static final Duration HALF = Duration.ofMillis(500);
    static final TalkTerms TALK = new TalkTerms(Duration.ofMinutes(1), Duration.ofSeconds(30), tone("tone-2100-500"));
    static final RecordingOrder RECORDING = new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1));
    static final VoicemailOrder MESSAGE =
            new VoicemailOrder(RECORDING, '#', Duration.ofMinutes(1), Duration.ofSeconds(20));

    private LabOrders() {}

    static DialOrder order(String number) {
        return order(number, Duration.ofSeconds(20));
    }

    static DialOrder order(String number, Duration ringTime) {
        return new DialOrder(
                TenantId.OPERATOR,
                new Target.Line(number),
                Optional.of(NUMBER),
                ringTime,
                Duration.ofSeconds(5),
                false);
    }

    /// Whisper of 900 Hz, then the key must be pressed.
    static Acceptance pressing(char key, Duration patience) {
        return new Acceptance(tone("tone-900-3000"), Optional.of(key), patience);
    }

    /// Waits until what a phone hears now is this tone.
    static void awaitTone(Call call, int hz) {
        var mark = call.heard().length();
        await().atMost(SOON).until(() -> {
            var since = call.heard().since(mark);
            return since.length >= 4000 && ToneDetector.level(since, since.length - 4000, 4000, hz) > 0.9;
        });
    }

    static void thenNothingIsLeft(PhoneLab lab) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(lab.threads.count()).isZero();
            assertThat(lab.media.statistics().ports()).isZero();
            assertThat(lab.media.statistics().recordings()).isZero();
            assertThat(lab.stack.statistics().legs()).isZero();
        });
    }
}
