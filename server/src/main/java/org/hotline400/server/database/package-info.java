/// PostgreSQL: the embedded server or one by URL, the two roles, migrations, transactions that know their
/// tenant, backups.
///
/// **Owns.** The connection pools, the embedded server's process and folder, the roles `hotline_owner`
/// (migrates) and `hotline_app` (serves; no superuser, no BYPASSRLS), LISTEN/NOTIFY, the schema `kernel`.
///
/// **Publishes.** `Transactions`, `ConfigurationChanges`, `DatabaseHealth`, `SqlTime`, `DataFolder`,
/// `Backup`.
///
/// **Migrations** are files `db/migration/V<yyyymmddhhmm>__<module>_<what>.sql` of one sequence; each module
/// writes to the schema that has its name, with qualified names, forward only. They run as `hotline_owner`,
/// who sees every tenant's rows. What they build on:
/// * `select kernel.protect('calls.call_records', 'select, insert');` after each table with a column `tenant
///   uuid`: row security, forced, and what `hotline_app` may do. Immutable rows get neither update nor
///   delete.
/// * Tables without a tenant: `grant usage on schema x to hotline_app; grant select on x.y to hotline_app;`
/// * `create trigger changed after insert or update or delete on numbers.hotline_numbers execute function
///   kernel.announce_change('numbers');` for configuration that nodes keep in memory.
///
/// **Invariants.** Every statement of the application runs as `hotline_app` in a transaction whose tenant is
/// set; row security is forced on every table that has a tenant. Start-up refuses a role that could bypass
/// it. Queries name the tenant in their `where` as well, because only that lets an index serve them.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.hotline400.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
