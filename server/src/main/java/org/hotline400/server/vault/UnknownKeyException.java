package org.hotline400.server.vault;

import java.io.IOException;
import java.util.UUID;

/// Something is sealed under a key that is not at hand: of another database, or not read yet.
public final class UnknownKeyException extends IOException {
    public UnknownKeyException(UUID key) {
        super("the key " + key + " is not known here; was the database exchanged?");
    }
}
