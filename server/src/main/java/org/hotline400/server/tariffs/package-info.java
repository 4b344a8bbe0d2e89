/// What is sold beside numbers: the packages with their rent, bundled minutes, prices and terms.
///
/// **Owns.** Schema `tariffs`; the packages of the box as data (`tariffs/packages.json`), validated when the server
/// starts, and the editions that the operator adds. Parts: [org.hotline400.server.tariffs.rating],
/// [org.hotline400.server.tariffs.contracts], [org.hotline400.server.tariffs.entitlements]. **Publishes.** [Tariffs],
/// [Tariff], [Editions]; the topic `tariffs` of configuration. **Invariants.** An edition once sold never changes: a
/// new one takes its place on its first day, and a contract keeps the one it was made with. Prices are exact.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity", "numbers"})
package org.hotline400.server.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
