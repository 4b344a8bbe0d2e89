package org.hotline400.server.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotline400.server.identity.AccountOrder;
import org.hotline400.server.identity.Accounts;
import org.hotline400.server.identity.FirstAccount;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Component;

/// People to sign in as: one for each of the operator's roles, and some of the sample customers'. Their
/// passwords are made by chance at the first start, and shown at each: so only on a server that nobody else
/// reaches.
@Component
public class SampleAccounts {
    private static final List<Role> OPERATORS =
            List.of(Role.OPERATOR, Role.REVIEWER, Role.FINANCE_OFFICER, Role.SUPPORT);
    private static final String KEPT = "account.";

    private final Accounts accounts;
    private final SampleKeys keys;
    private final Map<String, String> passwords = new TreeMap<>();

    SampleAccounts(HotlineSettings settings, Accounts accounts, SampleKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
        if (settings.sampleData()) {
            needLoopback(settings);
        }
    }

    static void needLoopback(HotlineSettings settings) {
        if (!settings.http().resolve().getAddress().isLoopbackAddress()) {
            throw new IllegalStateException(
                    "sample data brings accounts whose passwords are shown, so it goes with this"
                            + " machine only: leave out --demo, or leave out --bind (the API is bound to "
                            + settings.http().host() + ")");
        }
    }

    /// The passwords in clear, by the name to sign in by; empty when no sample data was asked for.
    public Map<String, String> passwords() {
        return Map.copyOf(passwords);
    }

    /// Makes those of the operator.
    void addOperators() {
        OPERATORS.forEach(role -> add(TenantId.OPERATOR, role.code(), role));
    }

    /// Makes those of a customer: `shop-owner`, `shop-supervisor`.
    void addPeopleOf(String slug, TenantId tenant) {
        add(tenant, slug + "-owner", Role.OWNER);
        add(tenant, slug + "-supervisor", Role.SUPERVISOR);
    }

    private void add(TenantId tenant, String name, Role role) {
        var login = new SignInName(name);
        if (accounts.find(login).isEmpty()) {
            var password = FirstAccount.randomPassword();
            keys.keep(KEPT + name, password);
            accounts.open(new AccountOrder(tenant, "示例 " + name, login, role), password);
        }
        keys.kept(KEPT + name).ifPresent(password -> passwords.put(name, password));
    }
}
