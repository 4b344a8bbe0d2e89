package org.hotline400.server.recordings.internal;

import java.io.IOException;

/// A file is not what was written: cut, changed, reordered, or no recording at all.
final class DamagedRecordingException extends IOException {
    DamagedRecordingException(String message) {
        super("the recording is damaged: " + message);
    }
}
