package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.KeyRing;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where recordings are: `recordings/` in the data folder.
@Configuration(proxyBeanMethods = false)
class RecordingsConfiguration {
    /// The store of recordings.
    static final String BLOBS = "recordings";

    /// Beside the one that everybody else is given, so only by its name.
    @Bean(defaultCandidate = false)
    @Qualifier(BLOBS)
    BlobStore recordingBlobs(DataFolder data) throws IOException {
        return BlobStore.in(root(data).resolve("kept"));
    }

    @Bean
    PendingRecordings pendingRecordings(DataFolder data) throws IOException {
        return new PendingRecordings(root(data).resolve("pending"));
    }

    @Bean(destroyMethod = "close")
    RecordingFolder recordingFolder(
            DataFolder data, KeyRing keys, @Qualifier(BLOBS) BlobStore blobs, PendingRecordings pending)
            throws IOException {
        return new RecordingFolder(root(data), keys, blobs, pending);
    }

    private static Path root(DataFolder data) {
        return data.folder("recordings");
    }
}
