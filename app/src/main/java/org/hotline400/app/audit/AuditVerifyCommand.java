package org.hotline400.app.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.identity.audit.AuditHead;
import org.hotline400.server.identity.audit.AuditInspection;
import org.hotline400.server.identity.audit.AuditReport;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Computes the chains anew.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Computes each tenant's chain anew and names the first entry that is not as it was written.",
            "Exit code 0: all hold; 1: one is broken; 2: wrong options, or the trail cannot be read."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--tenant", paramLabel = "ID", description = "Only this tenant's chain (default: all).")
    private @Nullable String tenant;

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description = "What ./hotline audit head printed once: the chains must have these heads still.")
    private @Nullable Path head;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        var wanted = wanted();
        var published =
                published().stream().filter(one -> wanted.test(one.tenant())).toList();
        var reports = StoredTrail.look(options, trail -> reports(trail, wanted, published));
        var out = spec.commandLine().getOut();
        reports.forEach(report -> tell(out, report));
        long broken = reports.stream().filter(report -> !report.isIntact()).count();
        out.println(reports.size() + " chains, " + broken + " broken");
        out.flush();
        return broken == 0 ? 0 : 1;
    }

    /// A tenant that is only among the published heads lost its whole chain.
    private static List<AuditReport> reports(
            AuditInspection trail, Predicate<TenantId> wanted, List<AuditHead> published) {
        var tenants = new TreeSet<>(Comparator.comparing(TenantId::toString));
        trail.heads().stream().map(AuditHead::tenant).filter(wanted).forEach(tenants::add);
        published.forEach(one -> tenants.add(one.tenant()));
        var reports = new ArrayList<AuditReport>();
        for (var one : tenants) {
            reports.add(trail.verify(
                    one,
                    published.stream()
                            .filter(known -> known.tenant().equals(one))
                            .findFirst()));
        }
        return reports;
    }

    private static void tell(PrintWriter out, AuditReport report) {
        out.println(report.head().text() + " "
                + report.broken()
                        .map(broken -> "BROKEN at entry " + broken.sequence() + ": "
                                + broken.kind().english() + " (" + report.intact() + " before it hold)")
                        .orElse("ok"));
    }

    private Predicate<TenantId> wanted() {
        if (tenant == null) {
            return _ -> true;
        }
        try {
            return TenantId.of(tenant)::equals;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(2, "--tenant takes a tenant's id (a UUID), was " + tenant);
        }
    }

    private List<AuditHead> published() {
        return Optional.ofNullable(head).map(AuditVerifyCommand::read).orElse(List.of());
    }

    private static List<AuditHead> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(AuditHead::parse).toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailedException(
                    2, "--head takes a file that ./hotline audit head printed: " + e.getMessage());
        }
    }
}
