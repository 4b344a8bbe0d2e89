package org.hotline400.server.recordings;

import java.io.IOException;

/// Takes recordings down: encrypted as they come in, on disk within a second, without the database.
public interface RecordingStore {

    /// Begins a recording. Quick: makes one file.
    ///
    /// @throws IOException when the disk is full or broken; the call should go on without
    OpenRecording open(RecordingRequest request) throws IOException;
}
