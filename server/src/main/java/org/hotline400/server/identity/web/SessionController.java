package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.accounts.Sessions;
import org.hotline400.server.identity.accounts.SignIn;
import org.hotline400.server.identity.accounts.SignInResult;
import org.hotline400.server.identity.internal.SessionCookies;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
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

/// Signing in and out, and the sessions that hold.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "identity")
class SessionController {
    private static final Problem REFUSED =
            new Problem(401, "session.refused", "Mail address, password or code is wrong.", "邮箱、密码或验证码不正确。");
    private static final Problem CODE_NEEDED = new Problem(
            401,
            "session.code-needed",
            "Send a code of your authenticator app, or a recovery code, as well.",
            "请同时提供验证器应用的验证码或恢复码。");
    private static final Problem UNKNOWN =
            Problem.notFound("sessions.unknown", "There is no such session that still holds.", "没有这个有效的会话。");

    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Doorway doorway;

    SessionController(SignIn signIn, Sessions sessions, Accounts accounts, Doorway doorway) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.doorway = doorway;
    }

    /// What somebody shows.
    ///
    /// @param mail or the bare name of the operator's first people
    /// @param code of the authenticator app, or a recovery code; only for those who have set one up
    record Credentials(
            @Nullable String mail,
            @Nullable String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    @PostMapping("/session")
    @SecurityRequirements
    @Operation(
            summary = "Signs in",
            description = "Sets the cookies `hotline-session` and `hotline-csrf`. A request that changes something by"
                    + " these repeats the second one in the header `X-CSRF-Token`. After ten tries that failed a"
                    + " name is locked for a while: 429 with `Retry-After`.")
    Doorway.SignedIn signIn(@RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        var checks = new Checks();
        var name = checks.read("mail", "malformed", body.mail(), SignInName::new);
        var password = checks.read("password", "malformed", body.password(), text -> text);
        checks.done();
        var shown = new SignIn.Credentials(name.get(), password.get(), Optional.ofNullable(body.code()));
        return switch (signIn.signIn(shown, Doorway.browser(request))) {
            case SignInResult.SignedIn in -> doorway.welcome(in.account(), in.session(), request, response);
            case SignInResult.CodeNeeded _ -> throw new ProblemException(CODE_NEEDED);
            case SignInResult.Refused _ -> throw new ProblemException(REFUSED);
            case SignInResult.Locked locked ->
                throw new ProblemException(
                        Problem.TOO_MANY_REQUESTS, locked.left().plusMillis(999));
        };
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs out; an API key is left as it is")
    void signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.secret(request)
                .flatMap(secret -> sessions.idOf(caller.tenant(), secret))
                .ifPresent(id -> sessions.end(caller.tenant(), caller.principal(), id));
        doorway.letOut(request, response);
    }

    /// The sessions of one of the tenant's people.
    record SessionList(List<SessionBody> items) {}

    @GetMapping("/sessions")
    @Operation(
            summary = "Lists one's sessions that hold, at most 200",
            description = "Those of somebody else of the tenant need the scope `accounts:read`.")
    SessionList list(Caller caller, @RequestParam(required = false) @Nullable String user, HttpServletRequest request) {
        caller.require(Scope.read("sessions"));
        var account = whose(caller, user, Scope.read("accounts"));
        var current = SessionCookies.secret(request).flatMap(secret -> sessions.idOf(caller.tenant(), secret));
        return new SessionList(sessions.list(account.tenant(), account.principal()).stream()
                .map(one -> SessionBody.of(one, current.filter(one.id()::equals).isPresent()))
                .toList());
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Ends a session, at once",
            description = "That of somebody else of the tenant needs the scope `accounts:write` and a role no weaker"
                    + " than his.")
    void end(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String user) {
        caller.require(Scope.write("sessions"));
        var account = whose(caller, user, Scope.write("accounts"));
        if (!account.principal().equals(caller.principal())
                && !account.roles().stream().allMatch(caller::covers)) {
            throw new ForbiddenException("he is stronger than you", "对方的权限高于您。");
        }
        if (!sessions.end(account.tenant(), account.principal(), id)) {
            throw new ProblemException(UNKNOWN);
        }
    }

    private Account whose(Caller caller, @Nullable String named, Scope ofOthers) {
        var checks = new Checks();
        var user = checks.readIfPresent("user", "malformed", named, UUID::fromString);
        checks.done();
        if (user.isEmpty() || user.get().equals(caller.principal())) {
            return OwnAccount.of(accounts, caller);
        }
        caller.require(ofOthers);
        return accounts.find(caller.tenant(), user.get())
                .orElseThrow(() -> new ProblemException(UsersController.UNKNOWN));
    }
}
