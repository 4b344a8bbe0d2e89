package org.hotline400.server.lists.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.lists.CallerLists;
import org.hotline400.server.lists.ImportOrder;
import org.hotline400.server.lists.ImportReport;
import org.hotline400.server.lists.ListFiles;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists as CSV files.
@RestController
@RequestMapping("/api/v1/lists/{name}")
@Tag(name = "lists")
class ListFilesController {
    private static final String CSV = "text/csv";
    /// A million rows have about this much when each has a note.
    private static final long MOST_BYTES = 128L * 1_024 * 1_024;

    private final CallerLists lists;
    private final ListFiles files;

    ListFilesController(CallerLists lists, ListFiles files) {
        this.lists = lists;
        this.files = files;
    }

    /// @param dryRun whether this is only what would be done
    record ImportBody(int rows, int added, int present, int removed, int entries, String encoding, boolean dryRun) {
        static ImportBody of(ImportReport report, boolean dryRun) {
            return new ImportBody(
                    report.rows(),
                    report.added(),
                    report.present(),
                    report.removed(),
                    report.entries(),
                    report.encoding(),
                    dryRun);
        }
    }

    @PostMapping(path = "/import", consumes = CSV)
    @Operation(
            summary = "Takes in a CSV file, as a whole or not at all",
            description = "The first line names the columns: pattern (号码); where wanted kind (类型), note (备注), expires"
                    + " (有效期), pin (密码). UTF-8 or GBK, at most 1,000,000 rows and 128 MB. `mode`: merge keeps the"
                    + " entries that the file does not name, replace removes them. What is at fault is told by line.")
    ImportBody take(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> tenant,
            @RequestParam String mode,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        caller.require(ListAddress.WRITE);
        var address = ListAddress.of(caller, name, tenant);
        var checks = new Checks();
        var wanted = checks.read("mode", "lists.mode", mode, ImportOrder.Mode::of);
        checks.done();
        requireList(address);
        try (var file = CsvFile.receive(body, MOST_BYTES)) {
            var order = new ImportOrder(wanted.get(), dryRun);
            return ImportBody.of(
                    files.take(address.tenant(), address.name(), file, order).orElseThrow(Refusals::problem), dryRun);
        }
    }

    @GetMapping(path = "/export", produces = CSV)
    @Reveals("caller-lists")
    @Operation(
            summary = "Gives the list out as a CSV file that can be taken in again",
            description = "UTF-8 with byte order mark. In place of a PIN it says keep. A cell that a spreadsheet would"
                    + " take for a formula begins with an apostrophe.")
    void give(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> tenant,
            HttpServletResponse response)
            throws IOException {
        caller.require(ListAddress.READ);
        var address = ListAddress.of(caller, name, tenant);
        requireList(address);
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + address.name() + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        var _ = files.give(address.tenant(), address.name(), out::write);
        out.flush();
    }

    private void requireList(ListAddress address) {
        if (lists.find(address.tenant(), address.name()).isEmpty()) {
            throw new ProblemException(Refusals.UNKNOWN_LIST);
        }
    }
}
