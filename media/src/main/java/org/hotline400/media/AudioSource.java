package org.hotline400.media;

/// Something to play, frame by frame. Read on a media thread: must not block.
@FunctionalInterface
public interface AudioSource {

    /// Fills `frame` (160 samples, 20 ms) from its start.
    ///
    /// @return false when there is nothing left; `frame` is then not played
    boolean read(short[] frame);
}
