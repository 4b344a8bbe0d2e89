package org.hotline400.server.identity.accounts;

import org.hotline400.server.identity.Account;

/// What came of a change to a tenant's people.
public sealed interface UserChange {

    record Done(Account account) implements UserChange {}

    /// The tenant has nobody with this id.
    record Unknown() implements UserChange {}

    /// Somebody signs in by this name already.
    record NameTaken() implements UserChange {}

    /// He is, or would become, stronger than who asks.
    record Stronger() implements UserChange {}

    /// The tenant's kind has nobody who is this.
    record NotHere() implements UserChange {}

    /// Nobody would be left to run the tenant.
    record LastOne() implements UserChange {}
}
