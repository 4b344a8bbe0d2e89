package org.hotline400.server.enrolment.resellers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.resellers.Reseller;
import org.hotline400.server.enrolment.resellers.Resellers;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The resellers and their licences; for the operator.
@RestController
@RequestMapping("/api/v1/resellers")
@Tag(name = "enrolment")
class ResellersController {
    private static final Scope READ = Scope.read("resellers");
    private static final Scope WRITE = Scope.write("resellers");
    private static final Problem UNKNOWN =
            Problem.notFound("resellers.unknown", "This tenant is no reseller.", "该租户不是转售企业。");
    private static final Problem KNOWN = Problem.conflict(
            "resellers.known",
            "This tenant is a reseller already, with other data: change it by PATCH.",
            "该租户已登记为转售企业，且资料不同，请用 PATCH 修改。");

    private final Resellers resellers;
    private final Tenants tenants;
    private final Clock clock;

    ResellersController(Resellers resellers, Tenants tenants, Clock clock) {
        this.resellers = resellers;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Lists the resellers with the standing of their licences; for the operator")
    Page<ResellerBody> list(
            Caller caller,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        return resellers.list(cursor.map(TenantId::new), limit).map(this::body);
    }

    @GetMapping("/{tenant}")
    @Operation(summary = "Shows a reseller; for the operator")
    ResellerBody show(Caller caller, @PathVariable UUID tenant) {
        caller.requireOperator(READ);
        return body(known(tenant));
    }

    @PostMapping
    @Operation(
            summary = "Enters a reseller with its licence; for the operator",
            description = "The same a second time is answered like the first. Without a valid licence a reseller takes"
                    + " in no applications.")
    ResponseEntity<ResellerBody> add(Caller caller, @RequestBody ResellerOrder order) {
        caller.requireOperator(WRITE);
        var added = resellers
                .add(order.read(tenants, clock.instant(), caller.name()))
                .orElseThrow(() -> new ProblemException(KNOWN));
        return ResponseEntity.created(URI.create("/api/v1/resellers/" + added.tenant()))
                .body(body(added));
    }

    @PatchMapping("/{tenant}")
    @Operation(
            summary = "Changes a reseller: a new licence, where it is warned, a suspension; for the operator",
            description = "What is left out stays as it was. With another last day it is warned anew.")
    ResellerBody change(Caller caller, @PathVariable UUID tenant, @RequestBody ResellerOrder order) {
        caller.requireOperator(WRITE);
        var changed = order.read(known(tenant), clock.instant(), caller.name());
        resellers.change(changed);
        return body(changed);
    }

    private Reseller known(UUID tenant) {
        return resellers.find(new TenantId(tenant)).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private ResellerBody body(Reseller reseller) {
        return ResellerBody.of(reseller, resellers.today());
    }
}
