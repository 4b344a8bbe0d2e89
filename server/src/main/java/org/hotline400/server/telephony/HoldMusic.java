package org.hotline400.server.telephony;

import java.util.function.Supplier;
import org.hotline400.media.AudioSource;
import org.hotline400.media.Playback;
import org.jspecify.annotations.Nullable;

/// What a party hears while the other one holds and sends nothing itself. Plays over the bridge, which stays:
/// when the hold ends, the next packet passes again.
final class HoldMusic {
    private final LegAudio listener;
    private @Nullable Playback playing;

    HoldMusic(LegAudio listener) {
        this.listener = listener;
    }

    /// @param on whether the other party leaves this one in silence, and this one listens
    /// @param loop a source of its own, asked for when it is needed
    void play(boolean on, Supplier<AudioSource> loop) {
        if (!on) {
            stop();
        } else if (playing == null) {
            playing = listener.port().play(loop.get());
        }
    }

    void stop() {
        if (playing != null) {
            playing.stop();
            playing = null;
        }
    }
}
