package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.util.UUID;

/// A file is sealed under a key that is not at hand: another master key, or a tenant's key not read yet.
final class UnknownKeyException extends IOException {
    UnknownKeyException(UUID key) {
        super("the key " + key + " is not known here; was the master key or the database exchanged?");
    }
}
