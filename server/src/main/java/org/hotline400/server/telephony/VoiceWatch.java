package org.hotline400.server.telephony;

import java.time.Duration;
import org.hotline400.media.AudioSink;

/// Watches what a caller says and tells, once, when there has been nothing but silence for some time.
///
/// A frame counts as sound when its mean level is above −40 dBm0 or so: line noise and comfort noise stay below,
/// soft speech does not.
final class VoiceWatch implements AudioSink {
    private static final int FRAME_MILLIS = 20;
    private static final int SOUND = 250;

    private final long patienceFrames;
    private final Runnable silent;
    private long quietFrames;
    private volatile boolean heard;

    VoiceWatch(Duration patience, Runnable silent) {
        this.patienceFrames = Math.max(1, patience.toMillis() / FRAME_MILLIS);
        this.silent = silent;
    }

    @Override
    public void frame(short[] pcm) {
        var sum = 0L;
        for (var sample : pcm) {
            sum += Math.abs(sample);
        }
        if (sum > (long) SOUND * pcm.length) {
            heard = true;
            quietFrames = 0;
        } else if (++quietFrames == patienceFrames) {
            silent.run();
        }
    }

    /// Whether there was any sound at all.
    boolean heard() {
        return heard;
    }
}
