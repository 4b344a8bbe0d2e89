package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.vault.MasterKeyException;
import org.jspecify.annotations.Nullable;

/// The master key at a start: a new one is made only where no key in the database waits for another.
final class FirstMasterKey {
    private final KeyRows rows;
    private final Transactions transactions;

    FirstMasterKey(KeyRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// @throws MasterKeyException.Refused when the master key is missing; says where it should be
    MasterKeys loadOrMake(UnaryOperator<@Nullable String> environment, KeyFolder folder) throws IOException {
        var there = MasterKeys.load(environment, folder);
        if (there.isPresent()) {
            return there.get();
        }
        List<String> wanted = transactions.asOperator(rows::masterKeys);
        if (!wanted.isEmpty()) {
            throw new MasterKeyException.Refused("the master key is missing: there is no file " + folder.currentFile()
                    + ", but the keys in the database are wrapped by the master key " + String.join(" and ", wanted)
                    + ". Bring the file back, from a backup say, or set the environment variable "
                    + MasterKeys.CURRENT);
        }
        return MasterKeys.only(folder.create());
    }
}
