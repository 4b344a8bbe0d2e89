package org.hotline400.server.identity.accounts;

import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.AccountOrder;
import org.hotline400.server.identity.AccountState;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenant;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.identity.accounts.MailTokens.Purpose;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// A tenant's people: who is invited, what each one is, who is shut out. Nobody makes anybody stronger than
/// himself, and somebody always remains who runs the tenant.
@Service
public class Users {
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountRows rows;
    private final Tenants tenants;
    private final Passwords passwords;
    private final MailTokens tokens;
    private final Sessions sessions;
    private final AccountLetters letters;

    Users(
            Transactions transactions,
            JdbcClient jdbc,
            Accounts accounts,
            AccountRows rows,
            Tenants tenants,
            Passwords passwords,
            MailTokens tokens,
            Sessions sessions,
            AccountLetters letters) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.rows = rows;
        this.tenants = tenants;
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.letters = letters;
    }

    /// What somebody is to be.
    ///
    /// @param role empty to leave it
    /// @param disabled whether he is shut out; empty to leave it
    public record Wanted(Optional<Role> role, Optional<Boolean> disabled) {}

    /// Makes an account that waits for its password, and sends the mail. Asked again for somebody who has
    /// not answered yet, it sends another.
    public UserChange invite(AccountOrder order, Caller by) {
        if (!by.covers(order.role())) {
            return new UserChange.Stronger();
        }
        var tenant = tenants.find(order.tenant());
        return tenant.map(found -> order.role().fits(found.kind())
                        ? transactions.asOperator(() -> invite(order, found))
                        : new UserChange.NotHere())
                .orElseGet(UserChange.Unknown::new);
    }

    private UserChange invite(AccountOrder order, Tenant tenant) {
        var waiting = rows.find(order.login())
                .filter(one -> one.tenant().equals(order.tenant()) && one.state() == AccountState.INVITED);
        var account = waiting.or(() -> accounts.add(order, AccountState.INVITED, Optional.empty()));
        account.ifPresent(one -> letters.invitation(one.login(), tenant.name(), tokens.issue(one, Purpose.INVITATION)));
        return account.<UserChange>map(UserChange.Done::new).orElseGet(UserChange.NameTaken::new);
    }

    /// Takes up an invitation; empty when the token is nobody's, used or too old.
    ///
    /// @throws org.hotline400.server.kernel.MistakeException when the password is too weak; the token still
    ///     holds
    public Optional<Account> accept(Secret token, String password) {
        var account = transactions.asOperator(
                () -> tokens.holder(token, Purpose.INVITATION).flatMap(holder -> rows.find(holder.principal())));
        if (account.filter(one -> one.state() == AccountState.INVITED).isEmpty()) {
            return Optional.empty();
        }
        var hash = passwords.hash(PasswordRule.checked(password, account.get().login()));
        return transactions.asOperator(() -> {
            if (!tokens.use(token, Purpose.INVITATION)) {
                return Optional.<Account>empty();
            }
            rows.setPassword(account.get().principal(), hash);
            return rows.find(account.get().principal());
        });
    }

    /// Changes somebody.
    public UserChange change(TenantId tenant, UUID principal, Wanted wanted, Caller by) {
        var change = transactions.asTenant(tenant, () -> {
            // One at a time: two owners who remove each other would leave none.
            jdbc.sql("select tenant from identity.tenants where tenant = ? for update")
                    .param(tenant.value())
                    .query(row -> {});
            return rows.lock(principal)
                    .map(account -> change(account, wanted, by))
                    .orElseGet(UserChange.Unknown::new);
        });
        sessions.recogniseAnew();
        return change;
    }

    private UserChange change(Account account, Wanted wanted, Caller by) {
        boolean covered = account.roles().stream().allMatch(by::covers)
                && wanted.role().stream().allMatch(by::covers);
        if (!covered) {
            return new UserChange.Stronger();
        }
        var kind = tenants.kindOf(account.tenant());
        if (wanted.role().filter(role -> !role.fits(kind)).isPresent()) {
            return new UserChange.NotHere();
        }
        if (isLast(account, Role.running(kind), wanted)) {
            return new UserChange.LastOne();
        }
        wanted.role().ifPresent(role -> rows.setRole(account, role));
        wanted.disabled().ifPresent(disabled -> setDisabled(account, disabled));
        return new UserChange.Done(rows.find(account.principal()).orElseThrow());
    }

    private boolean isLast(Account account, Role running, Wanted wanted) {
        boolean steps = wanted.role().filter(role -> role != running).isPresent()
                || wanted.disabled().orElse(false);
        return steps
                && account.isActive()
                && account.roles().contains(running)
                && rows.countActive(account.tenant(), running) == 1;
    }

    private void setDisabled(Account account, boolean disabled) {
        if (disabled) {
            rows.setState(account.principal(), AccountState.DISABLED);
            sessions.endAll(account.tenant(), account.principal(), Optional.empty());
        } else if (account.state() == AccountState.DISABLED) {
            var known = rows.password(account.principal()).isPresent();
            rows.setState(account.principal(), known ? AccountState.ACTIVE : AccountState.INVITED);
        }
    }
}
