package org.hotline400.server.identity.accounts;

import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.stereotype.Service;

/// Lets people in by password and, where they set one up, a second factor.
@Service
public class SignIn {
    private static final Problem WRONG_PASSWORD =
            new Problem(403, "session.wrong-password", "This is not your password.", "密码不正确。");

    private final Transactions transactions;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final FailedSignIns failures;
    private final Sessions sessions;

    SignIn(
            Transactions transactions,
            AccountRows accounts,
            Passwords passwords,
            SecondFactors secondFactors,
            FailedSignIns failures,
            Sessions sessions) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.failures = failures;
        this.sessions = sessions;
    }

    /// What somebody shows.
    ///
    /// @param code of the authenticator app, or a recovery code
    public record Credentials(SignInName name, String password, Optional<String> code) {
        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    private record Found(Account account, Optional<String> password) {}

    public SignInResult signIn(Credentials shown, Browser browser) {
        var lock = failures.count(shown.name());
        if (lock.isPresent()) {
            return new SignInResult.Locked(lock.get());
        }
        var found = find(shown.name());
        // Compared in any case, so that it takes as long for a name that nobody has.
        boolean right = passwords.matches(found.flatMap(Found::password), shown.password());
        return found.filter(_ -> right)
                .map(known -> withPassword(known.account(), shown, browser))
                .orElseGet(SignInResult.Refused::new);
    }

    private Optional<Found> find(SignInName name) {
        return transactions.asOperator(() -> accounts.find(name)
                .filter(Account::isActive)
                .map(account -> new Found(account, accounts.password(account.principal()))));
    }

    private SignInResult withPassword(Account account, Credentials shown, Browser browser) {
        if (account.secondFactor() && shown.code().isEmpty()) {
            failures.giveBack(shown.name());
            return new SignInResult.CodeNeeded();
        }
        if (account.secondFactor()
                && !secondFactors.accept(account, shown.code().orElse(""))) {
            return new SignInResult.Refused();
        }
        failures.clear(shown.name());
        return new SignInResult.SignedIn(account, sessions.begin(account, browser));
    }

    /// Asks somebody who is signed in for his password once more, before he changes what protects him.
    /// Counts and locks as signing in does.
    ///
    /// @throws ProblemException when it is wrong, or too many were
    public void confirm(Account account, String password) {
        var lock = failures.count(account.login());
        if (lock.isPresent()) {
            throw new ProblemException(Problem.TOO_MANY_REQUESTS, lock.get());
        }
        var hash = transactions.asTenant(account.tenant(), () -> accounts.password(account.principal()));
        if (!passwords.matches(hash, password)) {
            throw new ProblemException(WRONG_PASSWORD);
        }
        failures.giveBack(account.login());
    }
}
