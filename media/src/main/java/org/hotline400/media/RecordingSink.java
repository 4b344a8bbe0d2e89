package org.hotline400.media;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where a recording goes. Called on a writer thread of the engine, never on the media thread, in order.
public interface RecordingSink {

    /// Appends interleaved stereo A-law (left, right, left, …; 16,000 bytes a second).
    void write(ByteBuffer stereo) throws IOException;

    /// The recording ended.
    ///
    /// @param failed true when a write failed before, so that the recording is not whole
    void close(boolean failed) throws IOException;
}
