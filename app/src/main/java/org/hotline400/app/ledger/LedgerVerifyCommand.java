package org.hotline400.app.ledger;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.database.DataFolderInUseException;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.database.StoredDatabase;
import org.hotline400.server.ledger.CheckResult;
import org.hotline400.server.ledger.LedgerCheck;
import org.hotline400.server.ledger.LedgerInspection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes all checks of the books.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Adds up all entries anew and checks what must hold of the books; prints each check.",
            "Exit code 0: all hold; 1: one does not; 2: wrong options, or the books cannot be read."
        })
final class LedgerVerifyCommand implements Callable<Integer> {
    /// Checks of other modules, which the server finds as beans.
    private static final List<Function<JdbcClient, LedgerCheck>> MORE = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        var results = results();
        var out = spec.commandLine().getOut();
        results.forEach(result -> tell(out, result));
        long wrong = results.stream().filter(result -> !result.isRight()).count();
        out.println(results.size() + " checks, " + wrong + " failed");
        out.flush();
        return wrong == 0 ? 0 : 1;
    }

    private List<CheckResult> results() {
        try {
            return StoredDatabase.visit(options.data(), options.settings(), LedgerVerifyCommand::verify);
        } catch (DatabaseFailedException | DataFolderInUseException | UncheckedIOException e) {
            throw new CommandFailedException(2, String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            throw new CommandFailedException(
                    2, "the books cannot be read: " + e.getMostSpecificCause().getMessage());
        }
    }

    private static List<CheckResult> verify(DatabaseAccess access) {
        try (var inspection = LedgerInspection.of(access)) {
            return inspection.verify(Clock.systemUTC(), MORE);
        }
    }

    private static void tell(PrintWriter out, CheckResult result) {
        var verdict = result.found() == 0 ? "ok" : result.isNotice() ? "LOOK" : "WRONG";
        out.println("%s %s: %s (%d looked at, %d found)"
                .formatted(verdict, result.code(), result.english(), result.looked(), result.found()));
        result.examples().forEach(example -> out.println("    " + example));
    }
}
