package org.hotline400.server.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.Role;

/// Somebody who signs in, on the wire.
///
/// @param id of his principal
/// @param mail what he signs in by
/// @param state `invited`, `active`, `disabled`
record UserBody(
        String id,
        String tenant,
        String name,
        String mail,
        String state,
        List<String> roles,
        boolean secondFactor,
        Instant createdAt,
        Optional<Instant> lastSignInAt) {

    static UserBody of(Account account) {
        return new UserBody(
                account.principal().toString(),
                account.tenant().toString(),
                account.name(),
                account.login().text(),
                account.state().code(),
                account.roles().stream().map(Role::code).sorted().toList(),
                account.secondFactor(),
                account.createdAt(),
                account.lastSignIn());
    }
}
