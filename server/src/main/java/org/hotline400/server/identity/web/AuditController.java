package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.AuditHash;
import org.hotline400.server.identity.audit.AuditHead;
import org.hotline400.server.identity.audit.AuditQuery;
import org.hotline400.server.identity.audit.AuditReport;
import org.hotline400.server.identity.audit.AuditTrail;
import org.hotline400.server.identity.audit.ChainedEntry;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.CsvLine;
import org.hotline400.server.web.PageLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit trail of the caller's own tenant; the operator may name another.
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditController {
    private static final Scope READ = Scope.read("audit");
    private static final String CSV = "text/csv";
    private static final int ROWS_AT_ONCE = 1_000;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /// The filters, as they come.
    ///
    /// @param from at or after; an ISO instant
    /// @param to before
    /// @param action how the action begins, such as `/api/v1/recordings`
    /// @param subject exactly this one
    record Asked(
            @Nullable String tenant,
            @Nullable String from,
            @Nullable String to,
            @Nullable String principal,
            @Nullable String action,
            @Nullable String subject) {

        AuditQuery query(Checks checks) {
            return new AuditQuery(
                    checks.readIfPresent("from", "malformed", from, AuditController::instant),
                    checks.readIfPresent("to", "malformed", to, AuditController::instant),
                    checks.readIfPresent("principal", "malformed", principal, UUID::fromString),
                    Optional.ofNullable(action),
                    Optional.ofNullable(subject));
        }
    }

    /// An entry on the wire.
    ///
    /// @param sequence counted from 1 in its tenant, without a gap
    /// @param hash over this entry and the hash of the one before
    record EntryBody(
            long sequence,
            Instant at,
            String principal,
            String name,
            String action,
            String subject,
            String detail,
            String address,
            String hash) {
        static EntryBody of(ChainedEntry chained) {
            var entry = chained.entry();
            return new EntryBody(
                    chained.sequence(),
                    chained.at(),
                    entry.principal().toString(),
                    entry.name(),
                    entry.action(),
                    entry.subject(),
                    entry.detail(),
                    entry.address(),
                    chained.hash().hex());
        }

        String csv() {
            return CsvLine.join(List.of(
                    Long.toString(sequence), at.toString(), principal, name, action, subject, detail, address, hash));
        }
    }

    @GetMapping
    @Operation(summary = "Who did what, when and from where; newest first")
    Page<EntryBody> list(
            Caller caller,
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var checks = new Checks();
        var query = asked.query(checks);
        Optional<Long> before = checks.readIfPresent("cursor", "malformed", cursor, Long::valueOf);
        PageLimit.read(checks, limit);
        checks.done();
        return trail.list(NamedTenant.of(caller, asked.tenant()), query, before, limit)
                .map(EntryBody::of);
    }

    @GetMapping(path = "/export", produces = CSV)
    @Reveals("audit")
    @Operation(summary = "The same as a CSV file, whole; the export itself is written down")
    void export(Caller caller, Asked asked, HttpServletResponse response) throws IOException {
        caller.require(READ);
        var checks = new Checks();
        var query = asked.query(checks);
        checks.done();
        var tenant = NamedTenant.of(caller, asked.tenant());
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        write(tenant, query, out);
        out.flush();
    }

    private void write(TenantId tenant, AuditQuery query, Writer out) throws IOException {
        out.write("\uFEFFsequence,at,principal,name,action,subject,detail,address,hash\r\n");
        Optional<Long> before = Optional.empty();
        do {
            var page = trail.list(tenant, query, before, ROWS_AT_ONCE);
            for (var entry : page.items()) {
                out.write(EntryBody.of(entry).csv());
            }
            before = page.next().map(Long::valueOf);
        } while (before.isPresent());
    }

    /// Where a chain ends.
    record HeadBody(String tenant, long sequence, String hash) {
        static HeadBody of(AuditHead head) {
            return new HeadBody(
                    head.tenant().toString(), head.sequence(), head.hash().hex());
        }
    }

    @GetMapping("/head")
    @Operation(
            summary = "Where the chain ends now",
            description = "Write it down elsewhere: with it a later verification proves that nothing was cut off or"
                    + " written anew.")
    HeadBody head(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(READ);
        return HeadBody.of(trail.head(NamedTenant.of(caller, tenant)));
    }

    /// What is to be verified.
    ///
    /// @param tenant the caller's own when absent
    /// @param sequence of a head written down earlier
    /// @param hash of that head
    record VerificationOrder(
            @Nullable String tenant,
            @Nullable Long sequence,
            @Nullable String hash) {}

    /// @param entries how many from the first on are as they were written
    /// @param broken the first that is not; absent when all is well
    record VerificationBody(boolean intact, long entries, HeadBody head, Optional<BrokenBody> broken) {
        static VerificationBody of(AuditReport report) {
            return new VerificationBody(
                    report.isIntact(),
                    report.intact(),
                    HeadBody.of(report.head()),
                    report.broken()
                            .map(one -> new BrokenBody(
                                    one.sequence(),
                                    one.kind().code(),
                                    one.kind().chinese(),
                                    one.kind().english())));
        }
    }

    record BrokenBody(long sequence, String code, String zh, String en) {}

    @PostMapping("/verifications")
    @Operation(
            summary = "Computes the chain anew and says where it does not hold",
            description = "With sequence and hash of a head written down earlier also that nothing up to it was cut off"
                    + " or written anew.")
    VerificationBody verify(Caller caller, @RequestBody VerificationOrder body) {
        caller.require(READ);
        var tenant = NamedTenant.of(caller, body.tenant());
        var checks = new Checks();
        var hash = checks.readIfPresent("hash", "malformed", body.hash(), AuditHash::new);
        if ((body.hash() == null) != (body.sequence() == null)) {
            checks.add("sequence", "missing", "sequence and hash go together", "sequence 与 hash 须同时提供。");
        }
        Optional<AuditHead> head = hash.flatMap(one -> checks.readIfPresent(
                "sequence", "out-of-range", body.sequence(), sequence -> new AuditHead(tenant, sequence, one)));
        checks.done();
        return VerificationBody.of(trail.verify(tenant, head));
    }

    private static Instant instant(String text) {
        try {
            return IsoText.instant(text);
        } catch (DateTimeException e) {
            throw new MistakeException("is an instant such as 2026-03-01T09:00:00Z", "须为时间，如 2026-03-01T09:00:00Z。");
        }
    }
}
