package org.hotline400.server.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.accounts.AccountRows;
import org.hotline400.server.identity.accounts.PasswordRule;
import org.hotline400.server.identity.accounts.Passwords;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// The people who sign in.
@Service
public class Accounts {
    private final Transactions transactions;
    private final AccountRows rows;
    private final Tenants tenants;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(Transactions transactions, AccountRows rows, Tenants tenants, Passwords passwords, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.tenants = tenants;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Makes somebody who signs in with this password; empty when somebody signs in by this name already.
    ///
    /// @throws org.hotline400.server.kernel.MistakeException when the password is too weak
    public Optional<Account> open(AccountOrder order, String password) {
        var checked = PasswordRule.checked(password, order.login());
        return add(order, AccountState.ACTIVE, Optional.of(passwords.hash(checked)));
    }

    /// Makes somebody whose password was hashed before (or who has none yet, and is invited); empty when
    /// somebody signs in by this name already.
    public Optional<Account> add(AccountOrder order, AccountState state, Optional<String> hash) {
        return transactions.asOperator(() -> {
            rows.claim(order.login());
            return rows.find(order.login()).isPresent()
                    ? Optional.<Account>empty()
                    : Optional.of(transactions.asTenant(order.tenant(), () -> insert(order, state, hash)));
        });
    }

    private Account insert(AccountOrder order, AccountState state, Optional<String> hash) {
        var account = new Account(
                order.tenant(),
                tenants.addPrincipal(order.tenant(), order.person(), order.role()),
                order.person(),
                order.login(),
                state,
                Set.of(order.role()),
                false,
                clock.instant(),
                Optional.empty());
        rows.insert(account, hash);
        return account;
    }

    /// Whoever signs in by this name, of whatever tenant.
    public Optional<Account> find(SignInName login) {
        return transactions.asOperator(() -> rows.find(login));
    }

    public Optional<Account> find(TenantId tenant, UUID principal) {
        return transactions.asTenant(tenant, () -> rows.find(principal));
    }

    /// A tenant's people, in the order they came.
    public Page<Account> list(TenantId tenant, Optional<UUID> after, int limit) {
        return Page.of(
                transactions.asTenant(tenant, () -> rows.list(tenant, after, limit + 1)),
                limit,
                account -> account.principal().toString());
    }
}
