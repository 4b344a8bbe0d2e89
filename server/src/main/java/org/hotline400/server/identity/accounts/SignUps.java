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
import org.hotline400.server.kernel.MistakeException;
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
    public record Order(String company, String person, SignInName login) {
        @Override
        public String toString() {
            return "Order[" + login + "]";
        }
    }

    /// Sends a mail: with a token, or to say that there is an account already. Whoever asks does not learn
    /// which.
    public void ask(Order order) {
        transactions.asOperator(() -> {
            if (accounts.find(order.login()).isPresent()) {
                letters.alreadyThere(order.login());
            } else {
                letters.signUp(order.login(), order.company(), keep(order));
            }
        });
    }

    private Secret keep(Order order) {
        var now = clock.instant();
        jdbc.sql("delete from identity.sign_ups where login = ? or expires_at < ?")
                .params(order.login().text(), SqlTime.of(now))
                .update();
        var secret = Secret.random();
        jdbc.sql("""
                        insert into identity.sign_ups (hash, company, person, login, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        secret.hash(),
                        order.company(),
                        order.person(),
                        order.login().text(),
                        SqlTime.of(now.plus(LIFETIME)))
                .update();
        return secret;
    }

    /// Makes the enterprise and its owner; empty when the token is nobody's, used or too old. The password comes now
    /// and not with the wish: whoever asks with another's address must not know it.
    ///
    /// @throws MistakeException when the password is too weak; the token stays good
    public Optional<Account> confirm(Secret token, String password) {
        return transactions
                .asOperator(() -> find(token))
                .map(asked -> passwords.hash(PasswordRule.checked(password, asked.login())))
                .flatMap(hash -> transactions.asOperator(() -> take(token).flatMap(asked -> open(asked, hash))));
    }

    private Optional<Order> find(Secret token) {
        return jdbc.sql("select company, person, login from identity.sign_ups where hash = ? and expires_at > ?")
                .params(token.hash(), SqlTime.of(clock.instant()))
                .query(SignUps::order)
                .optional();
    }

    private Optional<Order> take(Secret token) {
        return jdbc.sql("""
                        delete from identity.sign_ups where hash = ? and expires_at > ?
                        returning company, person, login
                        """)
                .params(token.hash(), SqlTime.of(clock.instant()))
                .query(SignUps::order)
                .optional();
    }

    /// Nothing when somebody was invited by this address meanwhile.
    private Optional<Account> open(Order asked, String hash) {
        if (accounts.find(asked.login()).isPresent()) {
            return Optional.empty();
        }
        var tenant = tenants.create(asked.company());
        var owner = new AccountOrder(tenant.id(), asked.person(), asked.login(), Role.OWNER);
        return accounts.add(owner, AccountState.ACTIVE, Optional.of(hash));
    }

    private static Order order(ResultSet row, int index) throws SQLException {
        return new Order(row.getString("company"), row.getString("person"), new SignInName(row.getString("login")));
    }
}
