package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.accounts.PasswordResets;
import org.hotline400.server.identity.accounts.PasswordRule;
import org.hotline400.server.identity.accounts.SignIn;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.identity.internal.SessionCookies;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Passwords: forgotten, and changed.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "identity")
class PasswordController {
    private final PasswordResets resets;
    private final Accounts accounts;
    private final SignIn signIn;

    PasswordController(PasswordResets resets, Accounts accounts, SignIn signIn) {
        this.resets = resets;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /// Whose password was forgotten.
    record Forgotten(@Nullable String mail) {}

    /// The password that is wanted.
    record Chosen(@Nullable String password) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /// A change of one's own password.
    ///
    /// @param current the one that holds until now
    record Change(@Nullable String current, @Nullable String password) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirements
    @Operation(
            summary = "Sends a mail to whoever forgot his password",
            description = "Answers the same whether or not anybody has this address.")
    void ask(@RequestBody Forgotten body) {
        var checks = new Checks();
        var mail = checks.read("mail", "malformed", body.mail(), SignInName::mail);
        checks.done();
        resets.ask(mail.get());
    }

    @PostMapping("/password-resets/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirements
    @Operation(summary = "Takes the new password, once for each mail; all sessions end")
    void choose(@PathVariable String token, @RequestBody Chosen body) {
        var password = required(body.password());
        var taken = Secret.parse(token).filter(secret -> inField(() -> resets.choose(secret, password)));
        if (taken.isEmpty()) {
            throw new ProblemException(MailedToken.UNKNOWN);
        }
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes one's own password; all other sessions end")
    void change(Caller caller, @RequestBody Change body, HttpServletRequest request) {
        caller.require(Scope.write("sessions"));
        var account = OwnAccount.of(accounts, caller);
        var checks = new Checks();
        var current = checks.read("current", "malformed", body.current(), text -> text);
        var password = checks.read(
                "password", "weak-password", body.password(), text -> PasswordRule.checked(text, account.login()));
        checks.done();
        signIn.confirm(account, current.get());
        resets.change(account, password.get(), SessionCookies.secret(request));
    }

    private static String required(@Nullable String password) {
        var checks = new Checks();
        var text = checks.read("password", "malformed", password, value -> value);
        checks.done();
        return text.get();
    }

    private static boolean inField(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (MistakeException e) {
            throw MailedToken.weak(e);
        }
    }
}
