/// Who may do what: tenants, principals, roles, API keys, people who sign in, and the edge that turns a
/// request into a [Caller].
///
/// **Owns.** Schema `identity`. Keys, sessions and what mails let in are stored as hashes, passwords as
/// Argon2id; the clear text is shown once.
///
/// **Publishes.** `Caller`: a controller's method takes it as a parameter, asks
/// `caller.require(Scope.read("calls"))` and reads with `caller.see(transactions, …)`. `OpenRoutes`: what
/// answers to strangers. `Accounts`: people who sign in. `CallerWatch`: for answers that go on for long.
///
/// **Needs.** [AccountMail], which others implement.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "vault"})
package org.hotline400.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
