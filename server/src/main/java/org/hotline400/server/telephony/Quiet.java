package org.hotline400.server.telephony;

import java.util.Arrays;
import org.hotline400.media.AudioSource;

/// Silence that is sent: an answered call without a single packet looks dead to carriers and firewalls.
final class Quiet {
    private Quiet() {}

    /// Without end.
    static AudioSource forever() {
        return frame -> {
            Arrays.fill(frame, (short) 0);
            return true;
        };
    }

    /// Something, then silence without end.
    static AudioSource after(AudioSource first) {
        var silence = forever();
        return frame -> first.read(frame) || silence.read(frame);
    }
}
