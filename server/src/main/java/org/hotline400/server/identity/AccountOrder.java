package org.hotline400.server.identity;

import org.hotline400.server.kernel.TenantId;

/// The account that is wanted.
///
/// @param person his name, for people
public record AccountOrder(TenantId tenant, String person, SignInName login, Role role) {
    public AccountOrder {
        person = Tenants.checkedName(person);
    }
}
