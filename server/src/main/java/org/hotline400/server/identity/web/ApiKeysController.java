package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// API keys of the caller's own tenant; the operator may name another.
@RestController
@RequestMapping("/api/v1/api-keys")
@Tag(name = "identity")
class ApiKeysController {
    private static final Problem UNKNOWN =
            Problem.notFound("api-keys.unknown", "There is no such key that still holds.", "没有这个有效的密钥。");

    private final ApiKeys keys;
    private final Tenants tenants;
    private final Clock clock;

    ApiKeysController(ApiKeys keys, Tenants tenants, Clock clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.clock = clock;
    }

    /// The key that is wanted.
    ///
    /// @param name what it is for
    /// @param principal who will act with it, with no role that the caller lacks; the caller itself when absent
    /// @param scopes such as `calls:read`; no more than the caller's own
    /// @param expiresAt an ISO instant; holds until revoked when absent
    record Order(
            @Nullable String name,
            @Nullable String principal,
            @Nullable List<String> scopes,
            @Nullable String expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a key; its token is in this answer and never again")
    ApiKeyBody issue(Caller caller, @RequestParam(required = false) @Nullable String tenant, @RequestBody Order body) {
        caller.require(Scope.write("api-keys"));
        var order = order(caller, NamedTenant.of(caller, tenant), body);
        requireOwn(caller, order.scopes());
        requireNoStronger(caller, order);
        try {
            return ApiKeyBody.of(keys.issue(order));
        } catch (IllegalArgumentException e) {
            var checks = new Checks();
            checks.add("principal", "unknown", String.valueOf(e.getMessage()));
            checks.done();
            throw e;
        }
    }

    private ApiKeyOrder order(Caller caller, TenantId tenant, Order body) {
        var checks = new Checks();
        var name = checks.read("name", "malformed", body.name(), String::strip);
        var principal = checks.readIfPresent("principal", "malformed", body.principal(), UUID::fromString)
                .orElse(caller.principal());
        var scopes = checks.read("scopes", "malformed", body.scopes(), ApiKeysController::scopes);
        var expires = checks.readIfPresent("expiresAt", "malformed", body.expiresAt(), this::future);
        checks.done();
        var order = checks.read(
                "name",
                "malformed",
                name.get(),
                text -> new ApiKeyOrder(tenant, principal, text, scopes.get(), expires));
        checks.done();
        return order.get();
    }

    private static Set<Scope> scopes(List<String> texts) {
        if (texts.isEmpty()) {
            throw new MistakeException("name at least one scope, such as calls:read", "至少写一项权限，如 calls:read。");
        }
        return texts.stream().map(Scope::new).collect(Collectors.toSet());
    }

    private Instant future(String text) {
        try {
            var instant = IsoText.instant(text);
            if (!instant.isAfter(clock.instant())) {
                throw new MistakeException("is in the past", "不能早于现在。");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new MistakeException(
                    "is an ISO instant such as 2030-01-01T00:00:00Z", "须为 ISO 时间，如 2030-01-01T00:00:00Z。");
        }
    }

    private static void requireOwn(Caller caller, Set<Scope> scopes) {
        for (var scope : scopes) {
            if (!caller.scopes().contains(Scope.ALL) && !caller.may(scope)) {
                throw new ForbiddenException(
                        "a key opens no more than the one it is made with; " + scope + " does",
                        "密钥的权限不能超过创建它的密钥；" + scope + " 超出了。");
            }
        }
    }

    /// The roles of a key's principal bind it, so a key for somebody stronger would lift the caller.
    private void requireNoStronger(Caller caller, ApiKeyOrder order) {
        if (!order.principal().equals(caller.principal())
                && !tenants.rolesOf(order.tenant(), order.principal()).stream().allMatch(caller::covers)) {
            throw new ForbiddenException(
                    "a key is for yourself or for a principal who is no stronger than you", "只能为自己，或为权限不高于自己的人创建密钥。");
        }
    }

    @GetMapping
    @Operation(summary = "Lists the keys, the revoked ones too, without their tokens")
    Page<ApiKeyBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(Scope.read("api-keys"));
        var owner = NamedTenant.of(caller, tenant);
        var checks = new Checks();
        var after = checks.readIfPresent("cursor", "malformed", cursor, UUID::fromString);
        PageLimit.read(checks, limit);
        checks.done();
        return keys.list(owner, after, limit).map(ApiKeyBody::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a key, at once and for good")
    void revoke(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(Scope.write("api-keys"));
        if (!keys.revoke(NamedTenant.of(caller, tenant), id)) {
            throw new ProblemException(UNKNOWN);
        }
    }
}
