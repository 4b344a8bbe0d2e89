/// Who may do what: tenants, principals, roles, API keys, and the edge that turns a request into a [Caller].
///
/// **Owns.** Schema `identity`. Keys are stored as hashes; the clear text is shown once.
///
/// **Publishes.** `Caller`: a controller's method takes it as a parameter, asks
/// `caller.require(Scope.read("calls"))` and reads with `caller.see(transactions, …)`. `OpenRoutes`: what
/// answers without a key.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "vault"})
package org.hotline400.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
