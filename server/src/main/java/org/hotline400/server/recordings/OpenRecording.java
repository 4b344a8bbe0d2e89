package org.hotline400.server.recordings;

import java.time.Duration;
import org.hotline400.media.RecordingSink;

/// A recording under way; hand it to `MediaPort.record`. After `close(false)` it is COMPLETE, after `close(true)` or
/// the end of the process INCOMPLETE; in both cases it is found under [Recordings] a moment later. Thread-safe.
public interface OpenRecording extends RecordingSink {
    RecordingId id();

    /// How much audio was taken so far.
    Duration length();

    /// Ends it and leaves no trace: for a voicemail in which nothing was said. Does nothing once closed.
    void discard();
}
