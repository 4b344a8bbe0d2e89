package org.hotline400.server.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.AccountOrder;
import org.hotline400.server.identity.AccountState;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.identity.internal.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Visitors who become customers: an enterprise and its owner, once the owner has answered a mail.
@Service
public class SignUps {
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Clock clock;

    SignUps(
            Transactions transactions,
            JdbcClient jdbc,
            Accounts accounts,
            Tenants tenants,
            Passwords passwords,
            AccountLetters letters,
            Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tenants = tenants;
        this.passwords = passwords;
        this.letters = letters;
        this.clock = clock;
    }

    /// The account that a visitor wants.
    ///
    /// @param company 1 to 200 characters
    /// @param person the same
    /// @param login a mail address
    /// @param password as [PasswordRule#checked] leaves it
    public record Order(String company, String person, SignInName login, String password) {
        @Override
        public String toString() {
            return "Order[" + login + "]";
        }
    }

    private record Asked(String company, String person, SignInName login, String password) {}

    /// Sends a mail: with a token, or to say that there is an account already. Whoever asks does not learn
    /// which.
    public void ask(Order order) {
        var hash = passwords.hash(order.password());
        transactions.asOperator(() -> {
            if (accounts.find(order.login()).isPresent()) {
                letters.alreadyThere(order.login());
            } else {
                letters.signUp(order.login(), order.company(), keep(order, hash));
            }
        });
    }

    private Secret keep(Order order, String hash) {
        var now = clock.instant();
        jdbc.sql("delete from identity.sign_ups where login = ? or expires_at < ?")
                .params(order.login().text(), SqlTime.of(now))
                .update();
        var secret = Secret.random();
        jdbc.sql("""
                        insert into identity.sign_ups (hash, company, person, login, password, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        secret.hash(),
                        order.company(),
                        order.person(),
                        order.login().text(),
                        hash,
                        SqlTime.of(now.plus(LIFETIME)))
                .update();
        return secret;
    }

    /// Makes the enterprise and its owner; empty when the token is nobody's, used or too old.
    public Optional<Account> confirm(Secret token) {
        return transactions.asOperator(() -> take(token).flatMap(this::open));
    }

    private Optional<Asked> take(Secret token) {
        return jdbc.sql("""
                        delete from identity.sign_ups where hash = ? and expires_at > ?
                        returning company, person, login, password
                        """)
                .params(token.hash(), SqlTime.of(clock.instant()))
                .query(SignUps::asked)
                .optional();
    }

    /// Nothing when somebody was invited by this address meanwhile.
    private Optional<Account> open(Asked asked) {
        if (accounts.find(asked.login()).isPresent()) {
            return Optional.empty();
        }
        var tenant = tenants.create(asked.company());
        var order = new AccountOrder(tenant.id(), asked.person(), asked.login(), Role.OWNER);
        return accounts.add(order, AccountState.ACTIVE, Optional.of(asked.password()));
    }

    private static Asked asked(ResultSet row, int index) throws SQLException {
        return new Asked(
                row.getString("company"),
                row.getString("person"),
                new SignInName(row.getString("login")),
                row.getString("password"));
    }
}
