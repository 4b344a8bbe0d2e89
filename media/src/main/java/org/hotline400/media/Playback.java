package org.hotline400.media;

/// A source being played to a peer.
public interface Playback {

    /// Ends it at the next frame; nothing is told of it. Idempotent.
    void stop();
}
