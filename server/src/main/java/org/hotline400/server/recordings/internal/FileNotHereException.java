package org.hotline400.server.recordings.internal;

import org.hotline400.server.recordings.RecordingId;

/// The file of a recording that is to be deleted is not on this node, and was not shredded here either: nobody can
/// certify that it is gone.
final class FileNotHereException extends RuntimeException {
    FileNotHereException(RecordingId id) {
        super("the file of recording " + id + " is not on this node; delete it where it is kept");
    }
}
