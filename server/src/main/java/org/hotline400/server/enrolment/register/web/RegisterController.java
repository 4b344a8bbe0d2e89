package org.hotline400.server.enrolment.register.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.register.Register;
import org.hotline400.server.enrolment.register.RegisterFilter;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The register of holders and purposes (台账); for the operator.
@RestController
@RequestMapping("/api/v1/register")
@Tag(name = "register")
class RegisterController {
    private static final Scope READ = Scope.read("register");
    private static final Scope CLEAR = Scope.read("papers");
    private static final String CSV = "text/csv";

    private final Register register;
    private final RegisterFile file;

    RegisterController(Register register, RegisterFile file) {
        this.register = register;
        this.file = file;
    }

    @GetMapping
    @Operation(
            summary = "Lists who holds which number for what, persons masked; for the operator",
            description = "`inService=true` leaves out what has ended, `false` what has not.")
    Page<RegisterEntryBody> list(
            Caller caller,
            @RequestParam Optional<String> number,
            @RequestParam Optional<String> creditCode,
            @RequestParam Optional<String> company,
            @RequestParam Optional<Boolean> inService,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var digits = checks.readIfPresent("number", "numbers.malformed", number.orElse(null), HotlineNumber::parse);
        PageLimit.read(checks, limit);
        checks.done();
        return register.list(new RegisterFilter(digits, creditCode, company, inService), cursor, limit)
                .map(RegisterEntryBody::of);
    }

    @GetMapping(path = "/export", produces = CSV)
    @Operation(summary = "The whole register as a CSV file, persons masked; for the operator")
    void export(Caller caller, @RequestParam Optional<Boolean> inService, HttpServletResponse response)
            throws IOException {
        caller.requireOperator(READ);
        write(inService, false, response);
    }

    @GetMapping(path = "/clear-export", produces = CSV)
    @Reveals("register")
    @Operation(
            summary = "The whole register as a CSV file with names and document numbers in clear; for the operator",
            description = "Needs `papers:read` as well. Each export is in the audit trail.")
    void clearExport(Caller caller, @RequestParam Optional<Boolean> inService, HttpServletResponse response)
            throws IOException {
        caller.requireOperator(READ);
        caller.requireOperator(CLEAR);
        write(inService, true, response);
    }

    private void write(Optional<Boolean> inService, boolean clear, HttpServletResponse response) throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register.csv\"");
        var filter = new RegisterFilter(Optional.empty(), Optional.empty(), Optional.empty(), inService);
        file.write(filter, clear, response.getWriter());
    }
}
