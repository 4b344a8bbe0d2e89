package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.identity.AccountOrder;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.identity.accounts.SecondFactors;
import org.hotline400.server.identity.accounts.UserChange;
import org.hotline400.server.identity.accounts.Users;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The people of the caller's tenant; the operator may name another.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "identity")
class UsersController {
    static final Problem UNKNOWN = Problem.notFound("users.unknown", "There is no such user.", "没有这个用户。");
    private static final Problem NAME_TAKEN =
            Problem.conflict("users.mail-taken", "Somebody signs in by this address already.", "该邮箱已被其他账号使用。");
    private static final Problem LAST_ONE = Problem.conflict(
            "users.last-one", "Nobody would be left to run this: name somebody else first.", "至少保留一名负责人，请先指定他人。");

    private final Users users;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Doorway doorway;

    UsersController(Users users, Accounts accounts, SecondFactors secondFactors, Doorway doorway) {
        this.users = users;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.doorway = doorway;
    }

    /// Somebody to be invited.
    record Invitation(
            @Nullable String mail,
            @Nullable String name,
            @Nullable String role) {}

    /// What is to change; what is absent stays.
    ///
    /// @param disabled whether he is shut out, with his sessions and API keys
    record Change(@Nullable String role, @Nullable Boolean disabled) {}

    /// The answer to an invitation.
    record Acceptance(@Nullable String password) {
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    @GetMapping("/users")
    @Operation(summary = "Lists the tenant's people")
    Page<UserBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(Scope.read("accounts"));
        var owner = NamedTenant.of(caller, tenant);
        var checks = new Checks();
        var after = checks.readIfPresent("cursor", "malformed", cursor, UUID::fromString);
        PageLimit.read(checks, limit);
        checks.done();
        return accounts.list(owner, after, limit).map(UserBody::of);
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Invites somebody by mail, with a role no stronger than one's own",
            description = "Sent again for somebody who has not answered yet, it sends another mail.")
    UserBody invite(
            Caller caller, @RequestParam(required = false) @Nullable String tenant, @RequestBody Invitation body) {
        caller.require(Scope.write("accounts"));
        var owner = NamedTenant.of(caller, tenant);
        var checks = new Checks();
        var mail = checks.read("mail", "malformed", body.mail(), SignInName::mail);
        var name = checks.read("name", "malformed", body.name(), Tenants::checkedName);
        var role = checks.read("role", "malformed", body.role(), Role::of);
        checks.done();
        return done(users.invite(new AccountOrder(owner, name.get(), mail.get(), role.get()), caller));
    }

    @PatchMapping("/users/{id}")
    @Operation(summary = "Gives somebody another role, or shuts him out or lets him in again")
    UserBody change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestBody Change body) {
        caller.require(Scope.write("accounts"));
        var owner = NamedTenant.of(caller, tenant);
        var checks = new Checks();
        var role = checks.readIfPresent("role", "malformed", body.role(), Role::of);
        checks.done();
        return done(users.change(owner, id, new Users.Wanted(role, Optional.ofNullable(body.disabled())), caller));
    }

    @DeleteMapping("/users/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes the second factor of somebody who lost his authenticator app")
    void removeSecondFactor(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(Scope.write("accounts"));
        var account =
                accounts.find(NamedTenant.of(caller, tenant), id).orElseThrow(() -> new ProblemException(UNKNOWN));
        if (caller.principal().equals(id) || !account.roles().stream().allMatch(caller::covers)) {
            throw new ForbiddenException("somebody else who is no weaker does this", "须由权限不低于对方的另一人操作。");
        }
        secondFactors.remove(account);
    }

    @PostMapping("/invitations/{token}")
    @SecurityRequirements
    @Operation(summary = "Takes up an invitation with a password, once for each mail, and signs in")
    Doorway.SignedIn accept(
            @PathVariable String token,
            @RequestBody Acceptance body,
            HttpServletRequest request,
            HttpServletResponse response) {
        var checks = new Checks();
        var password = checks.read("password", "malformed", body.password(), text -> text);
        checks.done();
        return doorway.letIn(MailedToken.redeem(token, password.get(), users::accept), request, response);
    }

    private static UserBody done(UserChange change) {
        return switch (change) {
            case UserChange.Done done -> UserBody.of(done.account());
            case UserChange.Unknown _ -> throw new ProblemException(UNKNOWN);
            case UserChange.NameTaken _ -> throw new ProblemException(NAME_TAKEN);
            case UserChange.LastOne _ -> throw new ProblemException(LAST_ONE);
            case UserChange.Stronger _ ->
                throw new ForbiddenException("nobody makes anybody stronger than himself", "不能授予高于自己的权限。");
            case UserChange.NotHere _ ->
                throw new InvalidInputException(List.of(new Violation(
                        "role", "wrong-tenant", "is no role of this kind of tenant", Optional.of("该类租户没有此角色。"))));
        };
    }
}
