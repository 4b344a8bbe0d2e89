package org.hotline400.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.AccountSettings;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.accounts.SecondFactors;
import org.hotline400.server.identity.accounts.SignIn;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own second factor.
@RestController
@RequestMapping("/api/v1/second-factor")
@Tag(name = "identity")
class SecondFactorController {
    private static final Problem THERE_ALREADY = Problem.conflict(
            "second-factor.there-already", "Remove the second factor that you have first.", "请先移除现有的两步验证。");
    private static final Problem WRONG_CODE = new Problem(
            403,
            "second-factor.wrong-code",
            "This is no code of the app, or it was used already, or no set-up was begun.",
            "验证码不正确、已被使用，或尚未开始设置。");
    private static final Problem MANDATORY = Problem.conflict(
            "second-factor.mandatory", "The operator's people have a second factor.", "运营方人员必须使用两步验证。");

    private final SecondFactors factors;
    private final SignIn signIn;
    private final Accounts accounts;
    private final AccountSettings settings;

    SecondFactorController(SecondFactors factors, SignIn signIn, Accounts accounts, AccountSettings settings) {
        this.factors = factors;
        this.signIn = signIn;
        this.accounts = accounts;
        this.settings = settings;
    }

    /// How it stands.
    ///
    /// @param mandatory whether nothing can be done without one
    record State(boolean active, boolean mandatory, int recoveryCodesLeft) {}

    /// What is shown once more before something changes that protects somebody.
    record Confirmation(@Nullable String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Confirmation";
        }
    }

    record RecoveryCodes(List<String> recoveryCodes) {}

    @GetMapping
    @Operation(summary = "Shows whether one has a second factor")
    State show(Caller caller) {
        caller.require(Scope.read("sessions"));
        var account = OwnAccount.of(accounts, caller);
        return new State(account.secondFactor(), isMandatory(account), factors.recoveryCodesLeft(account));
    }

    private boolean isMandatory(Account account) {
        return settings.operatorSecondFactor() && account.tenant().equals(TenantId.OPERATOR);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begins to set up an authenticator app; wants the password",
            description = "Shows the secret once. Nothing is asked for at sign-in before a code has confirmed it.")
    SecondFactors.Setup begin(Caller caller, @RequestBody Confirmation body) {
        caller.require(Scope.write("sessions"));
        var account = OwnAccount.of(accounts, caller);
        signIn.confirm(account, password(body));
        return factors.begin(account).orElseThrow(() -> new ProblemException(THERE_ALREADY));
    }

    @PostMapping("/confirmation")
    @Operation(summary = "Ends the set-up with a code; the recovery codes are in this answer and never again")
    RecoveryCodes confirm(Caller caller, @RequestBody Confirmation body) {
        caller.require(Scope.write("sessions"));
        var account = OwnAccount.of(accounts, caller);
        return factors.confirm(account, code(body))
                .map(RecoveryCodes::new)
                .orElseThrow(() -> new ProblemException(WRONG_CODE));
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes one's second factor; wants the password and a code")
    void remove(Caller caller, @RequestBody Confirmation body) {
        caller.require(Scope.write("sessions"));
        var account = OwnAccount.of(accounts, caller);
        if (isMandatory(account)) {
            throw new ProblemException(MANDATORY);
        }
        var code = code(body);
        signIn.confirm(account, password(body));
        if (account.secondFactor() && !factors.accept(account, code)) {
            throw new ProblemException(WRONG_CODE);
        }
        factors.remove(account);
    }

    private static String password(Confirmation body) {
        return text("password", body.password());
    }

    private static String code(Confirmation body) {
        return text("code", body.code());
    }

    private static String text(String field, @Nullable String raw) {
        var checks = new Checks();
        var text = checks.read(field, "malformed", raw, value -> value);
        checks.done();
        return text.get();
    }
}
