/// Who may do what: tenants, principals, roles, API keys, and the edge that turns a request into a principal.
///
/// **Owns.** Schema `identity`. Keys are stored as hashes; the clear text is shown once.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.hotline400.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
