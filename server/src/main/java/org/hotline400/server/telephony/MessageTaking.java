package org.hotline400.server.telephony;

import java.time.Duration;
import org.hotline400.media.AudioSink;
import org.hotline400.media.MediaPort;
import org.hotline400.media.Tones;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.VoicemailOrder;
import org.hotline400.server.calls.VoicemailOutcome;
import org.hotline400.server.calls.VoicemailOutcome.EndedBy;
import org.hotline400.server.recordings.OpenRecording;

/// Takes a message: a tone, then what the caller says until a key, silence, the limit or the end of the call.
final class MessageTaking {
    private final SipPhone phone;
    private final CallSignals signals;
    private final MediaPort port;

    MessageTaking(SipPhone phone, CallSignals signals, MediaPort port) {
        this.phone = phone;
        this.signals = signals;
        this.port = port;
    }

    VoicemailOutcome take(VoicemailOrder order, OpenRecording message) {
        var voice = new VoiceWatch(order.silence(), () -> signals.tell(new Signal.MessageOver()));
        port.play(Quiet.after(Tones.beep().source()));
        var recording = port.record(message);
        port.listenTo(voice);
        try {
            var by = untilOver(order);
            return new VoicemailOutcome(voice.heard() ? recording.length() : Duration.ZERO, by);
        } finally {
            port.listenTo(AudioSink.NONE);
            if (!voice.heard()) {
                message.discard();
            }
            recording.stop();
        }
    }

    private EndedBy untilOver(VoicemailOrder order) {
        try {
            return untilKeyOrSilence(order);
        } catch (CallerGoneException _) {
            return EndedBy.CALLER_HUNG_UP;
        }
    }

    private EndedBy untilKeyOrSilence(VoicemailOrder order) {
        var end = Deadline.in(order.atMost());
        while (true) {
            var signal = phone.await(end);
            if (signal.isEmpty()) {
                return EndedBy.LIMIT;
            }
            if (signal.get() instanceof Signal.MessageOver) {
                return EndedBy.SILENCE;
            }
            if (phone.nextKey().filter(key -> key == order.stopKey()).isPresent()) {
                return EndedBy.KEY;
            }
        }
    }
}
