package org.hotline400.app.backup;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.database.Backup;
import org.hotline400.server.database.DatabaseFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a backup.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes database, recordings and keys into one file. The platform may be running.",
            "Guard the file: it holds the keys of the recordings."
        })
public final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write; must not exist.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path file;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        try {
            var report = Backup.write(options.data(), options.settings(), file.toAbsolutePath());
            spec.commandLine()
                    .getOut()
                    .println("backed up " + report.rows() + " rows of " + report.tables() + " tables and "
                            + report.files() + " files (schema " + report.version() + ") into "
                            + file.toAbsolutePath());
            return 0;
        } catch (DatabaseFailedException | UncheckedIOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
