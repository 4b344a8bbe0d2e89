package org.hotline400.media;

/// Hears what a peer says. Called on a media thread: must not block.
@FunctionalInterface
public interface AudioSink {

    /// Hears nothing; given to [MediaPort#listenTo] to stop listening.
    AudioSink NONE = pcm160 -> {};

    /// Takes the next 20 ms.
    ///
    /// @param pcm160 160 samples, silence where nothing came; reused for the next frame, so copy what you keep
    void frame(short[] pcm160);
}
