package org.hotline400.server.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hotline400.server.vault.internal.FolderBlobStore;

/// Where files are kept for long: recordings, papers. A file appears whole or not at all, and never changes.
/// The store knows nothing of what is inside; whoever puts personal data here encrypts it first.
public interface BlobStore {

    /// The store in a folder, which belongs to this process alone. Removes what a process left unfinished
    /// there.
    static BlobStore in(Path folder) throws IOException {
        return new FolderBlobStore(folder);
    }

    /// Stores what the stream holds.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
    void put(BlobName name, InputStream content) throws IOException;

    /// Takes a finished local file over; it is gone from its old place afterwards.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
    void adopt(BlobName name, Path file) throws IOException;

    /// Opens a file for reading from anywhere.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is none
    SeekableByteChannel open(BlobName name) throws IOException;

    /// Overwrites the file's first `bytes` (where a key may be) and removes it.
    ///
    /// @return false when there was none
    boolean shred(BlobName name, int bytes) throws IOException;

    /// Tells every name, in no order.
    void forEach(Consumer<BlobName> visitor) throws IOException;
}
