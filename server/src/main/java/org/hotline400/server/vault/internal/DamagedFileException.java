package org.hotline400.server.vault.internal;

import java.io.IOException;
import org.hotline400.server.vault.BlobName;

/// A file is not what was stored under this name for this tenant.
final class DamagedFileException extends IOException {
    DamagedFileException(BlobName name, String what) {
        super("the file " + name + " cannot be opened: " + what);
    }
}
