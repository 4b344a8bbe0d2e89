package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Rights;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenant;
import org.hotline400.server.identity.TenantKind;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.PageLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who the caller is, and the enterprises.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "identity")
class IdentityController {
    private final Tenants tenants;

    IdentityController(Tenants tenants) {
        this.tenants = tenants;
    }

    /// The caller on the wire. Both must open what he asks for: a scope of his key (a person has `*`), and the rights
    /// of his roles.
    record Me(
            String tenant, String principal, String name, List<String> roles, List<String> scopes, RightsBody rights) {}

    /// What roles open: nouns of scopes that may be read, and those that may be changed.
    record RightsBody(Nouns read, Nouns write) {
        static RightsBody of(Rights rights) {
            return new RightsBody(
                    Nouns.of(rights.allRead(), rights.reads()), Nouns.of(rights.allWritten(), rights.writes()));
        }
    }

    /// @param allBut whether it is every noun but these; otherwise it is these only
    record Nouns(boolean allBut, List<String> nouns) {
        static Nouns of(boolean allBut, Set<String> nouns) {
            return new Nouns(allBut, nouns.stream().sorted().toList());
        }
    }

    /// A tenant on the wire.
    record TenantBody(String id, String kind, String name, Instant createdAt) {
        static TenantBody of(Tenant tenant) {
            return new TenantBody(tenant.id().toString(), tenant.kind().code(), tenant.name(), tenant.createdAt());
        }
    }

    /// The tenant that is wanted.
    ///
    /// @param kind `enterprise` when absent, or `reseller`
    record TenantOrder(@Nullable String name, @Nullable String kind) {}

    @GetMapping("/me")
    @Operation(summary = "Shows who the caller is, and what he may do")
    Me me(Caller caller) {
        return new Me(
                caller.tenant().toString(),
                caller.principal().toString(),
                caller.name(),
                caller.roles().stream().map(Role::code).sorted().toList(),
                caller.scopes().stream().map(Scope::text).sorted().toList(),
                RightsBody.of(caller.rights()));
    }

    @GetMapping("/tenants")
    @Operation(summary = "Lists the tenants; for a reseller the enterprises that it brought in")
    Page<TenantBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        requireOperatorOrReseller(caller, Scope.read("tenants"));
        var checks = new Checks();
        Optional<TenantId> after = checks.readIfPresent("cursor", "malformed", cursor, TenantId::of);
        PageLimit.read(checks, limit);
        checks.done();
        var found =
                caller.isOperator() ? tenants.list(after, limit) : tenants.introducedBy(caller.tenant(), after, limit);
        return found.map(TenantBody::of);
    }

    private static void requireOperatorOrReseller(Caller caller, Scope scope) {
        if (caller.isReseller()) {
            caller.require(scope);
        } else {
            caller.requireOperator(scope);
        }
    }

    private static TenantKind newKind(String text) {
        return switch (text) {
            case "enterprise" -> TenantKind.ENTERPRISE;
            case "reseller" -> TenantKind.RESELLER;
            default -> throw new MistakeException("is enterprise or reseller", "取值为 enterprise 或 reseller。");
        };
    }

    @PostMapping("/tenants")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Takes in an enterprise or a reseller; for the operator",
            description = "A reseller brings in enterprises, for which it may apply from then on.")
    TenantBody create(Caller caller, @RequestBody TenantOrder body) {
        requireOperatorOrReseller(caller, Scope.write("tenants"));
        var checks = new Checks();
        var name = checks.read("name", "malformed", body.name(), Tenants::checkedName);
        var kind = checks.readIfPresent("kind", "malformed", body.kind(), IdentityController::newKind);
        checks.done();
        if (caller.isReseller()) {
            if (kind.filter(TenantKind.RESELLER::equals).isPresent()) {
                throw new ForbiddenException("only the operator takes in resellers", "只有运营方可以接入代理商。");
            }
            return TenantBody.of(tenants.introduce(name.get(), caller.tenant()));
        }
        return TenantBody.of(tenants.create(name.get(), kind.orElse(TenantKind.ENTERPRISE)));
    }
}
