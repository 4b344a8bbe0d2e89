package org.hotline400.server.vault.internal;

import java.io.IOException;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.vault.BlobStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Where master key and sealed files are: `keys/` and `files/` in the data folder.
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    MasterKeys masterKeys(Environment environment, DataFolder data, KeyRows rows, Transactions transactions)
            throws IOException {
        var folder = new KeyFolder(data.folder("keys"));
        return new FirstMasterKey(rows, transactions).loadOrMake(environment::getProperty, folder);
    }

    @Bean
    KeysAtHand keysAtHand(Keys keys) {
        return keys.atHand();
    }

    @Bean
    BlobStore sealedFilesStore(DataFolder data) throws IOException {
        return new FolderBlobStore(data.folder("files"));
    }
}
