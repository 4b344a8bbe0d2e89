package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.vault.BlobStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Where recordings and keys are: `recordings/` and `keys/` in the data folder.
@Configuration(proxyBeanMethods = false)
class RecordingsConfiguration {

    @Bean
    MasterKey masterKey(Environment environment, DataFolder data) throws IOException {
        return MasterKey.load(environment.getProperty("HOTLINE_MASTER_KEY"), data.folder("keys"));
    }

    @Bean
    KeyRing keyRing(MasterKey master) {
        return new KeyRing(master);
    }

    @Bean
    BlobStore blobStore(DataFolder data) throws IOException {
        return new FolderBlobStore(root(data).resolve("kept"));
    }

    @Bean
    PendingRecordings pendingRecordings(DataFolder data) throws IOException {
        return new PendingRecordings(root(data).resolve("pending"));
    }

    @Bean(destroyMethod = "close")
    RecordingFolder recordingFolder(DataFolder data, KeyRing keys, BlobStore blobs, PendingRecordings pending)
            throws IOException {
        return new RecordingFolder(root(data), keys, blobs, pending);
    }

    private static Path root(DataFolder data) {
        return data.folder("recordings");
    }
}
