package org.hotline400.server.identity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The operator's first account, made at the first start with a random password because nobody could invite
/// anybody otherwise. With sample data there are sample accounts instead.
///
/// After the first key, which is made where there is nobody of the operator yet.
@Component
@DependsOn("firstKey")
public class FirstAccount {
    private static final SignInName ADMIN = new SignInName("admin");
    /// Without those that are taken for one another.
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final AtomicReference<Optional<FirstPassword>> password = new AtomicReference<>(Optional.empty());

    FirstAccount(Transactions transactions, JdbcClient jdbc, Accounts accounts, HotlineSettings settings) {
        if (!settings.sampleData()) {
            transactions.asOperator(() -> {
                // One node at a time: two that start together would show two passwords, one of which is
                // wrong.
                jdbc.sql("select pg_advisory_xact_lock(4007003)").query(rows -> {});
                var nobody = accounts.list(TenantId.OPERATOR, Optional.empty(), 1)
                        .items()
                        .isEmpty();
                if (nobody) {
                    password.set(make(accounts));
                }
            });
        }
    }

    /// Who signs in, and by what.
    public record FirstPassword(SignInName login, String password) {
        @Override
        public String toString() {
            return "FirstPassword[" + login + "]";
        }
    }

    private static Optional<FirstPassword> make(Accounts accounts) {
        var password = randomPassword();
        return accounts.open(new AccountOrder(TenantId.OPERATOR, "Operator", ADMIN, Role.OPERATOR), password)
                .map(account -> new FirstPassword(account.login(), password));
    }

    /// Such as `k3vqa-…`: 20 characters, 99 bits.
    public static String randomPassword() {
        var random = new SecureRandom();
        var text = random.ints((long) GROUPS * GROUP, 0, CHARACTERS.length())
                .mapToObj(CHARACTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return text.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", "-");
    }

    /// The password, to be shown to the operator once; empty when there were accounts before, and from the
    /// second call on.
    public Optional<FirstPassword> take() {
        return password.getAndSet(Optional.empty());
    }
}
