package org.hotline400.simulator;

import java.io.IOException;
import java.nio.file.Path;
import org.hotline400.media.AudioSource;
import org.hotline400.media.Clip;
import org.hotline400.media.Tones;
import org.hotline400.media.Wav;

/// What a simulated phone says.
public sealed interface Voice {

    /// A sine without end.
    record Tone(int hz) implements Voice {}

    /// Audio, again and again.
    record Recorded(Clip clip) implements Voice {}

    /// Audio once, then silence.
    record Once(Clip clip) implements Voice {}

    /// Nothing: no packets at all.
    record Silence() implements Voice {}

    static Voice tone(int hz) {
        return new Tone(hz);
    }

    /// A WAV file, played again and again.
    ///
    /// @throws IOException when it cannot be read, or is no WAV of 8,000 Hz
    static Voice file(Path wav) throws IOException {
        return new Recorded(Wav.read(wav).mixed());
    }

    /// The audio, from its start.
    default AudioSource source() {
        return switch (this) {
            case Tone(int hz) -> Tones.sine(hz);
            case Recorded(Clip clip) -> clip.looped();
            case Once(Clip clip) -> clip.source();
            case Silence() -> frame -> false;
        };
    }
}
