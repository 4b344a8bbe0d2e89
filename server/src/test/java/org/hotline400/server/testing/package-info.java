/// What the tests of every module stand on.
///
/// * `@ServerTest` on a class starts the whole server once per test JVM (Spring keeps it between classes),
///   with HTTP and SIP on free ports of 127.0.0.1, on a database of its own. Classes share it: give each test
///   its own tenant with `tenants.create(…)` and its own numbers, and never count all rows. Autowire `Api` to
///   send requests.
/// * [TestDatabase#create()] makes an empty, migrated database in some 100 ms, for tests of SQL without
///   Spring. `database.transactions()` is what a module's classes ask for; close it.
/// * Both live in one embedded PostgreSQL per test JVM, without fsync, started when first asked for and ended
///   with the JVM.
@org.jspecify.annotations.NullMarked
package org.hotline400.server.testing;
