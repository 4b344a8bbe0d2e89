package org.hotline400.server.vault;

import java.io.IOException;
import java.io.InputStream;
import org.hotline400.server.kernel.TenantId;

/// A tenant's files, sealed under its data key on their way into the [BlobStore]. A file appears whole or not at all.
public interface SealedFiles {

    /// Stores all that the stream holds; it is not closed.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
    void put(TenantId tenant, BlobName name, InputStream content) throws IOException;

    /// The clear content. A changed byte is noticed before it is handed out.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is none
    InputStream open(TenantId tenant, BlobName name) throws IOException;

    /// Removes the file and, before that, the key in it.
    ///
    /// @return false when there was none
    boolean shred(BlobName name) throws IOException;
}
