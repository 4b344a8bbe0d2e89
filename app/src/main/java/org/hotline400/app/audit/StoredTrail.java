package org.hotline400.app.audit;

import java.io.UncheckedIOException;
import java.util.function.Function;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.database.DataFolderInUseException;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.database.StoredDatabase;
import org.hotline400.server.identity.audit.AuditInspection;
import org.springframework.dao.DataAccessException;

/// The trail in the database of a platform that runs or not.
final class StoredTrail {
    private StoredTrail() {}

    static <T> T look(DatabaseOptions options, Function<AuditInspection, T> look) {
        try {
            return StoredDatabase.visit(options.data(), options.settings(), access -> {
                try (var inspection = AuditInspection.of(access)) {
                    return look.apply(inspection);
                }
            });
        } catch (DatabaseFailedException | DataFolderInUseException | UncheckedIOException e) {
            throw new CommandFailedException(2, String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            throw new CommandFailedException(
                    2,
                    "the audit trail cannot be read: "
                            + e.getMostSpecificCause().getMessage());
        }
    }
}
