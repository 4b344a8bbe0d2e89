package org.hotline400.server.billing;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.Role;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who hears of an enterprise's money: whom it has named, otherwise whoever pays its bills, otherwise its
/// owner. Every method runs in the caller's transaction.
@Component
public class MoneyContacts {
    private static final int MOST_PEOPLE = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;

    MoneyContacts(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /// Whom the enterprise has named.
    public Optional<MoneyContact> named(TenantId tenant) {
        return jdbc.sql("select mail, mobile from billing.money_contacts where tenant = ?")
                .param(tenant.value())
                .query((row, _) -> new MoneyContact(
                        Optional.ofNullable(row.getString("mail")), Optional.ofNullable(row.getString("mobile"))))
                .optional();
    }

    public void name(TenantId tenant, MoneyContact contact) {
        jdbc.sql("insert into billing.money_contacts (tenant, mail, mobile) values (:tenant, :mail, :mobile)"
                        + " on conflict (tenant) do update set mail = excluded.mail, mobile = excluded.mobile")
                .param("tenant", tenant.value())
                .param("mail", contact.mail().orElse(null))
                .param("mobile", contact.mobile().orElse(null))
                .update();
    }

    /// Nobody is named any more.
    public void forget(TenantId tenant) {
        jdbc.sql("delete from billing.money_contacts where tenant = ?")
                .param(tenant.value())
                .update();
    }

    /// Whom to write to; nobody where there is neither.
    public Optional<MoneyContact> of(TenantId tenant) {
        return named(tenant).or(() -> payer(tenant).map(mail -> new MoneyContact(Optional.of(mail), Optional.empty())));
    }

    private Optional<String> payer(TenantId tenant) {
        var people = accounts.list(tenant, Optional.empty(), MOST_PEOPLE).items().stream()
                .filter(one -> one.isActive() && one.login().isMail())
                .toList();
        return first(people, Role.FINANCE).or(() -> first(people, Role.OWNER));
    }

    private static Optional<String> first(List<Account> people, Role role) {
        return people.stream()
                .filter(one -> one.roles().contains(role))
                .findFirst()
                .map(one -> one.login().text());
    }
}
