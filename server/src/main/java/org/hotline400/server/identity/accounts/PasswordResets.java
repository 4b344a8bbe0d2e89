package org.hotline400.server.identity.accounts;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.accounts.MailTokens.Purpose;
import org.hotline400.server.identity.internal.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/// New passwords: for whoever forgot his by a mail, for whoever knows it by the old one.
@Service
public class PasswordResets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    private static final int WAITING = 1_000;

    private final Transactions transactions;
    private final AccountRows accounts;
    private final MailTokens tokens;
    private final Passwords passwords;
    private final Sessions sessions;
    private final FailedSignIns failures;
    private final AccountLetters letters;
    private final ThreadPoolExecutor office = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("password-resets").factory(),
            (work, pool) -> LOG.warn("a request for a new password is dropped: too many wait"));

    PasswordResets(
            Transactions transactions,
            AccountRows accounts,
            MailTokens tokens,
            Passwords passwords,
            Sessions sessions,
            FailedSignIns failures,
            AccountLetters letters) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.sessions = sessions;
        this.failures = failures;
        this.letters = letters;
    }

    /// Sends a mail when somebody has this address. Returns at once, so that the answer takes as long when
    /// nobody has.
    public void ask(SignInName name) {
        office.execute(() -> {
            try {
                transactions.asOperator(() -> accounts.find(name)
                        .filter(Account::isActive)
                        .ifPresent(
                                account -> letters.passwordReset(name, tokens.issue(account, Purpose.PASSWORD_RESET))));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("a request for a new password failed", e);
            }
        });
    }

    /// Takes a new password for an old one that was forgotten, and ends all sessions.
    ///
    /// @return false when the token is nobody's, used or too old
    /// @throws org.hotline400.server.kernel.MistakeException when the password is too weak; the token still
    ///     holds
    public boolean choose(Secret token, String password) {
        var account = transactions.asOperator(() ->
                tokens.holder(token, Purpose.PASSWORD_RESET).flatMap(holder -> accounts.find(holder.principal())));
        if (account.filter(Account::isActive).isEmpty()) {
            return false;
        }
        var hash = passwords.hash(PasswordRule.checked(password, account.get().login()));
        return transactions.asOperator(() -> {
            boolean used = tokens.use(token, Purpose.PASSWORD_RESET);
            if (used) {
                set(account.get(), hash, Optional.empty());
                failures.clear(account.get().login());
            }
            return used;
        });
    }

    /// Takes a new password from somebody who proved that he knows the old one, and ends his other sessions.
    ///
    /// @param current the session that goes on
    /// @throws org.hotline400.server.kernel.MistakeException when the password is too weak
    public void change(Account account, String password, Optional<Secret> current) {
        var hash = passwords.hash(PasswordRule.checked(password, account.login()));
        transactions.asOperator(() -> set(account, hash, current));
    }

    private void set(Account account, String hash, Optional<Secret> current) {
        accounts.setPassword(account.principal(), hash);
        sessions.endAll(account.tenant(), account.principal(), current);
        letters.passwordChanged(account.login());
    }

    @Override
    public void close() {
        office.shutdownNow();
    }
}
