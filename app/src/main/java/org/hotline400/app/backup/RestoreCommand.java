package org.hotline400.app.backup;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.database.Backup;
import org.hotline400.server.database.DataFolderInUseException;
import org.hotline400.server.database.DatabaseFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings a backup back.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a backup back into an empty data folder (and an empty database, when one is given by URL).",
            "Start the platform on that folder afterwards as usual."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A file that ./hotline backup wrote.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path file;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new CommandFailedException("there is no readable file " + file.toAbsolutePath());
        }
        try {
            var report = Backup.restore(file.toAbsolutePath(), options.data(), options.settings());
            spec.commandLine()
                    .getOut()
                    .println("restored " + report.rows() + " rows of " + report.tables() + " tables and "
                            + report.files() + " files (schema " + report.version() + ") into " + options.data());
            return 0;
        } catch (DatabaseFailedException | DataFolderInUseException | UncheckedIOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
