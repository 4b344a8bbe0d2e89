package org.hotline400.app.call;

import java.time.Duration;

/// A stretch of what was heard that is of one kind.
///
/// @param from since the first audio
public record Sound(Kind kind, Duration from, Duration length) {

    /// What kind of sound.
    public sealed interface Kind {}

    /// Voice, music: anything that is no pure tone.
    public record Speech() implements Kind {}

    /// @param hz to the nearest ten
    public record Tone(int hz) implements Kind {
        /// What a caller in China hears while the far phone rings, and other tones of the network (GF 002-9002.4).
        private static final int NETWORK = 450;

        /// Whether it is the tone of the network (ringing, busy), not somebody's.
        public boolean isNetwork() {
            return hz == NETWORK;
        }
    }

    Sound lengthenedTo(Duration end) {
        return new Sound(kind, from, end.minus(from));
    }

    Duration end() {
        return from.plus(length);
    }
}
