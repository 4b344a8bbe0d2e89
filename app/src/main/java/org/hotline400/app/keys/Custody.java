package org.hotline400.app.keys;

import java.io.UncheckedIOException;
import java.util.function.Function;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.database.DataFolderInUseException;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.vault.KeyCustody;
import org.hotline400.server.vault.MasterKeyException;
import org.springframework.dao.DataAccessException;

/// The keys of a platform that runs or not.
final class Custody {
    private Custody() {}

    /// Does a piece of work; what may go wrong with it becomes one line.
    static <T> T work(DatabaseOptions options, Function<KeyCustody, T> work) {
        try {
            return work.apply(new KeyCustody(options.data(), options.settings(), System::getenv));
        } catch (DatabaseFailedException
                | DataFolderInUseException
                | MasterKeyException
                | IllegalArgumentException
                | UncheckedIOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            throw new CommandFailedException("the database refused: "
                    + e.getMostSpecificCause().getMessage() + "; is a backup being taken? try again when it is done");
        }
    }
}
