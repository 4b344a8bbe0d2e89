package org.hotline400.server.regions.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.regions.SegmentVersion;
import org.hotline400.server.regions.internal.SegmentImports;
import org.hotline400.server.regions.internal.StoredSegments;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Imported segment files, for the operator.
@RestController
@RequestMapping("/api/v1/regions/segments")
@Tag(name = "regions")
class SegmentController {
    private static final Scope READ = Scope.read("regions");
    private static final Scope WRITE = Scope.write("regions");
    private static final int LONGEST_NAME = 100;
    private static final Problem UNKNOWN =
            Problem.notFound("regions.unknown-import", "There is no such import in force or behind it.", "没有该版本的号段导入。");
    private static final Problem BUSY = Problem.conflict(
            "regions.import-running", "Another file is being read; try again soon.", "正在读取另一个号段文件，请稍后重试。");

    private final SegmentImports imports;
    private final StoredSegments stored;
    private final Clock clock;

    SegmentController(SegmentImports imports, StoredSegments stored, Clock clock) {
        this.imports = imports;
        this.stored = stored;
        this.clock = clock;
    }

    record ImportList(List<SegmentVersion> items) {}

    @GetMapping
    @Operation(summary = "Lists the imports, the newest first; the newest that was not withdrawn is in force")
    ImportList list(Caller caller) {
        caller.requireOperator(READ);
        return new ImportList(stored.all());
    }

    /// The body is the file. With a bad row nothing is imported.
    @PostMapping(consumes = "text/csv")
    @Operation(summary = "Imports a segment file: CSV of segment, province, city, areaCode, carrier")
    SegmentImports.Report run(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String dated,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream file)
            throws IOException {
        caller.requireOperator(WRITE);
        var label = label(name, dated, caller);
        var report = dryRun ? imports.rehearse(file) : imports.run(file, label);
        return report.orElseThrow(() -> new ProblemException(BUSY));
    }

    private StoredSegments.Label label(String name, @Nullable String dated, Caller caller) {
        var checks = new Checks();
        if (name.length() > LONGEST_NAME) {
            checks.add("name", "too-long", "has at most " + LONGEST_NAME + " characters");
        }
        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        var date = checks.readIfPresent("dated", "malformed", dated, text -> past(text, today));
        checks.done();
        return new StoredSegments.Label(name, date.orElse(today), caller.name());
    }

    private static LocalDate past(String text, LocalDate today) {
        try {
            var date = LocalDate.parse(text);
            if (!date.isAfter(today)) {
                return date;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new IllegalArgumentException("is the day the data was gathered, not after today: 2026-07-01");
    }

    @DeleteMapping("/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraws an import; the one before it is in force again")
    void withdraw(Caller caller, @PathVariable int version) {
        caller.requireOperator(WRITE);
        if (!imports.withdraw(version)) {
            throw new ProblemException(UNKNOWN);
        }
    }
}
