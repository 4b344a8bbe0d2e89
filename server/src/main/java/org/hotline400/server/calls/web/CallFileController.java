package org.hotline400.server.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallFilter;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.CsvLine;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Calls as a table for spreadsheets.
@RestController
@RequestMapping("/api/v1/calls")
@Tag(name = "calls")
class CallFileController {
    private static final String CSV = "text/csv";
    private static final int ROWS = 100_000;
    private static final int ROWS_AT_ONCE = 500;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);
    private static final String HEAD = "\uFEFFid,started,number,caller,province,city,result,hangup_side,ring_seconds,"
            + "talk_seconds,targets,answered_by,tags\r\n";

    private final CallRecords records;
    private final Transactions transactions;

    CallFileController(CallRecords records, Transactions transactions) {
        this.records = records;
        this.transactions = transactions;
    }

    @Operation(
            summary = "The list as a CSV file, the newest 100,000 calls at most",
            description = "Takes the list's filters. Times are those of China.")
    @GetMapping(path = "/export", produces = CSV)
    @Reveals(Reveals.CLEAR_NUMBERS)
    void export(
            Caller caller,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> number,
            @RequestParam("caller") Optional<String> calledBy,
            @RequestParam Optional<String> endReason,
            @RequestParam Optional<Integer> minTalkSeconds,
            @RequestParam(defaultValue = "false") boolean recorded,
            HttpServletResponse response)
            throws IOException {
        caller.require(Scope.read("calls"));
        var checks = new Checks();
        var filter = new CallQuery(from, to, number, calledBy, endReason, minTalkSeconds, recorded).filter(checks);
        checks.done();
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        write(caller, filter, out);
        out.flush();
    }

    /// Page by page: no transaction lasts as long as a slow reader does.
    private void write(Caller caller, CallFilter filter, Writer out) throws IOException {
        out.write(HEAD);
        var after = Optional.<CallId>empty();
        int rows = 0;
        do {
            var from = after;
            Page<CallRecord> page = caller.see(transactions, () -> records.list(filter, from, ROWS_AT_ONCE));
            for (var call : page.items()) {
                out.write(line(CallsController.shown(caller, call)));
            }
            rows += page.items().size();
            after = page.next().map(CallId::of);
        } while (after.isPresent() && rows < ROWS);
    }

    private static String line(CallRecord call) {
        return CsvLine.join(List.of(
                call.id().toString(),
                moment(call.times().startedAt()),
                call.number(),
                call.caller().normalised(),
                call.region().province(),
                call.region().city(),
                call.end().reason().code(),
                call.end().side().code(),
                seconds(call.ringing()),
                seconds(call.talking()),
                call.attempts().stream().map(Attempt::target).distinct().collect(Collectors.joining(" ")),
                call.attempts().stream()
                        .filter(attempt -> attempt.result() == Attempt.Result.REACHED)
                        .map(Attempt::target)
                        .collect(Collectors.joining(" ")),
                String.join(" ", call.tags())));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String seconds(Duration time) {
        return String.valueOf(Math.round(time.toMillis() / 1000.0));
    }
}
