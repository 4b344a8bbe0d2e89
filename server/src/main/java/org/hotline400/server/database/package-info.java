/// PostgreSQL: the embedded server or one by URL, the two roles, migrations, and transactions that know their
/// tenant.
///
/// **Owns.** The connection pools, the embedded server's process and folder, the roles `hotline_owner`
/// (migrates) and `hotline_app` (serves; no superuser, no BYPASSRLS), LISTEN/NOTIFY.
///
/// **Invariants.** Every statement of the application runs as `hotline_app` in a transaction whose tenant is
/// set; row security is forced on every table that has a tenant. Start-up refuses a role that could bypass
/// it.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.hotline400.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
